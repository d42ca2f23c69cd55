import type { Canvas } from '../pdf/canvas.ts';
import type { Face } from '../pdf/shaped-face.ts';
import type { TaggedPage } from '../pdf/tagged-page.ts';
import { carattere, caratterePer, type Stile } from './caratteri.ts';
import { interlinea, larghezzaMm, type Area } from './righe.ts';
import { testoPronto, type TestoPronto } from './testo-pronto.ts';

/** A piece of a line in one style. */
export type Pezzo = readonly [Stile, string];

/**
 * Sets type on a page in the styles of the notice. Words that many pages share are drawn once in the document (`fisso`);
 * what varies is drawn on the page (`valore`, `area`). Positions: millimetres from the top left corner, baseline of the first line.
 */
export class Compositore {
  readonly page: TaggedPage;

  constructor(page: TaggedPage) {
    this.page = page;
  }

  /** A line of the model: the same on many pages. */
  fisso(corpo: number, x: number, y: number, ...pezzi: readonly Pezzo[]): void {
    const chiave = `${corpo} ${x} ${y} ${pezzi.map(([stile, testo]) => `${stile}:${testo}`).join('|')}`;
    this.page.raw(this.page.document.drawing(chiave, (canvas) => this.#run(canvas, corpo, x, y, pezzi)));
  }

  /** A paragraph of the model, broken as given. */
  paragrafo(
    corpo: number,
    x: number,
    y: number,
    righe: readonly (readonly Pezzo[])[],
    passo = interlinea(corpo),
  ): void {
    const chiave = `${corpo} ${x} ${y} ${passo} ${textOf(righe)}`;
    this.page.raw(
      this.page.document.drawing(chiave, (canvas) => {
        for (const [i, pezzi] of righe.entries()) {
          const ultima = i === righe.length - 1;
          this.#run(canvas, corpo, x, y + i * passo, ultima ? pezzi : [...pezzi, ['normale', ' ']]);
        }
      }),
    );
  }

  /** A code, an amount or a date: never shrunk, never cut. Returns where it ends. */
  valore(stile: Stile, corpo: number, x: number, y: number, testo: string): number {
    const font = carattere(stile);
    this.#text(font, corpo, x, y, testo);
    return x + larghezzaMm(font, corpo, testo);
  }

  /** The same, ending at `destra`. */
  valoreADestra(stile: Stile, corpo: number, destra: number, y: number, testo: string): void {
    const font = caratterePer(stile, testo, 'testo');
    this.#text(font, corpo, destra - larghezzaMm(font, corpo, testo), y, testo);
  }

  /** Free text in its area, under the overflow rule of `componi`. */
  area(stile: Stile, x: number, y: number, testo: string, area: Area, campo: string): void {
    this.pronto(testoPronto(stile, testo, area, campo), x, y);
  }

  /** Free text of the creditor: the same on every page of a document, so drawn once. */
  areaFissa(stile: Stile, x: number, y: number, testo: string, area: Area, campo: string): void {
    this.prontoFisso(this.preparaFisso(stile, testo, area, campo), x, y);
  }

  /** Sets such a text once in the document. */
  preparaFisso(stile: Stile, testo: string, area: Area, campo: string): TestoPronto {
    const spazio = 'righe' in area ? area.righe : area.altezza;
    const chiave = `${stile} ${area.larghezza} ${spazio} ${area.corpo} ${area.interlinea ?? ''} ${testo}`;
    return this.page.document.remember(chiave, () => testoPronto(stile, testo, area, campo));
  }

  /** Text that was set already. */
  pronto(testo: TestoPronto, x: number, y: number): void {
    this.#lines(this.page, testo, x, y);
  }

  /** The same, drawn once in the document. */
  prontoFisso(testo: TestoPronto, x: number, y: number): void {
    const chiave = `pronto ${testo.font.nome} ${testo.corpo} ${testo.passo} ${x} ${y} ${testo.righe.join('|')}`;
    this.page.raw(this.page.document.drawing(chiave, (canvas) => this.#lines(canvas, testo, x, y)));
  }

  /** Lines end with a space, so that readers of the page aloud do not join the last word of one to the first of the next. */
  #lines(canvas: Canvas, { font, corpo, righe, passo }: TestoPronto, x: number, y: number): void {
    for (const [i, riga] of righe.entries()) {
      const finita = i === righe.length - 1 ? riga : `${riga} `;
      canvas.text(this.page.document.font(font), corpo, x, y + i * passo, finita);
    }
  }

  #run(canvas: Canvas, corpo: number, x: number, y: number, pezzi: readonly Pezzo[]): void {
    let da = x;
    for (const [stile, testo] of pezzi) {
      const font = carattere(stile);
      canvas.text(this.page.document.font(font), corpo, da, y, testo);
      da += larghezzaMm(font, corpo, testo);
    }
  }

  #text(font: Face, corpo: number, x: number, y: number, testo: string): void {
    this.page.text(this.page.document.font(font), corpo, x, y, testo);
  }
}

const testi = new WeakMap<readonly (readonly Pezzo[])[], string>();

/** All that a paragraph says and in which styles: put together once for each of the model's constants. */
function textOf(righe: readonly (readonly Pezzo[])[]): string {
  let testo = testi.get(righe);
  if (testo === undefined) {
    testo = righe.flat().join('|');
    testi.set(righe, testo);
  }
  return testo;
}

/** Width of a line in several styles, millimetres. */
export function larghezzaPezzi(corpo: number, pezzi: readonly Pezzo[]): number {
  return pezzi.reduce((somma, [stile, testo]) => somma + larghezzaMm(carattere(stile), corpo, testo), 0);
}
