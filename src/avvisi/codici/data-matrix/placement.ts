/** A square symbol with four regions or more: side, regions a side, code words and how they are split (table 7). */
export interface SymbolSize {
  readonly side: number;
  readonly regions: number;
  readonly data: number;
  readonly check: number;
  readonly blocks: number;
}

/** Where the bits of a symbol go. */
export interface Layout {
  /** Finder and clock tracks, and the four modules that no bit reaches. */
  readonly background: Uint8Array;
  /** Module of each bit of the code words, most significant bit first. */
  readonly places: Uint16Array;
}

/** Module placement in ECC 200 (ISO/IEC 16022, annex F), worked out once for a size. */
export function layout(size: SymbolSize): Layout {
  const { side, regions } = size;
  const inner = side - 2 * regions;
  const region = side / regions;
  const module = (row: number, column: number): number => {
    const of = (at: number): number => at + 2 * Math.floor(at / (region - 2)) + 1;
    return of(row) * side + of(column);
  };
  const background = new Uint8Array(side * side);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const [r, c] = [row % region, column % region];
      const solid = c === 0 || r === region - 1;
      const clock = (r === 0 && c % 2 === 0) || (c === region - 1 && r % 2 === 1);
      background[row * side + column] = solid || clock ? 1 : 0;
    }
  }
  const grid = mapping(inner);
  const places = new Uint16Array((size.data + size.check) * 8);
  for (const [at, bit] of grid.entries()) {
    const place = module(Math.floor(at / inner), at % inner);
    if (bit === FIXED_DARK) background[place] = 1;
    else if (bit >= 0) places[bit] = place;
  }
  return { background, places };
}

const EMPTY = -1;
const FIXED_DARK = -2;
const FIXED_LIGHT = -3;

/** Which bit each module of the mapping matrix holds: 8 × code word + bit. */
function mapping(n: number): Int32Array {
  const grid = new Int32Array(n * n).fill(EMPTY);
  const put = (row: number, column: number, bit: number): void => {
    const wrap = 4 - ((n + 4) % 8);
    const [r, c] = row < 0 ? [row + n, column + wrap] : [row, column];
    const [rr, cc] = c < 0 ? [r + wrap, c + n] : [r, c];
    grid[rr * n + cc] = bit;
  };
  let word = 0;
  const shape = (cells: readonly (readonly [number, number])[]): void => {
    for (const [bit, [row, column]] of cells.entries()) put(row, column, word * 8 + bit);
    word++;
  };
  const utah = (row: number, column: number): void => {
    const free = row >= 0 && row < n && column >= 0 && column < n && grid[row * n + column] === EMPTY;
    if (free) shape(UTAH.map(([r, c]) => [row + r, column + c]));
  };
  let [row, column] = [4, 0];
  do {
    const corner = cornerAt(n, row, column);
    if (corner !== undefined) shape(corner);
    for (; row >= 0 && column < n; row -= 2, column += 2) utah(row, column);
    row += 1;
    column += 3;
    for (; row < n && column >= 0; row += 2, column -= 2) utah(row, column);
    row += 3;
    column += 1;
  } while (row < n || column < n);
  if (grid[n * n - 1] === EMPTY) {
    grid[n * n - 1] = grid[n * n - n - 2] = FIXED_DARK;
    grid[n * n - 2] = grid[n * n - n - 1] = FIXED_LIGHT;
  }
  return grid;
}

/** The shape of a code word, from its lower right module. */
const UTAH = [
  [-2, -2],
  [-2, -1],
  [-1, -2],
  [-1, -1],
  [-1, 0],
  [0, -2],
  [0, -1],
  [0, 0],
] as const;

/** The shapes that fill corners, where the sweep meets them. */
function cornerAt(n: number, row: number, column: number): readonly (readonly [number, number])[] | undefined {
  const e = n - 1;
  if (row === n && column === 0)
    return [
      [e, 0],
      [e, 1],
      [e, 2],
      [0, e - 1],
      [0, e],
      [1, e],
      [2, e],
      [3, e],
    ];
  if (row === n - 2 && column === 0 && n % 4 !== 0) {
    return [
      [e - 2, 0],
      [e - 1, 0],
      [e, 0],
      [0, e - 3],
      [0, e - 2],
      [0, e - 1],
      [0, e],
      [1, e],
    ];
  }
  if (row === n - 2 && column === 0 && n % 8 === 4) {
    return [
      [e - 2, 0],
      [e - 1, 0],
      [e, 0],
      [0, e - 1],
      [0, e],
      [1, e],
      [2, e],
      [3, e],
    ];
  }
  if (row === n + 4 && column === 2 && n % 8 === 0) {
    return [
      [e, 0],
      [e, e],
      [0, e - 2],
      [0, e - 1],
      [0, e],
      [1, e - 2],
      [1, e - 1],
      [1, e],
    ];
  }
  return undefined;
}
