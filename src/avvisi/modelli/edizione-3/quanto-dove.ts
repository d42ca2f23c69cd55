import type { DatiAvviso } from '../../dati-avviso.ts';
import { formatEuroItaliano } from '../../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../../valori/giorno.ts';
import type { Compositore } from '../../stampa/compositore.ts';
import { dispositivi3, info, luoghi3 } from './icone.ts';
import { BASE_FASCIA, META, SINISTRA, type Modulo } from './misure.ts';
import type { Parole, Quale } from './parole.ts';
import { IT, type Testi3 } from './testi/index.ts';

/** The generator's 72.05: Titillium Web's figures are wider than those of its font, and the date must end on the band. */
const X_DATA = 71.3;
const X_NOTE = 15.99;
const LARGHEZZA_NOTE = 83;
const LARGHEZZA_DOVE = 69.3;
const X_ICONE = 188.1;

/** Baselines below the top of the band; between the parts of each half. */
const MISURE = {
  largo: { etichette: 16.35, valori: 22.44, note: 31, dopoRate: 5.82, dove: 16.88, testo: 4.5, fraCanali: 8.21 },
  stretto: { etichette: 13.2, valori: 19.3, note: 26.4, dopoRate: 5.2, dove: 13.4, testo: 4.3, fraCanali: 6.6 },
} as const;
const FINE = 5.68;

/** Module 3: how much and by when, on the left; where, on the right. */
export function quantoDove(c: Compositore, parole: Parole, dati: DatiAvviso): Modulo {
  const m = parole.seconda === undefined ? MISURE.largo : MISURE.stretto;
  const quante = dati.rate?.length ?? 0;
  const rate = (t: Testi3): string => t.rate(quante);
  const online = (t: Testi3): string => t.onlineTesto(dati.ente.denominazione);
  const yLegale = m.note + (quante === 0 ? 0 : parole.altezza(LARGHEZZA_NOTE, rate) + m.dopoRate);
  const yOnline = m.dove + m.testo;
  const yTerritorio = yOnline + parole.altezza(LARGHEZZA_DOVE, online) + m.fraCanali;
  const fine = Math.max(
    yLegale + parole.altezza(LARGHEZZA_NOTE, (t) => t.legale),
    yTerritorio + m.testo + parole.altezza(LARGHEZZA_DOVE, (t) => t.territorioTesto),
  );
  return {
    altezza: fine + FINE,
    disegna: (y) => {
      quantoQuando(c, parole, dati, y, m);
      if (quante > 0) nota(c, parole, y + m.note, rate);
      nota(c, parole, y + yLegale, (t) => t.legale);
      parole.titolo('H2', { x: META, y: y + BASE_FASCIA, larghezza: 56 }, (t) => t.dovePagare);
      c.page.tag('P', () => {
        c.fisso(8, 171.93, y + BASE_FASCIA, ['normale', 'vai su ']);
        c.fisso(10, 179.4, y + BASE_FASCIA, ['grassetto', 'pagopa.gov.it']);
      });
      const canale = (base: number, titolo: Quale, testo: Quale): void => {
        parole.titolo('H3', { x: META, y: y + base, larghezza: X_ICONE - META - 1 }, titolo);
        parole.paragrafo({ x: META, y: y + base + m.testo, larghezza: LARGHEZZA_DOVE }, testo);
      };
      canale(m.dove, (t) => t.online.toLocaleUpperCase(t.lingua), online);
      canale(
        yTerritorio,
        (t) => t.territorio.toLocaleUpperCase(t.lingua),
        (t) => t.territorioTesto,
      );
      c.page.artifact(() =>
        c.page.raw(
          c.page.document.drawing(`3/icone ${y} ${yTerritorio}`, (canvas) => {
            dispositivi3(canvas, X_ICONE, y + m.dove - 1.3);
            luoghi3(canvas, X_ICONE, y + yTerritorio - 2.8);
          }),
        ),
      );
    },
  };
}

function quantoQuando(
  c: Compositore,
  parole: Parole,
  { importo, scadenza }: DatiAvviso,
  y: number,
  m: (typeof MISURE)[keyof typeof MISURE],
): void {
  const titolo = { x: SINISTRA, y: y + BASE_FASCIA, larghezza: 93 };
  parole.titolo('H2', titolo, (t) => (scadenza === undefined ? t.quanto : t.quantoQuando));
  const soldi = (): void => {
    const x = c.valore('grassetto', 16, SINISTRA, y + m.valori, `${formatEuroItaliano(importo)} `);
    c.fisso(16, Math.ceil(x * 100) / 100, y + m.valori, ['grassetto', IT.euro]);
  };
  const sopra = { x: SINISTRA, y: y + m.etichette, larghezza: X_DATA - SINISTRA - 3 };
  parole.etichetta(sopra, (t) => t.importo, { valore: soldi, stile: 'grassetto' });
  if (scadenza === undefined) return;
  const data = (): void => void c.valore('grassetto', 16, X_DATA, y + m.valori, formatGiornoItaliano(scadenza));
  parole.etichetta({ ...sopra, x: X_DATA, larghezza: 31 }, (t) => t.scadenza, { valore: data, stile: 'grassetto' });
}

/** A paragraph with an *i* before it. */
function nota(c: Compositore, parole: Parole, y: number, quale: Quale): void {
  const { page } = c;
  page.artifact(() => page.raw(page.document.drawing(`3/info ${y}`, (canvas) => info(canvas, SINISTRA, y - 2.2))));
  parole.paragrafo({ x: X_NOTE, y, larghezza: LARGHEZZA_NOTE }, quale);
}
