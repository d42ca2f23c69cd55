import type { Trimestre } from '../../scadenze/trimestre.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';

/** What the 15 digits of a notice's INPS code say: 991097845 20 4 027. */
export interface PartiCodiceInps {
  /** First nine digits of the codice rapporto. */
  readonly inizioRapporto: string;
  readonly trimestre: Trimestre;
  /** Three digits whose meaning INPS does not publish. */
  readonly coda: string;
}

/**
 * Reads the INPS code printed on a notice (form seen on a real page of January 2021).
 * @throws ErroreDati `codice-inps-non-valido`
 */
export function readCodiceInps(testo: string, campo = 'codiceInps'): PartiCodiceInps {
  const [, inizioRapporto, anno, numero, coda] =
    /^(\d{9})(\d{2})([1-4])(\d{3})$/.exec(testo.replace(/[\s.-]/g, '')) ?? [];
  if (inizioRapporto === undefined || anno === undefined || numero === undefined || coda === undefined) {
    throw new ErroreDati('codice-inps-non-valido', { testo: testo.slice(0, 40), campo });
  }
  const trimestre = { anno: 2000 + Number(anno), numero: Number(numero) as Trimestre['numero'] };
  return { inizioRapporto, trimestre, coda };
}
