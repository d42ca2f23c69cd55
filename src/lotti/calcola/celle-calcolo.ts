import type { Calcolo } from '../../contributi/calcolo.ts';
import { contestoTrimestre } from '../../contributi/contesto-trimestre.ts';
import type { ImportiCalcolo } from '../../contributi/importi.ts';
import type { Norme } from '../../norme/norme.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { type ByteWriter, utf8 } from '../csv/byte-writer.ts';
import { csvCell } from '../csv/cell.ts';
import { type FormatoUscita, formatData, writeImporto, writeOre } from './formato.ts';
import { writeSpiegazione } from './spiegazione-breve.ts';

export interface OpzioniCelle {
  readonly formato: FormatoUscita;
  /** Every step and warning in `spiegazione`, instead of one sentence. */
  readonly dettaglio: boolean;
  /** Make harmless the carried cells that a spreadsheet could run; not needed where cells are typed. */
  readonly neutralizza: boolean;
}

const SEMICOLON = 59;
/** Texts kept as bytes: sources and warnings that nearly all rows share; those that name a row of the file soon fill it. */
const TESTI_TENUTI = 1000;

/** Writes the calculated columns of a row (COLONNE_CALCOLATE). */
export class CelleCalcolo {
  readonly #norme: Norme;
  readonly #opzioni: OpzioniCelle;
  readonly #date = new Map<Giorno, Uint8Array>();
  readonly #testi = new Map<string, Uint8Array>();

  constructor(norme: Norme, opzioni: OpzioniCelle) {
    this.#norme = norme;
    this.#opzioni = opzioni;
  }

  /**
   * The cells as the end of a CSV line: a `;` before each, no line end. Amounts are those of the calculation;
   * `contributo_associazione` is inside `totale`, and empty when there is none.
   * @param avvertenze what is implausible about the row
   */
  write(a: ByteWriter, calcolo: ImportiCalcolo | Calcolo, avvertenze: readonly string[]): void {
    const { formato, dettaglio } = this.#opzioni;
    a.byte(SEMICOLON);
    a.integer(calcolo.settimane);
    a.byte(SEMICOLON);
    writeOre(a, calcolo.ore, formato);
    a.byte(SEMICOLON);
    a.integer(calcolo.fascia);
    a.byte(SEMICOLON);
    writeImporto(a, calcolo.contributoOrario, formato);
    a.byte(SEMICOLON);
    writeImporto(a, calcolo.totale, formato);
    a.byte(SEMICOLON);
    writeImporto(a, calcolo.quotaLavoratore, formato);
    a.byte(SEMICOLON);
    writeImporto(a, calcolo.quotaDatore, formato);
    a.byte(SEMICOLON);
    if (calcolo.associazione !== null) writeImporto(a, calcolo.associazione.totale, formato);
    a.byte(SEMICOLON);
    a.piece(this.#data(calcolo.scadenza.scadenza));
    a.byte(SEMICOLON);
    if (dettaglio && 'passi' in calcolo) a.text(csvCell(spiegaPerEsteso(calcolo)));
    else writeSpiegazione(a, calcolo);
    a.byte(SEMICOLON);
    a.piece(this.#testo(this.#fonte(calcolo)));
    a.byte(SEMICOLON);
    const proprie = dettaglio && 'passi' in calcolo ? calcolo.avvertenze : calcolo.daDire;
    const tutte = proprie.length === 0 ? avvertenze : [...avvertenze, ...proprie];
    // A sentence alone is the very one of the rows before: put together again, it would be looked up letter by letter.
    if (tutte.length > 0) a.piece(this.#testo(tutte.length === 1 ? (tutte[0] as string) : tutte.join(' | ')));
    a.byte(SEMICOLON);
    a.integer(calcolo.settimaneAccreditate);
  }

  #data(giorno: Giorno): Uint8Array {
    let cella = this.#date.get(giorno);
    if (cella === undefined) this.#date.set(giorno, (cella = utf8(formatData(giorno, this.#opzioni.formato))));
    return cella;
  }

  /** Title of the printed table's source (the circular). */
  #fonte({ trimestre, fascia, senzaCuaf, tempoDeterminato }: ImportiCalcolo): string {
    const contesto = contestoTrimestre(trimestre, this.#norme);
    return contesto.tariffa(fascia, senzaCuaf, tempoDeterminato).passo.fonte.titolo;
  }

  /** A cell of text that comes back from row to row. */
  #testo(testo: string): Uint8Array {
    let cella = this.#testi.get(testo);
    if (cella === undefined) {
      cella = utf8(csvCell(testo));
      if (this.#testi.size < TESTI_TENUTI) this.#testi.set(testo, cella);
    }
    return cella;
  }
}

/** Every step as `label: formula = result [source]`, one line; what to know of it goes among the warnings. */
function spiegaPerEsteso({ passi }: Calcolo): string {
  return passi
    .map(({ etichetta, formula, risultato, fonte }) => `${etichetta}: ${formula} = ${risultato} [${fonte.titolo}]`)
    .join(' | ');
}
