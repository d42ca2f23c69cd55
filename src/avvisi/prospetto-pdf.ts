import type { Giorno } from '../valori/giorno.ts';
import { renderScheda } from './scheda-pdf.ts';
import { paragrafo, tabellaVoci, titolo, type Blocco, type Voce } from './stampa/scheda.ts';
import { tabella, type Colonna } from './stampa/tabella.ts';

/** One part of a statement: words, a list of named values, or a table. */
export interface SezioneProspetto {
  readonly titolo?: string;
  readonly testo?: string;
  readonly voci?: readonly Voce[];
  readonly tabella?: {
    readonly colonne: readonly Colonna[];
    readonly righe: readonly (readonly string[])[];
    readonly totali?: readonly string[];
  };
}

/** A statement on paper: an attestazione of contributions paid, a worker's extract, a reckoning of sanctions. All texts are ready to print. */
export interface DatiProspetto {
  readonly titolo: string;
  readonly sottotitolo: string;
  readonly autore: string;
  readonly sezioni: readonly SezioneProspetto[];
  /** The data come from a simulation: FAC-SIMILE on every page, and this sentence. */
  readonly simulazione?: string;
  /** The day the document is made: PDF dates and bytes depend on it alone. */
  readonly emessoIl: Giorno;
}

/**
 * A statement as PDF/A-2a and PDF/UA-1, on as many pages as its tables need. Same data, same bytes.
 * @throws ErroreDati `carattere-non-stampabile`
 */
export function renderProspettoPdf(dati: DatiProspetto): Buffer {
  const info = {
    title: dati.titolo,
    subject: dati.sottotitolo,
    author: dati.autore,
    language: 'it-IT',
    created: dati.emessoIl,
  };
  const blocchi = [
    titolo('H1', 18, dati.titolo, 0),
    paragrafo(dati.sottotitolo, { spazioPrima: 1 }),
    ...dati.sezioni.flatMap(blocchiSezione),
  ];
  return renderScheda(info, blocchi, dati.simulazione);
}

function blocchiSezione(sezione: SezioneProspetto): Blocco[] {
  const { tabella: dati } = sezione;
  return [
    ...(sezione.titolo === undefined ? [] : [titolo('H2', 12, sezione.titolo, 6)]),
    ...(sezione.testo === undefined ? [] : [paragrafo(sezione.testo, { spazioPrima: 2.5 })]),
    ...(sezione.voci === undefined ? [] : [tabellaVoci(sezione.voci)]),
    ...(dati === undefined ? [] : [tabella(dati.colonne, dati.righe, dati.totali)]),
  ];
}
