/** Arithmetic of one GF(256), and the error correction of symbols that use it. */
export interface ReedSolomon {
  /** The `n` check words of a block of data words. */
  checkWords(data: Uint8Array, n: number): Uint8Array;
}

/**
 * @param polynomial the field's: 0x11d for QR codes (ISO/IEC 18004), 0x12d for Data Matrix (ISO/IEC 16022)
 * @param firstRoot exponent of the generator polynomial's first root: 0 for QR codes, 1 for Data Matrix
 */
export function reedSolomon(polynomial: number, firstRoot: 0 | 1): ReedSolomon {
  const exp = new Uint8Array(510);
  const log = new Uint8Array(256);
  for (let i = 0, x = 1; i < 255; i++) {
    exp[i] = exp[i + 255] = x;
    log[x] = i;
    x = x & 0x80 ? (x << 1) ^ polynomial : x << 1;
  }
  const multiply = (a: number, b: number): number =>
    a === 0 || b === 0 ? 0 : (exp[(log[a] ?? 0) + (log[b] ?? 0)] ?? 0);

  /** Coefficients of the generator, highest power first, without the leading 1; as logarithms. */
  const generators = new Map<number, Uint8Array>();
  const generator = (n: number): Uint8Array => {
    const known = generators.get(n);
    if (known !== undefined) return known;
    let coefficients = [1];
    for (let i = 0; i < n; i++) {
      const root = exp[i + firstRoot] ?? 0;
      const shifted = [...coefficients, 0];
      coefficients = shifted.map((c, at) => c ^ multiply(coefficients[at - 1] ?? 0, root));
    }
    const logs = Uint8Array.from(coefficients.slice(1), (c) => log[c] ?? 0);
    generators.set(n, logs);
    return logs;
  };

  return {
    checkWords(data, n) {
      const logs = generator(n);
      const remainder = new Uint8Array(n);
      for (const word of data) {
        const factor = word ^ (remainder[0] ?? 0);
        remainder.copyWithin(0, 1);
        remainder[n - 1] = 0;
        if (factor === 0) continue;
        const logFactor = log[factor] ?? 0;
        for (let i = 0; i < n; i++) remainder[i] = (remainder[i] ?? 0) ^ (exp[logFactor + (logs[i] ?? 0)] ?? 0);
      }
      return remainder;
    },
  };
}
