import { ErroreDati } from '../../valori/errore-dati.ts';

/** The 18 digits a person types or scans to pay (SACI 1.4.0 ch. 2). */
export type CodiceAvviso = string & { readonly __codiceAvviso: unique symbol };

/** Identificativo univoco di versamento: 15 or 17 digits here (SACI 1.4.0 ch. 2). */
export type Iuv = string & { readonly __iuv: unique symbol };

/** First digit of a codice avviso: says how the other 17 are made. Only 0-3 are defined. */
export type AuxDigit = '0' | '1' | '2' | '3';

/** What a codice avviso is made of. Parts that its aux digit does not have are null. */
export interface PartiCodiceAvviso {
  readonly codiceAvviso: CodiceAvviso;
  /** `0`-`3` are defined by SACI; others are met on official samples and are read, never built. */
  readonly auxDigit: string;
  /** Two digits, aux 0 only. */
  readonly codiceApplicazione: string | null;
  /** Two digits, aux 3 only. */
  readonly codiceSegregazione: string | null;
  /** The part the creditor numbers: 13 digits (aux 0 and 3), 15 (aux 2), 17 (aux 1 and undefined ones). */
  readonly base: string;
  /** The two printed check digits; null where none are defined. */
  readonly controllo: string | null;
  /** Whether the printed check digits are the computed ones; null where none are defined. For information only. */
  readonly controlloValido: boolean | null;
  readonly iuv: Iuv;
}

/** Digits of the creditor's own number, by aux digit. */
const CIFRE_BASE = { '0': 13, '1': 17, '2': 15, '3': 13 } as const;

/**
 * Makes a codice avviso with its check digits (SACI 1.4.0 ch. 2).
 * @param parti `codiceSegregazione`: two digits, the segregation code (aux 3) or application code (aux 0), unused by aux 1
 *   and 2; `progressivo`: the creditor's own number, from 0, at most 13 digits (aux 0, 3), 15 (aux 2) or 17 (aux 1)
 * @throws RangeError when a part does not fit: settings and counters are checked before they come here
 */
export function buildCodiceAvviso(parti: {
  readonly auxDigit: AuxDigit;
  readonly codiceSegregazione: string;
  readonly progressivo: number | bigint;
}): { readonly codiceAvviso: CodiceAvviso; readonly iuv: Iuv } {
  const { auxDigit } = parti;
  const base = baseDigits(parti.progressivo, CIFRE_BASE[auxDigit]);
  const conCodice = auxDigit === '0' || auxDigit === '3';
  if (conCodice && !/^\d{2}$/.test(parti.codiceSegregazione)) {
    throw new RangeError(`not a two-digit segregation or application code: ${parti.codiceSegregazione}`);
  }
  const testa = auxDigit + (conCodice ? parti.codiceSegregazione : '') + base;
  const codiceAvviso = (auxDigit === '1' ? testa : testa + checkDigits(testa)) as CodiceAvviso;
  return { codiceAvviso, iuv: iuvDaCodiceAvviso(codiceAvviso) };
}

/**
 * Reads a codice avviso as printed or typed: spaces, dots and hyphens between the digits do not matter. Wrong check
 * digits are told (`controlloValido`) but never refused: PSPs need not check them, and official samples have wrong ones.
 * @throws ErroreDati `codice-avviso-non-valido` when it is not 18 digits
 */
export function parseCodiceAvviso(testo: string, campo = 'codice avviso'): PartiCodiceAvviso {
  const cifre = testo.replace(/[\s.\u2010-\u2015-]/g, '');
  if (!/^\d{18}$/.test(cifre)) throw wrongShape(testo, cifre, campo);
  const codiceAvviso = cifre as CodiceAvviso;
  const auxDigit = cifre.charAt(0);
  const conControllo = auxDigit === '0' || auxDigit === '2' || auxDigit === '3';
  const controllo = conControllo ? cifre.slice(16) : null;
  return {
    codiceAvviso,
    auxDigit,
    codiceApplicazione: auxDigit === '0' ? cifre.slice(1, 3) : null,
    codiceSegregazione: auxDigit === '3' ? cifre.slice(1, 3) : null,
    base: cifre.slice(auxDigit === '0' || auxDigit === '3' ? 3 : 1, conControllo ? 16 : 18),
    controllo,
    controlloValido: controllo === null ? null : controllo === checkDigits(cifre.slice(0, 16)),
    iuv: iuvDaCodiceAvviso(codiceAvviso),
  };
}

/** The IUV inside a codice avviso: the last 15 digits for aux 0, the last 17 otherwise (SACI 1.4.0 ch. 2). */
export function iuvDaCodiceAvviso(codiceAvviso: CodiceAvviso): Iuv {
  return codiceAvviso.slice(codiceAvviso.startsWith('0') ? 3 : 1) as Iuv;
}

/**
 * The codice avviso a creditor gave an IUV of its own; of an IUV that is not its own, one that nobody was ever given.
 * @param ente the first digit of the creditor's notices, and its application code (aux 0)
 */
export function codiceAvvisoDaIuv(
  iuv: string,
  ente: { readonly auxDigit: AuxDigit; readonly codiceSegregazione: string },
): string {
  return ente.auxDigit === '0' ? `0${ente.codiceSegregazione}${iuv}` : `${ente.auxDigit}${iuv}`;
}

/** Groups of four, as notices print it: `3010 0000 0001 2345 19`. */
export function formatCodiceAvviso(codiceAvviso: CodiceAvviso): string {
  return codiceAvviso.replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** Remainder by 93 of the sixteen digits, two digits. Digit by digit, because the number may pass 2^53. */
function checkDigits(sediciCifre: string): string {
  let resto = 0;
  for (const cifra of sediciCifre) resto = (resto * 10 + Number(cifra)) % 93;
  return String(resto).padStart(2, '0');
}

function baseDigits(progressivo: number | bigint, cifre: number): string {
  if (typeof progressivo === 'number' && !Number.isSafeInteger(progressivo)) {
    throw new RangeError(`not a whole number: ${progressivo}`);
  }
  if (progressivo < 0 || progressivo >= 10n ** BigInt(cifre)) {
    throw new RangeError(`${progressivo} does not fit in ${cifre} digits`);
  }
  return String(progressivo).padStart(cifre, '0');
}

function wrongShape(testo: string, cifre: string, campo: string): ErroreDati {
  const perche = /^\d+$/.test(cifre) ? `ha ${cifre.length} cifre` : 'non è fatto di sole cifre';
  return new ErroreDati('codice-avviso-non-valido', { testo: testo.slice(0, 40), perche, campo });
}
