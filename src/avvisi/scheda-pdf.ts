import type { DocumentInfo } from './pdf/metadata.ts';
import { TaggedDocument } from './pdf/tagged-document.ts';
import type { TaggedPage } from './pdf/tagged-page.ts';
import { GRIGIO_FASCIA, GRIGIO_TESTO } from './modelli/disegni.ts';
import { drawFiligrana } from './modelli/simulazione.ts';
import { Compositore } from './stampa/compositore.ts';
import { impagina, MARGINI, type Blocco } from './stampa/scheda.ts';

/**
 * A flowing document (receipt, statement) as bytes.
 * @param avvertenza said in a band at the foot of every page, under a FAC-SIMILE across it, when the document is of a simulation
 */
export function renderScheda(info: DocumentInfo, blocchi: readonly Blocco[], avvertenza: string | undefined): Buffer {
  const pezzi: Uint8Array[] = [];
  const document = new TaggedDocument((bytes) => pezzi.push(bytes), info);
  disegnaScheda(document, info.title, blocchi, avvertenza);
  document.end();
  return Buffer.concat(pezzi);
}

/** The same as part of a larger document; returns its first page and how many it takes. */
export function disegnaScheda(
  document: TaggedDocument,
  titolo: string,
  blocchi: readonly Blocco[],
  avvertenza: string | undefined,
): { readonly pagina: number; readonly pagine: number } {
  let esito = { pagina: 0, pagine: 0 };
  document.structure.group('Sect', () => {
    esito = impagina(document, blocchi, (page, numero, pagine) => {
      decora(page, `${titolo} · pagina ${numero} di ${pagine}`, avvertenza);
    });
  });
  return esito;
}

function decora(page: TaggedPage, piede: string, avvertenza: string | undefined): void {
  const c = new Compositore(page);
  page.artifact(() => {
    page.raw(
      page.document.drawing(`scheda ${avvertenza}`, (canvas) => {
        if (avvertenza !== undefined) drawFiligrana(canvas, page.document);
        canvas.fillGrey(GRIGIO_FASCIA);
        canvas.fillRect(0, MARGINI.basso + 4, 210, 7);
        canvas.fillGrey(GRIGIO_TESTO);
      }),
    );
    page.fillGrey(GRIGIO_TESTO);
    c.valoreADestra('normale', 8, MARGINI.destra, MARGINI.basso + 8.6, piede);
  });
  if (avvertenza !== undefined) {
    page.tag('P', () => c.fisso(9, MARGINI.sinistra, MARGINI.basso + 8.6, ['grassetto', `FAC-SIMILE. ${avvertenza}`]));
  }
}
