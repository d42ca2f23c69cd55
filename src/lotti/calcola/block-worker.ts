import { type BaseDiCalcolo, calcolaBase, type Calcolatore } from '../../bollettini/base-di-calcolo.ts';
import { calcolaImporti, type ImportiCalcolo, importiTrimestre } from '../../contributi/importi.ts';
import { parseSituazione } from '../../contributi/situazione/schema.ts';
import { calcolaDati, calcolaTrimestre } from '../../contributi/calcola.ts';
import type { Norme } from '../../norme/norme.ts';
import type { Trimestre } from '../../scadenze/trimestre.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { ByteWriter } from '../csv/byte-writer.ts';
import { csvCell, csvLine, quoteCell } from '../csv/cell.ts';
import { isEmptyRow } from '../csv/empty-row.ts';
import { type RecordScanner, SEMICOLON } from '../csv/record-scanner.ts';
import type { ErroreRiga } from '../righe/errore-riga.ts';
import type { InizioFile } from '../righe/leggi-intestazione.ts';
import { RowParser } from '../righe/row-parser.ts';
import { AvvertenzeRiga } from './avvertenze-riga.ts';
import { CelleCalcolo, type OpzioniCelle } from './celle-calcolo.ts';
import { GiaVisti } from './gia-visti.ts';
import type { Totali } from './totali.ts';

/** The lines that a block of rows gives. */
export interface LinesOut {
  /** Good until the block after the next. */
  readonly out: Buffer;
  readonly errors: string;
}

const NEWLINE = 10;
const RETURN = 13;

/** Calculates the rows of a file, block after block. */
export class BlockWorker {
  readonly #parser: RowParser;
  readonly #lineEnd: string;
  readonly #norme: Norme;
  readonly #opzioni: OpzioniCelle;
  readonly #celle: CelleCalcolo;
  readonly #out = new ByteWriter();
  readonly #totali: Totali;
  readonly #calcolatore: Calcolatore;
  readonly #columns: number;
  readonly #avvertenze: AvvertenzeRiga;
  readonly #visti = new GiaVisti();

  constructor(inizio: InizioFile, norme: Norme, opzioni: OpzioniCelle, totali: Totali, oggi: Giorno) {
    this.#columns = inizio.intestazione.intestazioni.length;
    this.#avvertenze = new AvvertenzeRiga(oggi);
    this.#parser = new RowParser(inizio.intestazione);
    this.#lineEnd = inizio.lineEnd;
    this.#norme = norme;
    this.#opzioni = opzioni;
    this.#celle = new CelleCalcolo(norme, opzioni);
    this.#totali = totali;
    this.#calcolatore = {
      semplice: (dati) => calcolaDati(dati, norme),
      trimestre: (situazione) => calcolaTrimestre(situazione, norme),
    };
  }

  /** Goes through records that an earlier run worked at, only to know them again. */
  recall(scanner: RecordScanner, last: boolean, before: number): void {
    while (scanner.next(last) && scanner.line < before) {
      if (isEmptyRow(scanner)) continue;
      const base = this.#parser.parse(scanner);
      const [primo] = base === undefined ? [] : this.#calcola(base);
      if (primo !== undefined) this.#visto(primo.trimestre);
    }
  }

  /** Works through the records that the scanner's block holds whole. */
  work(scanner: RecordScanner, last: boolean): LinesOut {
    let errors = '';
    while (scanner.next(last)) {
      if (isEmptyRow(scanner)) continue;
      const base = this.#parser.parse(scanner);
      const calcoli = base === undefined ? [] : this.#calcola(base);
      if (calcoli.length === 0) {
        this.#totali.refuse(this.#parser.errors);
        errors += this.#parser.errors.map((errore) => csvLine(errorCells(errore), this.#lineEnd)).join('');
      } else {
        const frasi = this.#frasi(calcoli);
        this.#totali.add(calcoli, frasi.length > 0 || calcoli[0]?.daDire.length !== 0);
        for (const calcolo of calcoli) this.#write(scanner, calcolo, frasi);
      }
    }
    return { out: this.#out.take(), errors };
  }

  /** What is implausible about the row. */
  #frasi(calcoli: readonly ImportiCalcolo[]): readonly string[] {
    const frasi: string[] = [];
    const [primo] = calcoli;
    if (primo === undefined) return frasi;
    this.#parser.avvertenze(frasi);
    const prima = this.#visto(primo.trimestre);
    if (prima !== undefined) frasi.push(`stesso rapporto e trimestre della riga ${prima}`);
    this.#avvertenze.di(frasi, primo);
    return frasi;
  }

  #write(scanner: RecordScanner, calcolo: ImportiCalcolo, frasi: readonly string[]): void {
    const out = this.#out;
    const plain = scanner.fields === this.#columns && scanner.separator === SEMICOLON;
    if (plain && !(scanner.risky && this.#opzioni.neutralizza)) {
      out.copy(scanner.bytes, scanner.recordStart, scanner.recordEnd);
    } else out.text(this.#rewritten(scanner));
    this.#celle.write(out, calcolo, frasi);
    if (this.#lineEnd === '\r\n') out.byte(RETURN);
    out.byte(NEWLINE);
  }

  /** The row written anew: another separator, cells missing or too many, or one that could be taken for a formula. */
  #rewritten(scanner: RecordScanner): string {
    const cell = this.#opzioni.neutralizza ? csvCell : quoteCell;
    return Array.from({ length: this.#columns }, (_, field) => cell(scanner.value(field))).join(';');
  }

  /** Line on which the current row's rapporto and quarter stood before. */
  #visto(trimestre: Trimestre): number | undefined {
    const rapporto = this.#parser.numeroRapporto();
    return rapporto === undefined ? undefined : this.#visti.visto(rapporto, trimestre, this.#parser.line);
  }

  /** None when the calculation refused the row. */
  #calcola(base: BaseDiCalcolo): readonly ImportiCalcolo[] {
    try {
      if (this.#opzioni.dettaglio) return calcolaBase(base, this.#calcolatore);
      // Steps that nobody will read are not composed.
      return base.forma === 'semplice'
        ? calcolaImporti(base.dati, this.#norme)
        : importiTrimestre(parseSituazione(base.testo), this.#norme);
    } catch (errore) {
      this.#parser.refuseBecause(errore);
      return [];
    }
  }
}

export function errorCells({ riga, id, colonna, valore, errore }: ErroreRiga): string[] {
  return [String(riga), id, colonna, valore, errore];
}
