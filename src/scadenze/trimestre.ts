import { ErroreDati } from '../valori/errore-dati.ts';
import { type Giorno, aggiungiGiorni, giorno } from '../valori/giorno.ts';

/** A calendar quarter, the period of one INPS payment. */
export interface Trimestre {
  readonly anno: number;
  readonly numero: 1 | 2 | 3 | 4;
}

const NUMERO = '[1-4]|iv|i{1,3}|primo|secondo|terzo|quarto';
const PAROLA = '(?:trimestre|trim\\.?|t|q)';
/** `4/2020`, `IV 2020`, `4° trim. 2020`, `T4 2020`, `4T2020`, and the year first: `2020/4`, `2020-T4`, `2020 Q4`. */
const NUMERO_E_ANNO = new RegExp(`^${PAROLA}? ?(${NUMERO})[°º^ª]? ?${PAROLA}? ?(?:[/.-] ?|di |del )?(\\d{4})$`);
const ANNO_E_NUMERO = new RegExp(`^(\\d{4}) ?[/-]? ?(?:${PAROLA} ?)?(${NUMERO})[°º^ª]?(?: ?${PAROLA})?$`);
/** `ottobre-dicembre 2020`. */
const MESI_E_ANNO = /^([a-z]{3,9})\.? ?[-–/] ?([a-z]{3,9})\.? (\d{4})$/;
const NUMERI: Readonly<Record<string, Trimestre['numero']>> = {
  ...{ i: 1, ii: 2, iii: 3, iv: 4 },
  ...{ primo: 1, secondo: 2, terzo: 3, quarto: 4 },
};
/** First and last month of each quarter. */
const MESI = [
  ['gennaio', 'marzo'],
  ['aprile', 'giugno'],
  ['luglio', 'settembre'],
  ['ottobre', 'dicembre'],
] as const;

/**
 * Reads `4/2020` and the other ways in which nobody could read another quarter: `IV 2020`, `4° trim. 2020`, `2020-T4`, `2020/4`, `ott-dic 2020`.
 * `04/2020` and `2020-04` are not among them: they may be April.
 * @throws ErroreDati `trimestre-non-valido`
 */
export function parseTrimestre(testo: string, campo = 'trimestre'): Trimestre {
  const pulito = testo.trim().slice(0, 60).toLowerCase().replace(/\s+/g, ' ');
  const [anno, numero] = cifreSole(pulito) ? [] : parti(pulito);
  if (anno === undefined || numero === undefined) {
    throw new ErroreDati('trimestre-non-valido', { testo: testo.slice(0, 40), campo });
  }
  return { anno: Number(anno), numero: NUMERI[numero] ?? (Number(numero) as Trimestre['numero']) };
}

/**
 * Reads a quarter whose number and year stand apart: `4` (or `IV`, `4° trim.`) and `2020`. A whole quarter beside a year is let
 * pass where the year is its own.
 * @throws ErroreDati `trimestre-non-valido`, `anno-non-valido`, `anno-diverso`
 */
export function parseTrimestreConAnno(numero: string, anno: string): Trimestre {
  if (!/^(?:19|20)\d{2}$/.test(anno)) {
    throw new ErroreDati('anno-non-valido/quattro-cifre', { testo: anno.slice(0, 20), campo: 'anno' });
  }
  const soloNumero = parti(`${numero.slice(0, 60).toLowerCase().replace(/\s+/g, ' ')} ${anno}`).length > 0;
  const trimestre = parseTrimestre(soloNumero ? `${numero} ${anno}` : numero);
  if (trimestre.anno === Number(anno)) return trimestre;
  throw new ErroreDati('anno-diverso', { anno, trimestre: formatTrimestre(trimestre), campo: 'anno' });
}

/** Digits alone may be anything: `44105` is the serial number of a day. */
function cifreSole(testo: string): boolean {
  return /^\d+$/.test(testo);
}

/** Year and number as written. */
function parti(testo: string): readonly string[] {
  return ANNO_E_NUMERO.exec(testo)?.slice(1) ?? NUMERO_E_ANNO.exec(testo)?.slice(1).reverse() ?? deiMesi(testo);
}

function deiMesi(testo: string): readonly string[] {
  const [, primo, ultimo, anno] = MESI_E_ANNO.exec(testo) ?? [];
  if (primo === undefined || ultimo === undefined || anno === undefined) return [];
  const indice = MESI.findIndex(([da, a]) => da.startsWith(primo) && a.startsWith(ultimo));
  return indice < 0 ? [] : [anno, String(indice + 1)];
}

/** `4/2020`, as on INPS's page. */
export function formatTrimestre(trimestre: Trimestre): string {
  return `${trimestre.numero}/${trimestre.anno}`;
}

/** `ottobre–dicembre 2020`, as people say it. */
export function mesiDelTrimestre({ anno, numero }: Trimestre): string {
  return `${(MESI[numero - 1] ?? MESI[0]).join('–')} ${anno}`;
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

/** The quarter before this one. */
export function trimestrePrecedente({ anno, numero }: Trimestre): Trimestre {
  return numero === 1 ? { anno: anno - 1, numero: 4 } : { anno, numero: (numero - 1) as Trimestre['numero'] };
}

/** Chronological order: negative when `a` comes before `b`. */
export function confrontaTrimestri(a: Trimestre, b: Trimestre): number {
  return a.anno - b.anno || a.numero - b.numero;
}
