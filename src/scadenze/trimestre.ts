import { ErroreDati } from '../valori/errore-dati.ts';
import { type Giorno, aggiungiGiorni, giorno } from '../valori/giorno.ts';

/** A calendar quarter, the period of one INPS payment. */
export interface Trimestre {
  readonly anno: number;
  readonly numero: 1 | 2 | 3 | 4;
}

/**
 * Reads `4/2020` (also `2020/4`, `4-2020`, `2020-T4`).
 * @throws ErroreDati `trimestre-non-valido`
 */
export function parseTrimestre(testo: string, campo = 'trimestre'): Trimestre {
  const pulito = testo.trim();
  const avanti = /^([1-4])\s*[/-]\s*(\d{4})$/.exec(pulito);
  const indietro = /^(\d{4})\s*[/-]\s*[TtQq]?([1-4])$/.exec(pulito);
  const trovati = avanti?.slice(1) ?? indietro?.slice(1).reverse();
  if (trovati === undefined) {
    throw new ErroreDati(
      'trimestre-non-valido',
      `${campo}: «${testo.slice(0, 40)}» non è un trimestre; scrivere il numero e l’anno, per esempio 4/2020.`,
      { campo },
    );
  }
  const [numero, anno] = trovati;
  return { anno: Number(anno), numero: Number(numero) as Trimestre['numero'] };
}

/** `4/2020`, as on INPS's page. */
export function formatTrimestre(trimestre: Trimestre): string {
  return `${trimestre.numero}/${trimestre.anno}`;
}

/** First and last solar day of the quarter. */
export function estremi(trimestre: Trimestre): { readonly primo: Giorno; readonly ultimo: Giorno } {
  const primo = giorno(trimestre.anno, trimestre.numero * 3 - 2, 1);
  const successivo = trimestreSuccessivo(trimestre);
  return { primo, ultimo: aggiungiGiorni(giorno(successivo.anno, successivo.numero * 3 - 2, 1), -1) };
}

/** The quarter after this one. */
export function trimestreSuccessivo(trimestre: Trimestre): Trimestre {
  return trimestre.numero === 4
    ? { anno: trimestre.anno + 1, numero: 1 }
    : { anno: trimestre.anno, numero: (trimestre.numero + 1) as Trimestre['numero'] };
}

/** Chronological order: negative when `a` comes before `b`. */
export function confrontaTrimestri(a: Trimestre, b: Trimestre): number {
  return a.anno - b.anno || a.numero - b.numero;
}
