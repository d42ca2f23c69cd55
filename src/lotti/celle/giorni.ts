import { giornoScritto } from '../fogli/numero-scritto.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { type Giorno, parseGiorno } from '../../valori/giorno.ts';
import { pulisciValore } from './pulisci.ts';

/** Days of a rapporto that somebody still pays for: anything else is a slip of the keyboard. */
const ANNO_PRIMO = 1940;
const ANNO_ULTIMO = 2099;
/** Two digits of a year up to this are of our century. */
const SECOLO_FINO_A = 49;

const MESE = /^(\d{1,2})[ /.-]([a-z]{3,9})\.?[ /.-](\d{4}|\d{2})$/i;
/** Midnight and other hours after the day, as exports of programs have them; never with a zone. */
const CON_ORA = /^(.+?)[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,6})?)?$/;
/** What JSON makes of a day: the same day only at midnight, another one where Italy's midnight was meant. */
const MEZZANOTTE_UTC = /^(\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?(?:Z|\+00:00)$/;

/**
 * Reads a day as people and their programs write it: `15/09/2019`, `15.9.2019`, `1/1/26`, `2019-09-15`, `2019/09/15`, `20190915`, `15 settembre 2019`,
 * with an hour after it, or the serial number that spreadsheets keep (`46023`).
 * @throws ErroreDati `data-non-valida`
 */
export function leggiGiorno(testo: string, campo: string): Giorno {
  const scritto = pulisciValore(testo);
  const senzaOra = MEZZANOTTE_UTC.exec(scritto)?.[1] ?? CON_ORA.exec(scritto)?.[1] ?? scritto;
  const giorno = parseGiorno(normale(senzaOra) ?? scritto, campo);
  const anno = Number(giorno.slice(0, 4));
  if (anno >= ANNO_PRIMO && anno <= ANNO_ULTIMO) return giorno;
  throw new ErroreDati('data-non-valida/anno-lontano', { testo: testo.slice(0, 40), anno, campo });
}

/** The same day as `parseGiorno` reads it; undefined for what is no day. */
function normale(testo: string): string | undefined {
  const seriale = /^([2-9]\d{4})(?:[.,]0+)?$/.exec(testo)?.[1];
  if (seriale !== undefined) return giornoScritto(Number(seriale), false);
  const attaccato = /^((?:19|20)\d\d)[/.]?(\d\d)[/.]?(\d\d)$/.exec(testo);
  if (attaccato !== null) return attaccato.slice(1).join('-');
  if (/^\d{4}-/.test(testo)) return testo;
  const [giorno, mese, anno] = inCifre(testo) ?? conMese(testo) ?? [];
  return giorno === undefined || mese === undefined ? undefined : `${giorno}/${mese}/${secolo(anno ?? '')}`;
}

/** Day, month and year with the same sign between them. */
function inCifre(testo: string): readonly string[] | undefined {
  const [, giorno, , mese, anno] = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(testo) ?? [];
  return giorno === undefined || mese === undefined || anno === undefined ? undefined : [giorno, mese, anno];
}

function conMese(testo: string): readonly string[] | undefined {
  const [, giorno, nome = '', anno] = MESE.exec(testo) ?? [];
  const mese = NOMI_DEI_MESI.findIndex((intero) => intero.startsWith(nome.toLowerCase()));
  return giorno === undefined || anno === undefined || mese < 0 ? undefined : [giorno, String(mese + 1), anno];
}

const NOMI_DEI_MESI =
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(' ');

function secolo(anno: string): string {
  if (anno.length === 4) return anno;
  return `${Number(anno) <= SECOLO_FINO_A ? 20 : 19}${anno}`;
}
