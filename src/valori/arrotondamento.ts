/**
 * Half-up division of non-negative safe integers: the rule of `arrotondaAlCentesimo` where no fraction needs to exist.
 * Exact while twice the dividend is a safe integer; program errors throw RangeError.
 */
export function dividiMezzoInSu(dividendo: number, divisore: number): number {
  const doppio = dividendo * 2 + divisore;
  if (!(dividendo >= 0 && divisore > 0 && Number.isSafeInteger(dividendo) && Number.isSafeInteger(doppio))) {
    throw new RangeError(`not an exact half-up division: ${dividendo} / ${divisore}`);
  }
  return (doppio - (doppio % (divisore * 2))) / (divisore * 2);
}
