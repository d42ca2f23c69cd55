/**
 * A line of 33 modules as two numbers: the first 17 modules, and the last 17 (the middle one is in both), first module in the
 * highest bit. All counting below is on whole lines at a time.
 */
export interface Lines {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

const SIDE = 33;
/** Modules whose history a longer line needs: a finder-like pattern is eleven modules long. */
const HISTORY = 10;
const HEAD = 12;
const STEP = 3;

/** Penalty of the first twelve modules of a line; then of three more, after each ten. Made once. */
const { head, step } = tables();

/** Rows and columns of the same symbol. */
export interface Grid {
  readonly rows: Lines;
  readonly columns: Lines;
}

/** The four penalties (ISO/IEC 18004, 7.8.3) of a symbol under a mask: what is counted are the modules that differ. */
export function penalty({ rows, columns }: Grid, mask: Grid): number {
  let total = 0;
  let dark = 0;
  let [firstAbove, lastAbove] = [0, 0];
  for (let i = 0; i < SIDE; i++) {
    const first = (rows.first[i] ?? 0) ^ (mask.rows.first[i] ?? 0);
    const last = (rows.last[i] ?? 0) ^ (mask.rows.last[i] ?? 0);
    const [left, right] = [columns.first[i] ?? 0, columns.last[i] ?? 0];
    total += linePenalty(first, last);
    total += linePenalty(left ^ (mask.columns.first[i] ?? 0), right ^ (mask.columns.last[i] ?? 0));
    dark += bits(first) + bits(last & 0xffff);
    if (i > 0) total += 3 * (blocks(firstAbove, first) + blocks(lastAbove, last));
    firstAbove = first;
    lastAbove = last;
  }
  return total + 10 * Math.floor(Math.abs(dark * 20 - SIDE * SIDE * 10) / (SIDE * SIDE));
}

/** Two by two blocks of one colour between two lines: 16 pairs of columns. */
function blocks(above: number, below: number): number {
  const unlike = (above ^ below) | (above ^ (above >> 1)) | (below ^ (below >> 1)) | ((above ^ below) >> 1);
  return bits(~unlike & 0xffff);
}

function bits(n: number): number {
  let v = n - ((n >> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >> 2) & 0x33333333);
  return Math.imul((v + (v >> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function linePenalty(first: number, last: number): number {
  let total = head[first >> 5] ?? 0;
  const rest = ((first & 31) << 16) | (last & 0xffff);
  let window = (first >> 5) & 0x3ff;
  for (let shift = 18; shift >= 0; shift -= STEP) {
    const next = (rest >> shift) & 7;
    total += step[(window << STEP) | next] ?? 0;
    window = ((window << STEP) | next) & 0x3ff;
  }
  return total;
}

function tables(): { readonly head: Uint8Array; readonly step: Uint8Array } {
  return {
    head: Uint8Array.from({ length: 1 << HEAD }, (_, line) => counted(line, HEAD, 0)),
    step: Uint8Array.from({ length: 1 << (HISTORY + STEP) }, (_, line) => counted(line, HISTORY + STEP, HISTORY)),
  };
}

/**
 * Penalty that a line's modules from `from` on add: 3 for a fifth equal module and 1 for each more; 40 for `1011101` with four
 * light modules before or after it. Runs longer than the history are counted the same, module by module.
 */
function counted(line: number, length: number, from: number): number {
  let total = 0;
  let run = 0;
  let previous = -1;
  let window = 0;
  for (let i = 0; i < length; i++) {
    const module = (line >> (length - 1 - i)) & 1;
    run = module === previous ? run + 1 : 1;
    previous = module;
    window = ((window << 1) | module) & 0x7ff;
    if (i < from) continue;
    if (run === 5) total += 3;
    else if (run > 5) total++;
    if (i >= HISTORY && (window === 0b10111010000 || window === 0b00001011101)) total += 40;
  }
  return total;
}
