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
