import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { formatCodiceAvviso } from '../pagopa/identificativi/codice-avviso.ts';
import type { Giorno } from '../valori/giorno.ts';
import { controllaAvviso } from './controlla-avviso.ts';
import { blocchiCopertina, type DatiCopertina } from './copertina.ts';
import type { DatiAvviso } from './dati-avviso.ts';
import { pagina1Modello2018 } from './modelli/modello-2018.ts';
import { paginaRateModello2018, pagineRate } from './modelli/modello-2018-rate.ts';
import { haSpazioInPrima, pagina1Modello3, paginaPoste3 } from './modelli/edizione-3/pagina-1.ts';
import { paginaRateModello3 } from './modelli/edizione-3/pagine-rate.ts';
import { pagineRate3, type PagineRate3 } from './modelli/edizione-3/paginazione.ts';
import { edizioneDi } from './edizione.ts';
import { disegnaScheda } from './scheda-pdf.ts';
import { ByteBlocks } from './pdf/byte-blocks.ts';
import { TaggedDocument } from './pdf/tagged-document.ts';
import type { TaggedPage } from './pdf/tagged-page.ts';

/** Where what was added stands: its first page, from 1, and how many it takes. */
export interface PagineAggiunte {
  readonly pagina: number;
  readonly pagine: number;
}

/** Many notices in one document, written to a stream as they come. */
export interface AvvisiPdf {
  /**
   * Adds a notice; resolves when the stream can take more, so that awaiting each call keeps memory bounded. A notice that is
   * refused leaves the document as it was.
   * @throws ErroreDati as `controllaAvviso`
   */
  add(dati: DatiAvviso): Promise<PagineAggiunte>;
  /** Adds the sheet that lists one employer's notices; it may take more pages. Throws as `add`. */
  addCopertina(dati: DatiCopertina): Promise<PagineAggiunte>;
  /** Adds an empty page, so that what follows starts on a new sheet when printed on both sides. */
  addPaginaBianca(): Promise<PagineAggiunte>;
  /** Completes the document and ends the stream. */
  end(): Promise<void>;
}

/** What a document of many notices says of itself. */
export interface OpzioniAvvisiPdf {
  readonly titolo: string;
  readonly creatoIl: Giorno;
}

/**
 * Opens a document of notices (PDF/UA-1, PDF/A-2a). Fonts and the parts that all pages share are written once. The same
 * notices in the same order give the same bytes.
 */
export function createAvvisiPdf(stream: Writable, opzioni: OpzioniAvvisiPdf): AvvisiPdf {
  const uscita = new ByteBlocks(stream);
  const document = new TaggedDocument((bytes) => uscita.write(bytes), {
    title: opzioni.titolo,
    subject: 'Avvisi di pagamento pagoPA',
    author: 'Trimestre',
    language: 'it-IT',
    created: opzioni.creatoIl,
  });
  const aggiungi = async (disegna: () => PagineAggiunte): Promise<PagineAggiunte> => {
    if (stream.errored != null) throw stream.errored;
    const esito = disegna();
    if (stream.writableNeedDrain) await once(stream, 'drain');
    return esito;
  };
  return {
    async add(dati) {
      controllaAvviso(dati);
      const segnalibro = `${formatCodiceAvviso(dati.codiceAvviso)} ${dati.destinatario.nome}`;
      return aggiungi(() => disegna(document, dati, segnalibro));
    },
    async addCopertina(dati) {
      const blocchi = blocchiCopertina(dati);
      const avvertenza = dati.reale ? undefined : 'Avvisi di una simulazione: non possono essere pagati.';
      return aggiungi(() => disegnaScheda(document, dati.datore.nome, blocchi, avvertenza));
    },
    async addPaginaBianca() {
      return aggiungi(() => ({ pagina: document.page(() => undefined), pagine: 1 }));
    },
    async end() {
      document.end();
      uscita.flush();
      stream.end();
      await finished(stream);
    },
  };
}

/**
 * One notice as a document of its own. Same data, same bytes.
 * @throws ErroreDati as `controllaAvviso`
 */
export function renderAvvisoPdf(dati: DatiAvviso): Buffer {
  controllaAvviso(dati);
  const pezzi: Uint8Array[] = [];
  const document = new TaggedDocument((bytes) => pezzi.push(bytes), {
    title: `Avviso di pagamento ${formatCodiceAvviso(dati.codiceAvviso)}`,
    subject: dati.oggetto,
    author: dati.ente.denominazione,
    language: 'it-IT',
    created: dati.emessoIl,
  });
  disegna(document, dati);
  document.end();
  return Buffer.concat(pezzi);
}

function disegna(document: TaggedDocument, dati: DatiAvviso, segnalibro?: string): PagineAggiunte {
  let pagina = 0;
  let pagine = 0;
  const page = (draw: (page: TaggedPage) => void, titolo?: string): void => {
    const numero = document.page(draw, titolo);
    if (pagine++ === 0) pagina = numero;
  };
  document.structure.group('Sect', () => {
    if (edizioneDi(dati) === '3') disegnaModello3(page, dati, segnalibro);
    else disegnaModello2018(page, dati, segnalibro);
  });
  return { pagina, pagine };
}

type AddPage = (draw: (page: TaggedPage) => void, segnalibro?: string) => void;

function disegnaModello2018(page: AddPage, dati: DatiAvviso, segnalibro?: string): void {
  page((foglio) => pagina1Modello2018(foglio, dati), segnalibro);
  for (const rate of pagineRate(dati.rate ?? [])) page((foglio) => paginaRateModello2018(foglio, dati, rate));
}

function disegnaModello3(page: AddPage, dati: DatiAvviso, segnalibro?: string): void {
  let seguenti: PagineRate3['seguenti'] = [];
  let mancaPoste = false;
  page((foglio) => {
    const rate = dati.rate ?? [];
    const pagine = pagineRate3(rate, dati.ente.contoPostale !== undefined, (colonne) =>
      haSpazioInPrima(foglio, dati, colonne),
    );
    mancaPoste = pagina1Modello3(foglio, dati, pagine.prima);
    seguenti = pagine.seguenti;
  }, segnalibro);
  if (mancaPoste) page((foglio) => paginaPoste3(foglio, dati));
  for (const righe of seguenti) page((foglio) => paginaRateModello3(foglio, dati, righe));
}
