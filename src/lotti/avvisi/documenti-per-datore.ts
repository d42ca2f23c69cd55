import { Writable } from 'node:stream';
import { type AvvisiPdf, createAvvisiPdf } from '../../avvisi/avvisi-pdf.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { type Destinazione, TITOLO_DOCUMENTO } from './destinazione.ts';
import type { Gruppo } from './ordine.ts';

/** Where finished files go: a folder or an archive. */
export interface Contenitore {
  add(nome: string, contenuto: Buffer): Promise<void>;
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

  begin({ datore }: Gruppo): ReturnType<Destinazione['begin']> {
    if (datore === undefined) throw new TypeError('one document an employer needs groups by employer');
    const pieces: Buffer[] = [];
    const stream = new Writable({
      write(piece: Buffer, _, done) {
        pieces.push(piece);
        done();
      },
    });
    this.#pieces = pieces;
    this.#pdf = createAvvisiPdf(stream, { titolo: TITOLO_DOCUMENTO, creatoIl: this.#creatoIl });
    this.#file = `${datore.codiceFiscale}.pdf`;
    return { pdf: this.#pdf, file: this.#file };
  }

  async endGroup(): Promise<void> {
    await this.#pdf?.end();
    await this.#contenitore.add(this.#file, Buffer.concat(this.#pieces));
  }

  async complete(manifesto: string): Promise<void> {
    await this.#contenitore.add(NOME_MANIFESTO, Buffer.from(manifesto, 'utf8'));
    await this.#contenitore.close();
  }

  publish(): Promise<void> {
    return this.#contenitore.publish();
  }

  discard(): Promise<void> {
    return this.#contenitore.discard();
  }
}
