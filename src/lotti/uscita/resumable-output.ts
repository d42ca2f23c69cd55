import { isDeepStrictEqual } from 'node:util';
import { ErroreDati } from '../../valori/errore-dati.ts';
import {
  type Checkpoint,
  ingressoFinoA,
  readCheckpoint,
  removeCheckpoint,
  witness,
  writeCheckpoint,
} from './checkpoint.ts';
import { PartialFile } from './partial-file.ts';

/** Bytes of input after which it is worth writing down how far we got: a fraction of a second of work. */
const CHECKPOINT_EVERY_BYTES = 8 * 1024 * 1024;

/** How far a run has got: what has been read, and the totals that go with it. */
export interface Point {
  /** Bytes of the input. */
  readonly letti: number;
  /** Line of the file that follows them. */
  readonly riga: number;
  /** Totals as JSON. */
  readonly stato: unknown;
}

/**
 * The two outputs of a batch, rows and errors, and the checkpoint beside them (`importi.csv.ripresa`). A run that is stopped
 * at any moment, even by SIGKILL or a power cut, can be resumed and ends with the same bytes: the checkpoint is written only
 * when what it speaks of is on the disk, and whatever was written after it is cut off before going on.
 */
export class ResumableOutput {
  readonly #out: PartialFile;
  readonly #errors: PartialFile;
  readonly #input: string;
  readonly #impronta: string;
  readonly #checkpointPath: string;
  #saved = 0;
  #saving: Promise<void> | undefined;

  /** @param impronta digest of what decides the output besides the input */
  constructor(paths: { input: string; out: string; errors: string }, impronta: string) {
    this.#input = paths.input;
    this.#out = new PartialFile(paths.out);
    this.#errors = new PartialFile(paths.errors);
    this.#checkpointPath = `${paths.out}.ripresa`;
    this.#impronta = impronta;
  }

  /**
   * Opens the files.
   * @param riprendi go on from where an earlier run of the same input, rules and options stopped, if there is one
   * @param daCapo called before the files are opened anew; what it throws leaves all as it is
   * @returns where to go on from, or undefined to start from the beginning
   * @throws ErroreDati `ingresso-cambiato`: what was calculated so far is of another file, and which of the two is wanted is not ours to guess
   */
  async start(riprendi: boolean, daCapo?: () => void): Promise<(Point & { readonly finito: boolean }) | undefined> {
    const checkpoint = riprendi ? await this.#usableCheckpoint() : undefined;
    if (checkpoint === undefined) {
      daCapo?.();
      await removeCheckpoint(this.#checkpointPath);
    }
    if (checkpoint?.finito !== true) {
      await this.#out.open(checkpoint?.uscita.lunghezza);
      await this.#errors.open(checkpoint?.errori.lunghezza);
    }
    if (checkpoint === undefined) return undefined;
    const { ingresso, riga, stato, finito } = checkpoint;
    this.#saved = ingresso.letti;
    return { letti: ingresso.letti, riga, stato, finito };
  }

  /** Adds lines to the two files; those of the call before are then written, and their bytes free. */
  async append(out: string | Uint8Array, errors: string): Promise<void> {
    await this.#out.append(out);
    await this.#errors.append(errors);
  }

  /** Says how far the lines appended so far go; now and then it is written down, while the work goes on. */
  progress(point: () => Point, letti: number): void {
    if (letti - this.#saved < CHECKPOINT_EVERY_BYTES || this.#saving !== undefined) return;
    this.#saved = letti;
    this.#saving = this.#save(point(), false).finally(() => (this.#saving = undefined));
    this.#saving.catch(() => undefined);
  }

  /** Writes down how far we got and leaves everything ready to be resumed. */
  async suspend(point: Point): Promise<void> {
    await this.#saving;
    await this.#save(point, false);
    await this.close();
  }

  /** Closes the files as they are, after an error: what was last written down holds. */
  async close(): Promise<void> {
    await this.#saving?.catch(() => undefined);
    await this.#out.close();
    await this.#errors.close();
  }

  /** Takes away what was written: nothing of this input is to be had, or resumed. */
  async abandon(): Promise<void> {
    await this.close();
    await this.#out.discard();
    await this.#errors.discard();
    await removeCheckpoint(this.#checkpointPath);
  }

  /** Everything has been appended: writes that down, then `publish` can be repeated until it succeeds. */
  async seal(point: Point): Promise<void> {
    await this.#saving;
    await this.#save(point, true);
    await this.close();
  }

  /**
   * Gives the sealed files their names.
   * @param withRows false when no row was calculated: then only the errors are left
   */
  async publish(withRows: boolean): Promise<void> {
    await this.#errors.commit();
    if (withRows) await this.#out.commit();
    else await this.#out.discard();
    await removeCheckpoint(this.#checkpointPath);
  }

  async #save({ letti, riga, stato }: Point, finito: boolean): Promise<void> {
    const lunghezze = { uscita: this.#out.length, errori: this.#errors.length };
    await this.#out.sync();
    await this.#errors.sync();
    await writeCheckpoint(this.#checkpointPath, {
      impronta: this.#impronta,
      ingresso: await ingressoFinoA(this.#input, letti),
      riga,
      uscita: await this.#witnessed(this.#out, lunghezze.uscita),
      errori: await this.#witnessed(this.#errors, lunghezze.errori),
      finito,
      stato,
    });
  }

  async #witnessed(file: PartialFile, lunghezza: number): Promise<Checkpoint['uscita']> {
    return { lunghezza, testimone: await witness(file.partialPath, lunghezza) };
  }

  /** The checkpoint, if what it speaks of was written by us and is still as it was. */
  async #usableCheckpoint(): Promise<Checkpoint | undefined> {
    const checkpoint = await readCheckpoint(this.#checkpointPath);
    if (checkpoint?.impronta !== this.#impronta) return undefined;
    const { ingresso, uscita, errori, finito } = checkpoint;
    if (!isDeepStrictEqual(await ingressoFinoA(this.#input, ingresso.letti), ingresso)) {
      throw new ErroreDati('ingresso-cambiato', { campo: 'ingresso' });
    }
    const same = (await this.#holds(this.#out, uscita, finito)) && (await this.#holds(this.#errors, errori, finito));
    return same ? checkpoint : undefined;
  }

  /** A sealed file may already have its name. */
  async #holds(file: PartialFile, { lunghezza, testimone }: Checkpoint['uscita'], finito: boolean): Promise<boolean> {
    if ((await witness(file.partialPath, lunghezza)) === testimone) return true;
    return finito && (await witness(file.path, lunghezza)) === testimone;
  }
}
