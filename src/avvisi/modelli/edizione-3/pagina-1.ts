import type { DatiAvviso } from '../../dati-avviso.ts';
import { bilinguismoDi } from '../../../anagrafe/lingua-avviso.ts';
import type { Canvas } from '../../pdf/canvas.ts';
import type { DocumentParts } from '../../pdf/document-parts.ts';
import type { TaggedPage } from '../../pdf/tagged-page.ts';
import { Compositore } from '../../stampa/compositore.ts';
import { LATO_CODICE, MARGINE_QR } from '../codici-avviso.ts';
import { fondoCodice } from '../disegni.ts';
import { drawFiligrana } from '../simulazione.ts';
import { sfondoPoste, strisciaPoste } from '../striscia-poste.ts';
import { datiPagamento, QR_RATA_UNICA } from './dati-pagamento.ts';
import { fascia3 } from './fasce.ts';
import { COLONNA_PAGINA_1, conDestinatario } from './geometria-colonne.ts';
import { haSpazioPoste, posteRataUnica } from './geometria-poste-3.ts';
import { FINE_PAGINA, PRIMA_FASCIA } from './misure.ts';
import type { RigaRate } from './paginazione.ts';
import { Parole } from './parole.ts';
import { quantoDove } from './quanto-dove.ts';
import { disegnaRiga } from './riga-rate.ts';
import { soggetti3 } from './soggetti.ts';
import { SPAZIO_OGGETTO, testata3 } from './testata.ts';

/** Top of the strip where it has a page of its own. */
const ALTO_POSTE_SOLA = 52;
/** Room that a row of instalments asks under the whole amount: its last line, and one of a long text more. */
const ALTEZZA_RIGA = { 2: 89.1, 3: 82.4 } as const;

/**
 * Page 1 of the 3.x edition (guide 3.0 of February 2022 and later): heading, who is paid and who pays, how much and where, the
 * data of the whole amount; under it the postal strip when the creditor has a postal account, else the first instalments
 * where there is room. Places are those that PagoPA's own generator prints; a text of more lines pushes down what follows.
 * @param riga the instalments that go under the whole amount
 * @returns whether the postal strip still needs a page: texts of many lines may have left it no room
 */
export function pagina1Modello3(page: TaggedPage, dati: DatiAvviso, riga: RigaRate | undefined): boolean {
  const c = new Compositore(page);
  const parole = new Parole(c, bilinguismoDi(dati.lingua));
  const moduli = moduliPagina1(c, parole, dati);
  const alti = tops(moduli);
  const sotto = alti.at(-1) ?? 0;
  const conPoste = dati.ente.contoPostale !== undefined;
  const qui = conPoste && haSpazioPoste(sotto);
  page.artifact(() => {
    const chiave = `3/1 ${alti.join(' ')} ${qui} ${dati.ente.reale}`;
    page.raw(page.document.drawing(chiave, (canvas) => sfondo(canvas, page.document, dati, { alti, conPoste: qui })));
  });
  testata3(c, parole, dati, SPAZIO_OGGETTO.pagina1);
  for (const [i, modulo] of moduli.entries()) modulo.disegna(alti[i] ?? 0);
  if (qui) rataUnicaPoste(c, dati, sotto);
  if (riga !== undefined) {
    const g = riga.colonne === 2 ? conDestinatario(COLONNA_PAGINA_1) : COLONNA_PAGINA_1;
    disegnaRiga(c, parole, dati, riga, { y: sotto, g });
  }
  return conPoste && !qui;
}

/** The postal strip of the whole amount on a page of its own. */
export function paginaPoste3(page: TaggedPage, dati: DatiAvviso): void {
  const c = new Compositore(page);
  page.artifact(() => {
    page.raw(
      page.document.drawing(`3/poste ${dati.ente.reale}`, (canvas) => {
        if (!dati.ente.reale) drawFiligrana(canvas, page.document);
        sfondoPoste(canvas, posteRataUnica(ALTO_POSTE_SOLA));
        canvas.fillGrey(0);
      }),
    );
  });
  testata3(c, new Parole(c, bilinguismoDi(dati.lingua)), dati, SPAZIO_OGGETTO.pagina1);
  rataUnicaPoste(c, dati, ALTO_POSTE_SOLA);
}

function rataUnicaPoste(c: Compositore, dati: DatiAvviso, alto: number): void {
  const rata = dati.scadenza === undefined ? 'Rata unica' : 'Rata unica entro ';
  strisciaPoste(c, dati, dati, posteRataUnica(alto), [['grassetto', rata]]);
}

/** Whether a row of instalments has room on page 1. In two languages it never has. */
export function haSpazioInPrima(page: TaggedPage, dati: DatiAvviso, colonne: 2 | 3): boolean {
  if (bilinguismoDi(dati.lingua) !== undefined) return false;
  const c = new Compositore(page);
  const sotto = tops(moduliPagina1(c, new Parole(c, undefined), dati)).at(-1) ?? 0;
  return sotto + ALTEZZA_RIGA[colonne] <= FINE_PAGINA;
}

function moduliPagina1(c: Compositore, parole: Parole, dati: DatiAvviso) {
  const segue = dati.ente.contoPostale === undefined ? 'rate' : 'poste';
  return [soggetti3(c, parole, dati), quantoDove(c, parole, dati), datiPagamento(c, parole, dati, segue)];
}

/** The top of each module's band, and of what follows the last; to the hundredth, so that like pages share their drawings. */
function tops(moduli: readonly { readonly altezza: number }[]): readonly number[] {
  const alti = [PRIMA_FASCIA];
  for (const { altezza } of moduli) alti.push(Math.round(((alti.at(-1) ?? 0) + altezza) * 100) / 100);
  return alti;
}

function sfondo(
  canvas: Canvas,
  document: DocumentParts,
  dati: DatiAvviso,
  { alti, conPoste }: { readonly alti: readonly number[]; readonly conPoste: boolean },
): void {
  const [soggetti = 0, quanto = 0, pagamento = 0, sotto = 0] = alti;
  if (!dati.ente.reale) drawFiligrana(canvas, document);
  fascia3(canvas, soggetti, true);
  fascia3(canvas, quanto, true);
  fascia3(canvas, pagamento, false);
  fondoCodice(canvas, QR_RATA_UNICA.x, pagamento + QR_RATA_UNICA.y, LATO_CODICE, MARGINE_QR);
  if (conPoste) sfondoPoste(canvas, posteRataUnica(sotto));
  canvas.fillGrey(0);
}
