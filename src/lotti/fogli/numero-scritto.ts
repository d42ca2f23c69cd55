/** What spreadsheets show of a number: the rest is the noise of binary fractions. */
const SIGNIFICANT_DIGITS = 15;
/** Day 0 of spreadsheets (30 December 1899) in days since 1970, and what workbooks of the old Mac add. */
const EPOCH_DAYS = -25_569;
const DAYS_1904 = 1462;
/** Before 1 March 1900 spreadsheets count a 29 February that never was. */
const FIRST_SOUND_SERIAL = 61;
const LAST_SERIAL = 2_958_465;
const SECONDS_OF_DAY = 86_400;

/**
 * A number as an Italian would have typed it, without noise digits (`8.0999999999999996` is `8,1`). Three decimals become four:
 * `1,234` may be taken for a thousand and more, `1,2340` may not.
 */
export function numeroScritto(numero: number): string {
  const testo = plain(Number(numero.toPrecision(SIGNIFICANT_DIGITS)));
  return testo.replace(/\.(\d{3})$/, '.$10').replace('.', ',');
}

/** Without an exponent. */
function plain(numero: number): string {
  const testo = String(numero);
  if (!testo.includes('e')) return testo;
  return Math.abs(numero) < 1 ? numero.toFixed(20).replace(/0+$/, '') : BigInt(numero).toString();
}

/** The day a serial number stands for, `11/01/2021`; undefined where spreadsheets themselves do not agree. */
export function giornoScritto(numero: number, date1904: boolean): string | undefined {
  const serial = Math.floor(numero) + (date1904 ? DAYS_1904 : 0);
  if (serial < FIRST_SOUND_SERIAL || serial > LAST_SERIAL) return undefined;
  return giornoItaliano(new Date((serial + EPOCH_DAYS) * SECONDS_OF_DAY * 1000).toISOString());
}

/** `2021-01-11…` → `11/01/2021`. */
export function giornoItaliano(iso: string): string {
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
}

/** A time of spreadsheets, in days, as hours and minutes: `54:00`; seconds only where there are some. */
export function orarioScritto(giorni: number): string {
  const secondi = Math.round(giorni * SECONDS_OF_DAY);
  const due = (n: number): string => String(n).padStart(2, '0');
  const minuti = `${Math.floor(secondi / 3600)}:${due(Math.floor(secondi / 60) % 60)}`;
  return secondi % 60 === 0 ? minuti : `${minuti}:${due(secondi % 60)}`;
}
