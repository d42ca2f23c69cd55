const formato = new Intl.DateTimeFormat('it-IT', {
  timeZone: 'Europe/Rome',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/**
 * An instant as the portal shows it, on Italian clocks: `11/01/2021 09:30`.
 * @param istante ISO 8601 with an offset or `Z`; a text without one (as receipts bear) is Italian time already
 */
export function formatIstante(istante: string): string {
  const locale = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(istante);
  if (locale !== null) return `${locale[3]}/${locale[2]}/${locale[1]} ${locale[4]}`;
  return formato.format(new Date(istante)).replace(',', '');
}
