import type { Bilinguismo } from '../../../anagrafe/lingua-avviso.ts';
import { carattere, type Stile } from '../../stampa/caratteri.ts';
import { larghezzaPezzi, type Compositore, type Pezzo } from '../../stampa/compositore.ts';
import { componi, interlinea } from '../../stampa/righe.ts';
import { IT, TESTI, type Testi3 } from './testi/index.ts';

/**
 * Grey of the second language. The guide's #7C7C7B has a contrast of 3.5 on the bands; it allows another grey where that is
 * needed to be read (annex 2, colours): this one, #595959, has 5.9.
 */
const GRIGIO_SECONDA = 0.349;
const CORPO = 8;
/** Distance of baselines in the generator's paragraphs: 3.83 mm at 8 points. */
const INTERLINEA = 1.36;
/** Between the two languages of a paragraph. */
const STACCO = 0.6;

/** The words to take of each language. */
export type Quale = (t: Testi3) => string;

/** Where a line begins, and the room it has. Millimetres. */
export interface Posto {
  readonly x: number;
  readonly y: number;
  readonly larghezza: number;
}

/** What a label names, drawn with it, and the label's style. */
interface OpzioniEtichetta {
  readonly valore?: () => void;
  readonly stile?: Stile;
}

/** A line in both languages, each with its size. */
interface Coppia extends OpzioniEtichetta {
  readonly tag: 'H1' | 'H2' | 'H3' | 'P';
  readonly italiano: Pezzo;
  readonly seconda: Pezzo;
  readonly corpi: readonly [number, number];
}

/** Sets the fixed words of the 3.x edition: in Italian, and in the second language beside or under it where there is one. */
export class Parole {
  readonly seconda: Testi3 | undefined;
  readonly perfetto: boolean;
  readonly #c: Compositore;

  constructor(c: Compositore, bilinguismo: Bilinguismo | undefined) {
    this.#c = c;
    this.seconda = bilinguismo === undefined ? undefined : TESTI[bilinguismo.seconda];
    this.perfetto = bilinguismo?.perfetto ?? false;
  }

