import { type DatiAvviso, oggettoPerEsteso } from '../../dati-avviso.ts';
import type { Compositore } from '../../stampa/compositore.ts';
import { SIMULAZIONE } from '../simulazione.ts';
import { disegnaMarchi } from './marchi.ts';
import { SINISTRA } from './misure.ts';
import type { Parole } from './parole.ts';
import { IT } from './testi/index.ts';

const TITOLO = { x: 28.99, y: 12.88 } as const;
/** Room under the object before the next band, first baseline to last: three lines on page 1, two above instalments. */
export const SPAZIO_OGGETTO = { pagina1: 11.2, rate: 8 } as const;

/** Module 1, on every page: what the notice is, what for, and from whom. */
export function testata3(c: Compositore, parole: Parole, dati: DatiAvviso, spazioOggetto: number): void {
  const { page } = c;
  page.artifact(() => disegnaMarchi(c, dati));
  parole.titolo('H1', { ...TITOLO, larghezza: 136 }, (t) => t.titolo);
  if (!dati.ente.reale) cartiglio3(c, parole);
  const area = { larghezza: 152, altezza: spazioOggetto, corpo: 16, corpoMinimo: 7 };
  page.tag('P', () => c.area('grassetto', SINISTRA, 28.75, oggettoPerEsteso(dati), area, 'oggetto del pagamento'));
}

/** The plain sentence under the title, framed. */
function cartiglio3(c: Compositore, parole: Parole): void {
  const { page } = c;
  page.artifact(() => {
    page.raw(
      page.document.drawing('3/cartiglio', (canvas) => {
        canvas.stroke(0, 0.9);
        canvas.strokeRect(TITOLO.x, 14.7, 136, 8);
      }),
    );
  });
  const x = TITOLO.x + 1.6;
  page.tag('P', () => c.fisso(9, x, 18, ['grassetto', `${SIMULAZIONE.titolo} `]));
  const { seconda } = parole;
  if (seconda === undefined) page.tag('P', () => c.fisso(8, x, 21.6, ['normale', IT.simulazione]));
  else page.tag('P', () => c.fisso(8, x, 21.6, ['normale', seconda.simulazione]), { language: seconda.lingua });
}
