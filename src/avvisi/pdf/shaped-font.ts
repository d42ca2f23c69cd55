import type { DocumentFont, EmbeddedFont } from './embedded-font.ts';
import type { FontFile } from './font-file.ts';
import { pdfNumber } from './numbers.ts';
import { pdfText } from './pdf-file.ts';
import type { Cluster, ShapedFace, ShapedGlyph } from './shaped-face.ts';
import { mirrored } from './visual-runs.ts';

/** The fonts of one document behind a shaped face. */
export class ShapedFont implements DocumentFont {
  readonly #face: ShapedFace;
  readonly #embed: (file: FontFile) => EmbeddedFont;

  constructor(face: ShapedFace, embed: (file: FontFile) => EmbeddedFont) {
    this.#face = face;
    this.#embed = embed;
  }

  show(size: number, place: string, text: string): string {
    const runs = this.#face.line(text).map((run) => {
      const font = this.#embed(run.file);
      const shown = run.clusters.map((cluster) => new ShownCluster(font, size, cluster).show(run.rightToLeft)).join('');
      // Two glyphs shown one after the other are two pieces of one operand.
      return `/${font.name} ${pdfNumber(size)} Tf${shown.replaceAll('>]TJ[<', '').replaceAll('<>', '')}`;
    });
    return ` ${place}${runs.join('\n')}`;
  }
}

/** The operators that show one cluster, from where the pen is to where the next one begins. */
class ShownCluster {
  readonly #font: EmbeddedFont;
  readonly #size: number;
  readonly #cluster: Cluster;
  #operators = '';
  #pen = 0;

  constructor(font: EmbeddedFont, size: number, cluster: Cluster) {
    this.#font = font;
    this.#size = size;
    this.#cluster = cluster;
  }

  show(rightToLeft: boolean): string {
    const { text, advance, glyphs } = this.#cluster;
    const [glyph, ...more] = glyphs;
    if (glyph !== undefined && more.length === 0 && rightToLeft) this.#ligature(glyph, [...text].reverse());
    else if (glyph !== undefined && more.length === 0) this.#glyph(glyph, text);
    else this.#syllable();
    const rest = move(advance - this.#pen);
    return rest === '' ? this.#operators : `${this.#operators}[<${rest}>]TJ`;
  }

  /** What is read from right to left is turned round by readers letter by letter: those of a ligature get a place each, as they are seen. */
  #ligature(glyph: ShapedGlyph, [last = '', ...before]: readonly string[]): void {
    const { file } = this.#font;
    const turned = mirrored(last);
    this.#glyph(glyph, file.glyph(turned.codePointAt(0) ?? 0) === glyph.id ? turned : last);
    for (const letter of before) this.#blankAtEnd(letter);
  }

  /**
   * The letters of a syllable are not those of its glyphs, one after the other: what it says stands beside it (14.9.4). Readers
   * take the place of such a text from the first glyph and the last, so the last one ends where the syllable ends.
   */
  #syllable(): void {
    const { text, advance, glyphs } = this.#cluster;
    for (const [i, glyph] of glyphs.entries()) this.#glyph(glyph, i === 0 ? text : '');
    if (move(advance - this.#pen) !== '') this.#blankAtEnd('');
    this.#operators = `/Span<</ActualText ${pdfText(text)}>>BDC${this.#operators} EMC `;
  }

  /** Something that shows nothing, and ends where the cluster ends. */
  #blankAtEnd(letters: string): void {
    const { file } = this.#font;
    const id = file.blank();
    if (id !== 0) this.#glyph({ id, x: this.#cluster.advance - file.width(id), y: 0 }, letters);
  }

  #glyph({ id, x, y }: ShapedGlyph, letters: string): void {
    const operand = `[<${move(x - this.#pen)}${this.#font.code(id, letters)}>]TJ`;
    this.#operators += y === 0 ? operand : ` ${pdfNumber((y * this.#size) / 1000)} Ts${operand} 0 Ts`;
    this.#pen = x + this.#font.file.width(id);
  }
}

function move(thousandths: number): string {
  return Math.abs(thousandths) < 0.01 ? '' : `>${pdfNumber(-thousandths)}<`;
}
