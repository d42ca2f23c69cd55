import type { DatiAvviso } from '../../dati-avviso.ts';
import { bilinguismoDi } from '../../../anagrafe/lingua-avviso.ts';
import type { TaggedPage } from '../../pdf/tagged-page.ts';
import { Compositore } from '../../stampa/compositore.ts';
import { drawFiligrana } from '../simulazione.ts';
import { sfondoPoste, strisciaPoste } from '../striscia-poste.ts';
import { COLONNA_BILINGUE, COLONNA_PAGINE, conDestinatario, soloCodici } from './geometria-colonne.ts';
import { posteRate3 } from './geometria-poste-3.ts';
import { PRIMA_FASCIA } from './misure.ts';
import { unaVoltaPerTutte } from './molte-rate.ts';
import { sonoMolte, type RigaRate } from './paginazione.ts';
import { Parole } from './parole.ts';
import { disegnaRiga } from './riga-rate.ts';
import { SPAZIO_OGGETTO, testata3 } from './testata.ts';

/** Top of the row above the slips, and of the first of short rows; from one row to the next. */
const ALTO = { conPoste: 40.22, intere: PRIMA_FASCIA, molte: 82.55 } as const;
const PASSO = { intere: 97, molte: 63.1 } as const;

/** A further page of the 3.x edition: the heading, its rows of instalments, and the postal slips of its only row where there are any. */
export function paginaRateModello3(page: TaggedPage, dati: DatiAvviso, righe: readonly RigaRate[]): void {
  const c = new Compositore(page);
  const parole = new Parole(c, bilinguismoDi(dati.lingua));
  const strisce = dati.ente.contoPostale === undefined ? [] : posteRate3(righe[0]?.colonne ?? 2);
  page.artifact(() => {
    const chiave = `3/rate ${strisce.length} ${dati.ente.reale}`;
    page.raw(
      page.document.drawing(chiave, (canvas) => {
        if (!dati.ente.reale) drawFiligrana(canvas, page.document);
        for (const striscia of strisce) sfondoPoste(canvas, striscia);
        canvas.fillGrey(0);
      }),
    );
  });
  testata3(c, parole, dati, SPAZIO_OGGETTO.rate);
  if (strisce.length > 0) return conStrisce(c, parole, dati, righe[0]);
  const molte = sonoMolte(dati.rate ?? [], false);
  if (molte) unaVoltaPerTutte(c, parole, dati);
  const colonna = parole.seconda === undefined ? COLONNA_PAGINE : COLONNA_BILINGUE;
  for (const [i, riga] of righe.entries()) {
    const intera = riga.colonne === 2 ? conDestinatario(colonna) : colonna;
    const y = molte ? ALTO.molte + i * PASSO.molte : ALTO.intere + i * PASSO.intere;
    disegnaRiga(c, parole, dati, riga, { y, g: molte ? soloCodici(colonna) : intera });
  }
}

/** A row above, its slips below. */
function conStrisce(c: Compositore, parole: Parole, dati: DatiAvviso, riga: RigaRate | undefined): void {
  if (riga === undefined) return;
  const g = parole.seconda === undefined ? COLONNA_PAGINE : COLONNA_BILINGUE;
  disegnaRiga(c, parole, dati, riga, { y: ALTO.conPoste, g });
  for (const [i, striscia] of posteRate3(riga.colonne).entries()) {
    const rata = riga.rate[i];
    if (rata === undefined) continue;
    const entro = rata.scadenza === undefined ? '' : ' entro il ';
    strisciaPoste(c, dati, rata, striscia, [['grassetto', `Rata ${rata.numero}${entro}`]]);
  }
}
