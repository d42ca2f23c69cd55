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

  /** The generator polynomial times each word, highest power first, without the leading term: 256 rows of `n`. */
  const products = new Map<number, Uint8Array>();
  const generatorProducts = (n: number): Uint8Array => {
    const known = products.get(n);
    if (known !== undefined) return known;
    let coefficients = [1];
    for (let i = 0; i < n; i++) {
      const root = exp[i + firstRoot] ?? 0;
      const shifted = [...coefficients, 0];
      coefficients = shifted.map((c, at) => c ^ multiply(coefficients[at - 1] ?? 0, root));
    }
    const rows = new Uint8Array(256 * n);
    for (let word = 0; word < 256; word++) {
      for (let i = 0; i < n; i++) rows[word * n + i] = multiply(word, coefficients[i + 1] ?? 0);
    }
    products.set(n, rows);
    return rows;
  };

  return {
    // The remainder is not shifted: it walks along a buffer as long as the whole block.
    checkWords(data, n) {
      const rows = generatorProducts(n);
      const buffer = new Uint8Array(data.length + n);
      buffer.set(data);
      for (let at = 0; at < data.length; at++) {
        const row = (buffer[at] ?? 0) * n;
        for (let i = 0, to = at + 1; i < n; i++, to++) buffer[to] = (buffer[to] ?? 0) ^ (rows[row + i] ?? 0);
      }
      return buffer.subarray(data.length);
    },
  };
}
