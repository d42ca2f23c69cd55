import type { CodiceRapporto } from '../anagrafe/codice-rapporto.ts';
import type { Trimestre } from '../scadenze/trimestre.ts';
import { ErroreDati } from '../valori/errore-dati.ts';

/** The notice's INPS code: 9 digits of the rapporto, YY, quarter, three digits (991097845204027): 15 digits. */
export type CodiceInps = string & { readonly __codiceInps: unique symbol };

const PROGRESSIVO_MASSIMO = 999;

/**
 * The twelve digits that a rapporto's quarter fixes: the first nine of the codice rapporto, two of the year, the quarter
 * (form read off an INPS page of January 2021).
 */
export function prefissoCodiceInps(codice: CodiceRapporto, trimestre: Trimestre): string {
  const anno = String(trimestre.anno % 100).padStart(2, '0');
  return `${codice.slice(0, 9)}${anno}${trimestre.numero}`;
}

/**
 * Completes the code with three digits. What they mean INPS does not publish; ours count the bollettini issued under the
 * same twelve digits.
 * @param progressivo 1-999
 * @throws ErroreDati `codice-inps-esaurito` beyond 999
 */
export function buildCodiceInps(prefisso: string, progressivo: number): CodiceInps {
  if (progressivo > PROGRESSIVO_MASSIMO) {
    throw new ErroreDati('codice-inps-esaurito', { massimo: PROGRESSIVO_MASSIMO });
  }
  return `${prefisso}${String(progressivo).padStart(3, '0')}` as CodiceInps;
}
