import type { Compositore } from '../stampa/compositore.ts';
import type { Stile } from '../stampa/caratteri.ts';
import { componi, type Area } from '../stampa/righe.ts';
import { caratterePer } from '../stampa/caratteri.ts';
import { interlinea } from '../stampa/compositore.ts';
import { GRIGIO_TESTO } from './disegni.ts';
import { TESTI_3_DE, TESTI_3_IT, type Testi3 } from './testi-3.ts';

/** Grey of the second language (#7C7C7B, guide 3.0). */
const GRIGIO_SECONDA = 0.486;

/** Sets the fixed words of the 3.x edition: in Italian, and under it, smaller and grey, in the second language if there is one. */
export class Bilingue {
  readonly #c: Compositore;
  readonly #seconda: Testi3 | undefined;

  constructor(c: Compositore, lingua: 'it' | 'it-de') {
    this.#c = c;
    this.#seconda = lingua === 'it-de' ? TESTI_3_DE : undefined;
  }

  /** A label on one line; the second language stands beneath. */
  etichetta(
    tag: 'H1' | 'H2' | 'H3' | 'P',
    stile: Stile,
    corpo: number,
    x: number,
    y: number,
    quale: (t: Testi3) => string,
  ): void {
    const { page } = this.#c;
    const alza = this.#seconda === undefined ? 0 : 0.5;
    page.tag(tag, () => this.#c.fisso(corpo, x, y - alza, [stile, quale(TESTI_3_IT)]));
    const seconda = this.#seconda;
    if (seconda === undefined) return;
    page.tag(
      'P',
      () =>
        this.#grigio(() =>
          this.#c.fisso(corpo * 0.75, x, y - alza + interlinea(corpo * 0.72), [stile, quale(seconda)]),
        ),
      {
        language: 'de-DE',
      },
    );
  }

  /** A paragraph in its width. Returns the baseline of what may follow. */
  paragrafo(x: number, y: number, larghezza: number, corpo: number, quale: (t: Testi3) => string): number {
    let base = this.#riempi(x, y, larghezza, corpo, quale(TESTI_3_IT));
    const seconda = this.#seconda;
    if (seconda !== undefined) {
      this.#grigio(() => {
        base = this.#riempi(x, base, larghezza, corpo * 0.875, quale(seconda), 'de-DE');
      });
    }
    return base;
  }

  #riempi(x: number, y: number, larghezza: number, corpo: number, testo: string, language?: string): number {
    const area: Area = { larghezza, righe: 12, corpo, corpoMinimo: corpo };
    const righe = componi(caratterePer('normale', testo, 'testo'), testo, area).righe.length;
    const draw = (): void => this.#c.areaFissa('normale', x, y, testo, area, 'testo');
    this.#c.page.tag('P', draw, language === undefined ? {} : { language });
    return y + righe * interlinea(corpo);
  }

  #grigio(disegna: () => void): void {
    this.#c.page.fillGrey(GRIGIO_SECONDA);
    disegna();
    this.#c.page.fillGrey(GRIGIO_TESTO);
  }
}
