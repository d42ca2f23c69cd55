import { Decimale } from '../../valori/decimale.ts';
import { aggiungiGiorni, type Giorno } from '../../valori/giorno.ts';
import type { Tratto } from './tratti.ts';

/** The stretches up to the cap. */
export interface FinoAlTetto {
  readonly tratti: readonly Tratto[];
  /** Exact euro, at most the cap. */
  readonly somma: Decimale;
  /** The day on which the sum reached the cap; null when it did not. */
  readonly raggiuntoIl: Giorno | null;
}

/** Digits kept of a number of days before it is rounded up: quotients of 34 digits may pass a whole day by a hair. */
const CIFRE_DEI_GIORNI = 20;

/**
 * Cuts the stretches at the day on which their sum reaches the cap: that day's cost is only what was missing, and the days
 * after it carry no sanction (art. 116 c. 9 L. 388/2000).
 * @param tetto euro
 */
export function finoAlTetto(tratti: readonly Tratto[], tetto: Decimale): FinoAlTetto {
  const tenuti: Tratto[] = [];
  let somma = new Decimale(0);
  for (const tratto of tratti) {
    const manca = tetto.minus(somma);
    const alTetto = manca.times(tratto.giorni).dividedBy(tratto.importo).toDecimalPlaces(CIFRE_DEI_GIORNI);
    if (alTetto.greaterThan(tratto.giorni)) {
      tenuti.push(tratto);
      somma = somma.plus(tratto.importo);
      continue;
    }
    const giorni = Math.max(1, alTetto.ceil().toNumber());
    const al = aggiungiGiorni(tratto.dal, giorni - 1);
    tenuti.push({ ...tratto, al, giorni, importo: manca });
    return { tratti: tenuti, somma: tetto, raggiuntoIl: al };
  }
  return { tratti: tenuti, somma, raggiuntoIl: null };
}
