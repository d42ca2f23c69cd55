import { type GenereCella, senzaValore } from '../fogli/cartella.ts';
import { giornoItaliano, numeroScritto, orarioScritto } from '../fogli/numero-scritto.ts';
import { attribute, type Attributi } from '../xml/xml-reader.ts';

/**
 * The text of a cell in Italian forms, as `leggiCella` gives it for an XLSX.
 * @param text what the cell shows, @param dove its address
 */
export function leggiCellaOds(attributes: Attributi, text: string, dove: string): readonly [string, GenereCella] {
  const tipo = attribute(attributes, 'value-type');
  if (attributes['calcext:value-type'] === 'error') return [text.startsWith('#') ? text : `#ERRORE! ${text}`, 'testo'];
  if (tipo === undefined) {
    const formula = attribute(attributes, 'formula');
    return [formula === undefined ? text : senzaValore(formula, dove), 'testo'];
  }
  const numero = Number(attribute(attributes, 'value'));
  if (tipo === 'percentage') return [`${numeroScritto(numero * 100)}%`, 'testo'];
  if (tipo === 'float' || tipo === 'currency') return [numeroScritto(numero), 'numero'];
  if (tipo === 'date') return [giornoItaliano(attribute(attributes, 'date-value') ?? ''), 'data'];
  if (tipo === 'time') return [orario(attribute(attributes, 'time-value') ?? '', text), 'testo'];
  if (tipo === 'boolean') return [attribute(attributes, 'boolean-value') === 'true' ? 'si' : 'no', 'testo'];
  return [text.replace(/[\r\n]+/g, ' '), 'testo'];
}

/** `PT54H30M00S` → `54:30`. */
function orario(durata: string, text: string): string {
  const parti = /^PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S$/.exec(durata);
  if (parti === null) return text;
  const [ore = 0, minuti = 0, secondi = 0] = parti.slice(1).map(Number);
  return orarioScritto((ore * 3600 + minuti * 60 + secondi) / 86_400);
}
