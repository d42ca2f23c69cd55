import type { Giorno } from '../valori/giorno.ts';

const OROLOGIO = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

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
  if (/(?:Z|[+-]\d{2}:\d{2})$/.test(testo)) return valido(new Date(testo));
  const comeUtc = valido(new Date(`${testo}Z`)).getTime();
  const candidati = [2, 1].map((ore) => new Date(comeUtc - ore * 3_600_000));
  return candidati.find((istante) => dataOraItaliana(istante) === testo.slice(0, 19)) ?? new Date(comeUtc - 3_600_000);
}

function valido(istante: Date): Date {
  if (Number.isNaN(istante.getTime())) throw new RangeError('not an xs:dateTime');
  return istante;
}
