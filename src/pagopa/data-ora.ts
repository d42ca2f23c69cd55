import { ErroreDati } from '../valori/errore-dati.ts';
import { parseGiorno, type Giorno } from '../valori/giorno.ts';

const OROLOGIO = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

const CON_ZONA = /(?:Z|[+-]\d{2}:\d{2})$/;

/** Date and time of messages: Italian civil time without zone, `2021-01-15T10:30:00`, as the node's own messages bear it. */
export function dataOraItaliana(istante: Date): string {
  return OROLOGIO.format(istante).replace(' ', 'T');
}

/** The Italian day of an instant; same clock as {@link dataOraItaliana}. */
export function dataItaliana(istante: Date): Giorno {
  return OROLOGIO.format(istante).slice(0, 10) as Giorno;
}

/**
 * The instant of a message's date and time. Without a zone it is Italian civil time; the hour that comes twice in autumn is
 * taken as the first of the two.
 * @throws RangeError when it is not an xs:dateTime
 */
export function istanteItaliano(dataOra: string): Date {
  const testo = dataOra.trim();
  if (CON_ZONA.test(testo)) return valido(new Date(testo));
  const comeUtc = valido(new Date(`${testo}Z`)).getTime();
  const candidati = [2, 1].map((ore) => new Date(comeUtc - ore * 3_600_000));
  return candidati.find((istante) => dataOraItaliana(istante) === testo.slice(0, 19)) ?? new Date(comeUtc - 3_600_000);
}

/**
 * The instant that a person means: a date and time as in messages (`2026-01-01T10:30`, with or without a zone), or a day
 * (`01/01/2026`, `2026-01-01`), which begins at midnight in Italy.
 * @throws ErroreDati `data-non-valida`
 */
export function parseIstante(testo: string, campo: string): Date {
  const pulito = testo.trim();
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(pulito)) return istanteItaliano(`${parseGiorno(pulito, campo)}T00:00:00`);
  try {
    return istanteItaliano(pulito.replace(/^(.{16})(?=$|Z|[+-])/, '$1:00'));
  } catch {
    throw new ErroreDati('data-non-valida/con-ora', { testo: testo.slice(0, 40), campo });
  }
}

/**
 * A message's date and time in Italian civil time, `2021-01-15T10:30:00`: what bears `Z` or an offset is turned, never cut.
 * @returns undefined when there is no such date and time
 */
export function inOraItaliana(dataOra: string): string | undefined {
  const testo = dataOra.trim();
  const conZona = CON_ZONA.test(testo);
  const istante = new Date(conZona ? testo : `${testo}Z`);
  if (Number.isNaN(istante.getTime())) return undefined;
  return conZona ? dataOraItaliana(istante) : istante.toISOString().slice(0, 19);
}

/**
 * The day of an xs:date; undefined when there is no such day. A day is no instant: the zone it may bear says whose calendar
 * it is taken from, and moves nothing.
 */
export function giornoXsd(data: string): Giorno | undefined {
  const giorno = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?$/.exec(data.trim())?.[1];
  const istante = new Date(`${giorno}T00:00:00Z`);
  return !Number.isNaN(istante.getTime()) && istante.toISOString().slice(0, 10) === giorno
    ? (giorno as Giorno)
    : undefined;
}

function valido(istante: Date): Date {
  if (Number.isNaN(istante.getTime())) throw new RangeError('not an xs:dateTime');
  return istante;
}
