import { isDigit, isEdifact, isX12Separator, TRIPLET_VALUES, type Scheme, type TripletScheme } from './sets.ts';

/** Estimated code words from here on, by scheme; `base256` takes part in the count but never wins on ASCII text. */
interface Counts {
  ascii: number;
  c40: number;
  text: number;
  x12: number;
  edifact: number;
  base256: number;
}

/** Thirds as the reference writes them: sums are kept in single precision, so that ties fall the same way. */
const TWO_THIRDS = 0.6666667;
const FOUR_THIRDS = 1.3333334;
const TEN_THIRDS = 3.3333334;
const sum = Math.fround;

/** What a character adds to each count, by its code. */
const COSTS = {
  c40: tripletCosts('c40', FOUR_THIRDS),
  text: tripletCosts('text', FOUR_THIRDS),
  x12: tripletCosts('x12', TEN_THIRDS),
  edifact: Float64Array.from({ length: 128 }, (_, code) => (isEdifact(code) ? 0.75 : 3.25)),
};

/**
 * The look-ahead test (ISO/IEC 16022, annex P): which scheme writes the text from `from` on in the fewest code words. Between
 * equals it chooses as the reference encoder does.
 * @param text codes under 128
 * @param current scheme in use: staying in it costs no latch
 */
export function lookAhead(text: Uint8Array, from: number, current: Scheme): Scheme {
  const n = start(current);
  for (let at = from; ; at++) {
    if (at === text.length) return atEnd(n);
    add(n, text[at] ?? 0);
    if (at - from < 4) continue;
    const scheme = decide(n, text, at + 1);
    if (scheme !== undefined) return scheme;
  }
}

function start(current: Scheme): Counts {
  const latch = current === 'ascii' ? 1 : 2;
  const n: Counts = { ascii: latch - 1, c40: latch, text: latch, x12: latch, edifact: latch, base256: latch + 0.25 };
  n[current] = 0;
  return n;
}

function add(n: Counts, code: number): void {
  n.ascii = isDigit(code) ? sum(n.ascii + 0.5) : Math.ceil(n.ascii) + 1;
  n.c40 = sum(n.c40 + (COSTS.c40[code] ?? 0));
  n.text = sum(n.text + (COSTS.text[code] ?? 0));
  n.x12 = sum(n.x12 + (COSTS.x12[code] ?? 0));
  n.edifact = sum(n.edifact + (COSTS.edifact[code] ?? 0));
  n.base256 += 1;
}

/** The text ended before anything was clear: the fewest whole code words win. */
function atEnd(n: Counts): Scheme {
  const [ascii, c40, text, x12, edifact, base256] = [n.ascii, n.c40, n.text, n.x12, n.edifact, n.base256].map(
    Math.ceil,
  ) as [number, number, number, number, number, number];
  if (ascii <= Math.min(c40, text, x12, edifact, base256)) return 'ascii';
  if (edifact < Math.min(ascii, c40, text, x12, base256)) return 'edifact';
  if (text < Math.min(ascii, c40, x12, edifact, base256)) return 'text';
  if (x12 < Math.min(ascii, c40, text, edifact, base256)) return 'x12';
  return 'c40';
}

/** After five characters: a scheme that leads by a code word, if any. */
function decide(n: Counts, codes: Uint8Array, next: number): Scheme | undefined {
  const { ascii, c40, text, x12, edifact, base256 } = n;
  if (ascii + 1 <= Math.min(c40, text, x12, edifact, base256)) return 'ascii';
  if (edifact + 1 < Math.min(ascii, c40, text, x12, base256)) return 'edifact';
  if (text + 1 < Math.min(ascii, c40, x12, edifact, base256)) return 'text';
  if (x12 + 1 < Math.min(ascii, c40, text, edifact, base256)) return 'x12';
  if (c40 + 1 < Math.min(ascii, text, edifact, base256)) {
    if (c40 < x12) return 'c40';
    if (c40 === x12) return separatorComesFirst(codes, next) ? 'x12' : 'c40';
  }
  return undefined;
}

/** Whether one of X12's separators comes before a character X12 cannot write. */
function separatorComesFirst(codes: Uint8Array, from: number): boolean {
  for (let at = from; at < codes.length; at++) {
    const code = codes[at] ?? 0;
    if (isX12Separator(code)) return true;
    if (TRIPLET_VALUES.x12[code] === undefined) return false;
  }
  return false;
}

function tripletCosts(scheme: TripletScheme, otherwise: number): Float64Array {
  return Float64Array.from(TRIPLET_VALUES[scheme], (values) => (values?.length === 1 ? TWO_THIRDS : otherwise));
}
