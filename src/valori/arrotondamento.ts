/**
 * Half-up division of non-negative safe integers: the rule of `arrotondaAlCentesimo` where no fraction needs to exist.
 * Exact while twice the dividend is a safe integer; program errors throw RangeError.
 */
export function dividiMezzoInSu(dividendo: number, divisore: number): number {
  const doppio = dividendo * 2 + divisore;
  if (!(dividendo >= 0 && divisore > 0 && Number.isSafeInteger(dividendo) && Number.isSafeInteger(doppio))) {
    throw new RangeError(`not an exact half-up division: ${dividendo} / ${divisore}`);
  }
  // The double quotient can miss the whole below by one when the true one is just under it; the product tells.
  const quoziente = Math.floor(doppio / (divisore * 2));
  return quoziente * divisore * 2 > doppio ? quoziente - 1 : quoziente;
}
