import { Writable } from 'node:stream';
import type { Datore } from '../../anagrafe/rapporto-di-lavoro.ts';
import { type AvvisiPdf, createAvvisiPdf } from '../../avvisi/avvisi-pdf.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { type Destinazione, TITOLO_DOCUMENTO } from './destinazione.ts';

/** Where finished files go: a folder or an archive. */
export interface Contenitore {
  add(nome: string, contenuto: Iterable<Buffer> | AsyncIterable<string>): Promise<void>;
  /** Nothing more will be added. */
  close(): Promise<void>;
  publish(): Promise<void>;
  discard(): Promise<void>;
}

export const NOME_MANIFESTO = 'manifesto.csv';

/** One document an employer, called by the codice fiscale, and the manifest with them. */
export class DocumentiPerDatore implements Destinazione {
  readonly #contenitore: Contenitore;
  readonly #creatoIl: Giorno;
  #pieces: Buffer[] = [];
  #pdf: AvvisiPdf | undefined;
  #file = '';

  constructor(contenitore: Contenitore, creatoIl: Giorno) {
    this.#contenitore = contenitore;
    this.#creatoIl = creatoIl;
  }

  begin(datore: Datore): AvvisiPdf {
    const pieces: Buffer[] = [];
    const stream = new Writable({
      write(piece: Buffer, _, done) {
        pieces.push(piece);
        done();
      },
    });
    this.#pieces = pieces;
    this.#pdf = createAvvisiPdf(stream, { titolo: TITOLO_DOCUMENTO, creatoIl: this.#creatoIl });
    this.#file = this.nomeFile(datore);
    return this.#pdf;
  }

  nomeFile({ codiceFiscale }: Datore): string {
    return `${codiceFiscale}.pdf`;
  }

  async endGroup(): Promise<void> {
    await this.#pdf?.end();
    await this.#contenitore.add(this.#file, this.#pieces);
  }

  async complete(manifesto: AsyncIterable<string>): Promise<void> {
    await this.#contenitore.add(NOME_MANIFESTO, manifesto);
    await this.#contenitore.close();
  }

  publish(): Promise<void> {
    return this.#contenitore.publish();
  }

  discard(): Promise<void> {
    return this.#contenitore.discard();
  }
}
