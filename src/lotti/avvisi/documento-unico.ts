import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type AvvisiPdf, createAvvisiPdf } from '../../avvisi/avvisi-pdf.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { type Destinazione, TITOLO_DOCUMENTO } from './destinazione.ts';

/** What may wait for the disk, bytes: some fifty pages, so that drawing seldom stops for writing. */
const IN_ATTESA_BYTE = 256 * 1024;

/** One document for the printer, and the manifest beside it. */
export class DocumentoUnico implements Destinazione {
  readonly #path: string;
  readonly #manifesto: string;
  readonly #stream: WriteStream;
  readonly #pdf: AvvisiPdf;

  constructor(path: string, manifesto: string, creatoIl: Giorno) {
    this.#path = path;
    this.#manifesto = manifesto;
    this.#stream = createWriteStream(partial(path), { highWaterMark: IN_ATTESA_BYTE });
    // An error of the disk comes out of the next notice added; here it only must not end the process.
    this.#stream.on('error', () => undefined);
    this.#pdf = createAvvisiPdf(this.#stream, { titolo: TITOLO_DOCUMENTO, creatoIl });
  }

  begin(): AvvisiPdf {
    return this.#pdf;
  }

  nomeFile(): string {
    return basename(this.#path);
  }

  endGroup(): Promise<void> {
    return Promise.resolve();
  }

  async complete(manifesto: AsyncIterable<string>): Promise<void> {
    await this.#pdf.end();
    await writeFile(partial(this.#manifesto), manifesto);
  }

  async publish(): Promise<void> {
    await rename(partial(this.#manifesto), this.#manifesto);
    await rename(partial(this.#path), this.#path);
  }

  async discard(): Promise<void> {
    this.#stream.destroy();
    await rm(partial(this.#path), { force: true });
    await rm(partial(this.#manifesto), { force: true });
  }
}

function partial(path: string): string {
  return `${path}.parziale`;
}