  /** A heading in capitals; with a second language both shrink together to stay within the room. */
  titolo(tag: 'H1' | 'H2' | 'H3', posto: Posto, quale: Quale): void {
    const altra = this.seconda === undefined ? '' : quale(this.seconda);
    this.#coppia(posto, {
      tag,
      italiano: ['grassetto', quale(IT).toLocaleUpperCase('it')],
      seconda: this.perfetto ? ['grassetto', ` / ${altra.toLocaleUpperCase()}`] : ['normale', ` · ${altra}`],
      corpi: [10, this.perfetto ? 10 : CORPO],
    });
  }

  /** The heading of an instalment's column: not in capitals. */
  numeroRata(posto: Posto, quale: Quale): void {
    const altra = this.seconda === undefined ? '' : quale(this.seconda);
    this.#coppia(posto, {
      tag: 'H2',
      italiano: ['grassetto', quale(IT)],
      seconda: this.perfetto ? ['grassetto', ` / ${altra}`] : ['normale', ` · ${altra}`],
      corpi: [10, this.perfetto ? 10 : CORPO],
    });
  }

  /** A label; `valore` draws what it names, in the same element. */
  etichetta(posto: Posto, quale: Quale, { valore, stile = 'normale' }: OpzioniEtichetta = {}): void {
    const altra = this.seconda === undefined ? '' : quale(this.seconda);
    this.#coppia(posto, {
      tag: 'P',
      italiano: [stile, `${quale(IT)} `],
      seconda: [this.perfetto ? stile : 'normale', `${this.perfetto ? '/' : '·'} ${altra} `],
      corpi: [CORPO, CORPO],
      ...(valore === undefined ? {} : { valore }),
    });
  }

  /** The same, ending at `x`. */
  etichettaADestra({ x, y, larghezza }: Posto, quale: Quale, valore: () => void): void {
    const pezzi: Pezzo[] = [['normale', quale(IT)]];
    if (this.seconda !== undefined) pezzi.push(['normale', `${this.perfetto ? ' / ' : ' · '}${quale(this.seconda)}`]);
    const larga = Math.min(larghezza, larghezzaPezzi(CORPO, pezzi));
    this.etichetta({ x: Math.round((x - larga) * 100) / 100, y, larghezza: larga + 1 }, quale, { valore });
  }

  /** How far below its first baseline a paragraph's last one stands, second language included. */
  altezza(larghezza: number, quale: Quale, corpo = CORPO): number {
    const passo = interlinea(corpo, INTERLINEA);
    const italiano = (this.#righe(larghezza, quale(IT), corpo).length - 1) * passo;
    if (this.seconda === undefined) return italiano;
    return italiano + STACCO + this.#righe(larghezza, quale(this.seconda), corpo).length * passo;
  }

  /** A paragraph in its width; the words in `forte` stand out in the Italian. */
  paragrafo({ x, y, larghezza }: Posto, quale: Quale, { corpo = CORPO, forte = '' } = {}): void {
    const { page } = this.#c;
    const passo = interlinea(corpo, INTERLINEA);
    const righe = this.#righe(larghezza, quale(IT), corpo);
    page.tag('P', () => this.#c.paragrafo(corpo, x, y, this.#pezzi(righe, forte), passo));
    if (this.seconda === undefined) return;
    const seconde = this.#righe(larghezza, quale(this.seconda), corpo);
    const base = y + righe.length * passo + STACCO;
    this.inSeconda(() => this.#c.paragrafo(corpo, x, base, this.#pezzi(seconde, ''), passo));
  }

  /** Draws what is in the second language: in its grey, and told so to who reads aloud. */
  inSeconda(disegna: () => void): void {
    const language = this.seconda?.lingua;
    if (language === undefined) return;
    const { page } = this.#c;
    const disegnaGrigio = (): void => {
      page.fillGrey(GRIGIO_SECONDA);
      disegna();
      page.fillGrey(0);
    };
    page.tag('P', this.perfetto ? disegna : disegnaGrigio, { language });
  }

  #coppia({ x, y, larghezza }: Posto, { tag, italiano, seconda, corpi, valore }: Coppia): void {
    const { page } = this.#c;
    if (this.seconda === undefined) {
      page.tag(tag, () => {
        this.#c.fisso(corpi[0], x, y, italiano);
        valore?.();
      });
      return;
    }
    const piena = larghezzaPezzi(corpi[0], [italiano]) + larghezzaPezzi(corpi[1], [seconda]);
    const quanto = Math.min(1, larghezza / piena);
    const primo = arrotonda(corpi[0] * quanto);
    page.tag(tag, () => this.#c.fisso(primo, x, y, italiano));
    const da = arrotonda(x + larghezzaPezzi(primo, [italiano]));
    this.inSeconda(() => this.#c.fisso(arrotonda(corpi[1] * quanto), da, y, seconda));
    if (valore !== undefined) page.tag('P', valore);
  }

  #righe(larghezza: number, testo: string, corpo: number): readonly string[] {
    return this.#c.page.document.remember(`righe ${larghezza} ${corpo} ${testo}`, () => {
      const area = { larghezza, righe: 12, corpo, corpoMinimo: corpo };
      return componi(carattere('normale'), testo, area).righe;
    });
  }

  /** The lines in pieces; kept, so that `paragrafo` knows them again without reading them. */
  #pezzi(righe: readonly string[], forte: string): readonly (readonly Pezzo[])[] {
    return this.#c.page.document.remember(`pezzi ${forte} ${righe.join('|')}`, () =>
      righe.map((riga) => {
        const [prima = '', dopo] = forte === '' ? [riga] : riga.split(forte);
        if (dopo === undefined) return [['normale', riga] as const];
        return [['normale', prima] as const, ['grassetto', forte] as const, ['normale', dopo] as const];
      }),
    );
  }
}

/** To the twentieth of a point or millimetre. */
function arrotonda(misura: number): number {
  return Math.floor(misura * 20) / 20;
}
