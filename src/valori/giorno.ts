import { UTCDate } from '@date-fns/utc';
import { addDays, addMonths, differenceInCalendarDays, getDay, isValid, parse } from 'date-fns';
import { ErroreDati } from './errore-dati.ts';

/** A plain calendar day `YYYY-MM-DD` of the Italian civil calendar: no hour, no zone. Compares as text. */
export type Giorno = string & { readonly __giorno: unique symbol };

const ISO = /^\d{4}-\d{2}-\d{2}$/;
const ITALIANO = /^\d{1,2}\/\d{1,2}\/\d{4}$/;

/**
 * Reads `2021-01-11` or `11/01/2021`; 30 February and the like are refused.
 * @throws ErroreDati `data-non-valida`
 */
export function parseGiorno(testo: string, campo = 'data'): Giorno {
  const pulito = testo.trim();
  const forma = ISO.test(pulito) ? 'yyyy-MM-dd' : ITALIANO.test(pulito) ? 'd/M/yyyy' : undefined;
  const data = forma === undefined ? undefined : parse(pulito, forma, new UTCDate(0));
  if (data === undefined || !isValid(data)) {
    throw new ErroreDati('data-non-valida', { testo: testo.slice(0, 40), campo });
  }
  return fromUtc(data);
}

/** The day of these calendar numbers; `mese` counts from 1. Out-of-range numbers throw RangeError. */
export function giorno(anno: number, mese: number, delMese: number): Giorno {
  const data = new UTCDate(anno, mese - 1, delMese);
  if (data.getUTCMonth() !== mese - 1) throw new RangeError(`no such day: ${anno}-${mese}-${delMese}`);
  return fromUtc(data);
}

/** The day `n` days later (earlier when negative). */
export function aggiungiGiorni(dal: Giorno, n: number): Giorno {
  return fromUtc(addDays(toUtc(dal), n));
}

/** The same day `n` months later, or the last one of a shorter month (31 January + 1 = 28 or 29 February). */
export function aggiungiMesi(dal: Giorno, n: number): Giorno {
  return fromUtc(addMonths(toUtc(dal), n));
}

/** Days from `dal` to `al`: 1 for the next day. */
export function giorniTra(dal: Giorno, al: Giorno): number {
  return differenceInCalendarDays(toUtc(al), toUtc(dal));
}

/** 0 = domenica … 6 = sabato. */
export function giornoDellaSettimana(data: Giorno): number {
  return getDay(toUtc(data));
}

/** Calendar numbers of a day; `mese` counts from 1. */
export function partiDelGiorno(data: Giorno): { anno: number; mese: number; delMese: number } {
  return { anno: Number(data.slice(0, 4)), mese: Number(data.slice(5, 7)), delMese: Number(data.slice(8, 10)) };
}

/** `2021-01-11` → `11/01/2021`. */
export function formatGiornoItaliano(data: Giorno): string {
  return `${data.slice(8, 10)}/${data.slice(5, 7)}/${data.slice(0, 4)}`;
}

/** Made once: a formatter costs a hundred times what it formats. */
const IN_ITALIA = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' });

/** The day it is in Italy at this instant. */
export function giornoInItalia(istante: Date): Giorno {
  return IN_ITALIA.format(istante) as Giorno;
}

function toUtc(data: Giorno): UTCDate {
  const { anno, mese, delMese } = partiDelGiorno(data);
  return new UTCDate(anno, mese - 1, delMese);
}

function fromUtc(data: Date): Giorno {
  return data.toISOString().slice(0, 10) as Giorno;
}
