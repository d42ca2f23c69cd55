import { type BaseDiCalcolo, calcolaBase, type Calcolatore } from '../../bollettini/base-di-calcolo.ts';
import { calcola } from '../../contributi/calcola.ts';
import { calcolaImporti, type ImportiCalcolo } from '../../contributi/importi.ts';
import { calcolaTrimestre } from '../../contributi/situazione/calcola-trimestre.ts';
import type { Norme } from '../../norme/norme.ts';
import { ByteWriter } from '../csv/byte-writer.ts';
import { csvCell, csvLine } from '../csv/cell.ts';
import { isEmptyRow } from '../csv/empty-row.ts';
import type { RecordScanner } from '../csv/record-scanner.ts';
import type { ErroreRiga } from '../righe/errore-riga.ts';
import type { InizioFile } from '../righe/leggi-intestazione.ts';
import { RowParser } from '../righe/row-parser.ts';
import { CelleCalcolo, type OpzioniCelle } from './celle-calcolo.ts';
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

  constructor(inizio: InizioFile, norme: Norme, opzioni: OpzioniCelle, totali: Totali) {
    this.#parser = new RowParser(inizio.intestazione);
    this.#lineEnd = inizio.lineEnd;
    this.#norme = norme;
    this.#opzioni = opzioni;
    this.#celle = new CelleCalcolo(norme, opzioni);
    this.#totali = totali;
    this.#calcolatore = {
      semplice: (dati) => calcola(dati, norme),
      trimestre: (situazione) => calcolaTrimestre(situazione, norme),
    };
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
        this.#totali.add(calcoli);
        for (const calcolo of calcoli) this.#write(scanner, calcolo);
      }
    }
    return { out: this.#out.take(), errors };
  }

  #write(scanner: RecordScanner, calcolo: ImportiCalcolo): void {
    const out = this.#out;
    if (scanner.risky && this.#opzioni.neutralizza) out.text(neutralized(scanner));
    else out.copy(scanner.bytes, scanner.recordStart, scanner.recordEnd);
    this.#celle.write(out, calcolo);
    if (this.#lineEnd === '\r\n') out.byte(RETURN);
    out.byte(NEWLINE);
  }

  /** None when the calculation refused the row. */
  #calcola(base: BaseDiCalcolo): readonly ImportiCalcolo[] {
    try {
      // Steps that nobody will read are not composed.
      if (base.forma === 'semplice' && !this.#opzioni.dettaglio) return [calcolaImporti(base.dati, this.#norme)];
      return calcolaBase(base, this.#calcolatore);
    } catch (errore) {
      this.#parser.refuseBecause(errore);
      return [];
    }
  }
}

/** The row written anew, for some cell of it could be taken for a formula. */
function neutralized(scanner: RecordScanner): string {
  return Array.from({ length: scanner.fields }, (_, field) => csvCell(scanner.value(field))).join(';');
}

export function errorCells({ riga, id, colonna, valore, errore }: ErroreRiga): string[] {
  return [String(riga), id, colonna, valore, errore];
}
