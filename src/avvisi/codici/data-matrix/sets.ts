/** Encodation schemes of ECC 200 that ASCII text is ever written in (ISO/IEC 16022, 5.2). */
export type Scheme = 'ascii' | 'c40' | 'text' | 'x12' | 'edifact';

/** The schemes that pack three values in two code words. */
export type TripletScheme = 'c40' | 'text' | 'x12';

/** First value of a shifted character of C40 and Text; 0 is also what pads a last incomplete triplet. */
const SHIFT_2 = 1;
const SHIFT_3 = 2;

/** Values of each character, by its code; undefined where the scheme has none. */
export const TRIPLET_VALUES: Readonly<Record<TripletScheme, readonly (readonly number[] | undefined)[]>> = {
  c40: codes((code) => basic(code, 65) ?? shifted(code, (c) => (c >= 96 ? [SHIFT_3, c - 96] : undefined))),
  text: codes((code) => basic(code, 97) ?? shifted(code, textShift3)),
  x12: codes((code) => x12Separator(code) ?? basic(code, 65)),
};

/** EDIFACT writes codes 32-94 in their low six bits. */
export function isEdifact(code: number): boolean {
  return code >= 32 && code <= 94;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** X12's own three: carriage return, `*` and `>`. */
export function isX12Separator(code: number): boolean {
  return code === 13 || code === 42 || code === 62;
}

function codes<T>(of: (code: number) => T): T[] {
  return Array.from({ length: 128 }, (_, code) => of(code));
}

/** Space, digits and the letters from `firstLetter` on take one value. */
function basic(code: number, firstLetter: number): number[] | undefined {
  if (code === 32) return [3];
  if (isDigit(code)) return [code - 44];
  if (code >= firstLetter && code < firstLetter + 26) return [code - firstLetter + 14];
  return undefined;
}

/** Control characters (shift 1), punctuation (shift 2), and what the scheme puts under shift 3. */
function shifted(code: number, shift3: (code: number) => number[] | undefined): number[] | undefined {
  if (code < 32) return [0, code];
  if (code >= 33 && code <= 47) return [SHIFT_2, code - 33];
  if (code >= 58 && code <= 64) return [SHIFT_2, code - 43];
  if (code >= 91 && code <= 95) return [SHIFT_2, code - 69];
  return shift3(code);
}

function textShift3(code: number): number[] | undefined {
  if (code === 96) return [SHIFT_3, 0];
  if (code >= 65 && code <= 90) return [SHIFT_3, code - 64];
  return code >= 123 ? [SHIFT_3, code - 96] : undefined;
}

function x12Separator(code: number): number[] | undefined {
  const place = [13, 42, 62].indexOf(code);
  return place === -1 ? undefined : [place];
}
