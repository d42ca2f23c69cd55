import type { FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import { norme } from '../../norme/norme.ts';
import { premesse } from '../../norme/premesse.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { type Giorno, giornoInItalia } from '../../valori/giorno.ts';
import { BlockReader } from '../csv/block-reader.ts';
import { csvLine } from '../csv/cell.ts';
import { RecordScanner } from '../csv/record-scanner.ts';
import { COLONNE_CALCOLATE, COLONNE_ERRORI } from '../righe/colonne.ts';
import type { InizioFile } from '../righe/leggi-intestazione.ts';
import { impronta } from '../uscita/impronta.ts';
import type { Percorsi } from '../uscita/percorsi.ts';
import { ResumableOutput } from '../uscita/resumable-output.ts';
import { BlockWorker } from './block-worker.ts';
import type { OpzioniCelle } from './celle-calcolo.ts';
import type { EsitoCalcola, RichiestaCalcola } from './richiesta.ts';
import { anniDi, Totali } from './totali.ts';

const stato = z.strictObject({ oggi: z.iso.date(), totali: z.unknown() });

/** One run of a batch of amounts, from CSV to CSV. */
export class Esecuzione {
  readonly #richiesta: RichiestaCalcola;
  readonly #percorsi: Percorsi;
  readonly #inizio: InizioFile;
  readonly #opzioni: OpzioniCelle;
  readonly #output: ResumableOutput;
  #totali = new Totali();
  /** The day of the first run: a resumed one must give the same bytes. */
  #oggi: Giorno;
  #bytesTotali = 0;

  constructor(richiesta: RichiestaCalcola, percorsi: Percorsi, inizio: InizioFile, opzioni: OpzioniCelle) {
    this.#richiesta = richiesta;
    this.#percorsi = percorsi;
    this.#inizio = inizio;
    this.#opzioni = opzioni;
    this.#oggi = richiesta.oggi ?? giornoInItalia(new Date());
    this.#output = new ResumableOutput(percorsi, impronta({ lotto: 'calcola', ...this.#opzioni }));
  }

  /**
   * @param file the input, which is read from where the run starts or goes on
   * @throws ErroreDati when a row says that the whole file cannot be read: nothing is left of it
   */
  async run(file: FileHandle): Promise<EsitoCalcola> {
    this.#bytesTotali = (await file.stat()).size;
    const ripresa = await this.#output.start(this.#richiesta.riprendi ?? false, this.#richiesta.daCapo);
    const ripreso = ripresa !== undefined;
    if (ripreso) this.#recover(ripresa.stato);
    if (ripresa?.finito !== true) {
      try {
        if (!ripreso) await this.#output.append(...this.#headers());
        const from = ripresa ?? { letti: this.#inizio.offset, riga: this.#inizio.line };
        if (!(await this.#rows(file, from))) return this.#esito(ripreso, true);
      } catch (errore) {
        if (errore instanceof ErroreDati) await this.#output.abandon();
        throw errore;
      } finally {
        await this.#output.close();
      }
    }
    await this.#output.publish(this.#totali.righeCalcolate > 0);
    return this.#esito(ripreso, false);
  }

  /** Works through the file; false when it was told to stop before the end. */
  async #rows(file: FileHandle, from: { readonly letti: number; readonly riga: number }): Promise<boolean> {
    const worker = new BlockWorker(this.#inizio, norme(), this.#opzioni, this.#totali, this.#oggi);
    await this.#recall(file, from, worker);
    const reader = new BlockReader(file, from.letti);
    const scanner = new RecordScanner(from.riga, this.#inizio.separatore);
    const stato = () => ({ oggi: this.#oggi, totali: this.#totali.state() });
    const point = () => ({ letti: reader.offset, riga: scanner.nextLine, stato: stato() });
    for (let block = await reader.next(); block !== undefined; block = await reader.next()) {
      scanner.load(block, reader.unended);
      const { out, errors } = worker.work(scanner, reader.last);
      reader.consume(scanner.position);
      await this.#output.append(out, errors);
      this.#output.progress(point, reader.offset);
      this.#tell(reader.offset);
      if (this.#richiesta.signal?.aborted === true) {
        await this.#output.suspend(point());
        return false;
      }
    }
    await this.#output.seal(point());
    return true;
  }

  #recover(scritto: unknown): void {
    const { oggi, totali } = stato.parse(scritto);
    this.#oggi = oggi as Giorno;
    this.#totali = new Totali(totali);
  }

  /** Shows a resumed worker the rows before, so that it knows which rapporti it has met. */
  async #recall(file: FileHandle, from: { readonly letti: number; readonly riga: number }, worker: BlockWorker) {
    const { offset, line, separatore } = this.#inizio;
    if (from.letti <= offset) return;
    const reader = new BlockReader(file, offset);
    const scanner = new RecordScanner(line, separatore);
    for (let block = await reader.next(); block !== undefined; block = await reader.next()) {
      scanner.load(block, reader.unended);
      worker.recall(scanner, reader.last, from.riga);
      if (scanner.nextLine >= from.riga) return;
      reader.consume(scanner.position);
    }
  }

  #headers(): [string, string] {
    const { intestazione, byteOrderMark, lineEnd } = this.#inizio;
    const mark = byteOrderMark ? '\ufeff' : '';
    return [
      mark + csvLine([...intestazione.intestazioni, ...COLONNE_CALCOLATE], lineEnd),
      mark + csvLine(COLONNE_ERRORI, lineEnd),
    ];
  }

  #tell(bytesLetti: number): void {
    const { righeCalcolate, righeRifiutate } = this.#totali;
    this.#richiesta.onProgress?.({
      bytesLetti,
      bytesTotali: this.#bytesTotali,
      righe: righeCalcolate + righeRifiutate,
      rifiutate: righeRifiutate,
    });
  }

  #esito(ripreso: boolean, interrotto: boolean): EsitoCalcola {
    const riepilogo = this.#totali.riepilogo();
    const conRighe = riepilogo.righeCalcolate > 0;
    return {
      codice: interrotto || !conRighe ? 2 : riepilogo.righeRifiutate > 0 ? 1 : 0,
      premesse: premesse(norme(), anniDi(riepilogo)),
      riepilogo,
      avvisi: this.#inizio.intestazione.avvisi,
      ...(conRighe && !interrotto ? { out: this.#percorsi.out } : {}),
      errori: this.#percorsi.errors,
      ripreso,
      interrotto,
    };
  }
}
