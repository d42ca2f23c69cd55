import { arrotondaAlCentesimo, type Decimale, inEuro } from '../valori/decimale.ts';
import { type Centesimi, centesimi } from '../valori/denaro.ts';

/**
 * Paid hours × cents an hour. Whole hours are exact in integers; a fraction of an hour is multiplied exactly and rounded
 * once, half-up to the cent (INPS publishes no rule for part hours).
 * @param intere the same hours when whole, else a negative number
 */
export function orePerCentesimi(ore: Decimale, intere: number, oraria: Centesimi): Centesimi {
  return intere >= 0 ? centesimi(intere * oraria) : arrotondaAlCentesimo(inEuro(oraria).times(ore));
}
