import type { FontFile, TypeFace } from './font-file.ts';
import { type PlacedGlyph, shapingFont, type ShapingFont } from './shaper.ts';
import { type VisualRun, visualRuns } from './visual-runs.ts';

/** A glyph of a cluster, in thousandths of the font size. */
export interface ShapedGlyph {
  readonly id: number;
  /** From the beginning of the cluster, and from the baseline. */
  readonly x: number;
  readonly y: number;
}

/** Letters that became glyphs together, and cannot be told apart any more: a letter with its marks, a ligature, a syllable. */
export interface Cluster {
  readonly text: string;
  readonly advance: number;
  /** Those that take room from left to right, then the marks over and under them. */
  readonly glyphs: readonly ShapedGlyph[];
}

/** A stretch of a shaped line in one font, from left to right. */
export interface ShapedRun {
  readonly file: FontFile;
  readonly rightToLeft: boolean;
  readonly clusters: readonly Cluster[];
}

/** A line's letters are all in one font, one after the other, or in several. */
export type Face = FontFile | ShapedFace;

/** The font of a letter with its marks, in a text. */
export type FontOfLetter = (letter: string, text: string) => FontFile | undefined;

/** Letters as people count them, each with its marks: what may be cut apart, and is set in one font. */
export function lettersWithMarks(text: string): string[] {
  return Array.from(new Intl.Segmenter('it').segment(text), ({ segment }) => segment);
}

/** Lines that are kept: a text is measured several times before it is drawn. */
const RIGHE_TENUTE = 64;

/** Several fonts that stand in for one: each letter in one that has it, joined and ordered as its script wants. */
export class ShapedFace implements TypeFace {
  readonly nome: string;
  readonly #fontOf: FontOfLetter;
  readonly #fonts = new Map<FontFile, ShapingFont>();
  readonly #lines = new Map<string, readonly ShapedRun[]>();

  constructor(nome: string, fontOf: FontOfLetter) {
    this.nome = nome;
    this.#fontOf = fontOf;
  }

  /** The stretches of a line, from left to right. */
  line(text: string): readonly ShapedRun[] {
    const known = this.#lines.get(text);
    if (known !== undefined) return known;
    if (this.#lines.size === RIGHE_TENUTE) this.#lines.clear();
    const line = visualRuns(text, this.#fontsOf(text)).map((run) => this.#shape(run));
    this.#lines.set(text, line);
    return line;
  }

  advance(text: string): number {
    return this.line(text)
      .flatMap(({ clusters }) => clusters)
      .reduce((sum, { advance }) => sum + advance, 0);
  }

  /** The font of each UTF-16 unit; a space between two words in one font is of that font, so that they are one stretch. */
  #fontsOf(text: string): readonly FontFile[] {
    const letters = lettersWithMarks(text);
    const own = letters.map((letter) => this.#fontOf(letter, text));
    return letters.flatMap((letter, i) => {
      const [before, font, after] = [own[i - 1], own[i], own[i + 1]];
      if (font === undefined) throw new Error(`${this.nome} has no glyph for ${letter}`);
      const between = letter === ' ' && before !== undefined && before === after && before.glyph(0x20) !== 0;
      return Array.from({ length: letter.length }, () => (between ? before : font));
    });
  }

  #shape({ font: file, text, rightToLeft }: VisualRun<FontFile>): ShapedRun {
    let shaping = this.#fonts.get(file);
    if (shaping === undefined) {
      shaping = shapingFont(file.bytes);
      this.#fonts.set(file, shaping);
    }
    const placed = shaping.shape(text, rightToLeft);
    const starts = [...new Set(placed.map(({ cluster }) => cluster))];
    const ordered = [...starts].sort((a, b) => a - b);
    const clusters = starts.map((from) => {
      const letters = text.slice(from, ordered[ordered.indexOf(from) + 1] ?? text.length);
      const glyphs = placed.filter(({ cluster }) => cluster === from);
      return clusterOf(glyphs, letters, 1000 / file.unitsPerEm);
    });
    return { file, rightToLeft, clusters };
  }
}

function clusterOf(placed: readonly PlacedGlyph[], text: string, scala: number): Cluster {
  let pen = 0;
  const glyphs = placed.map(({ id, advance, dx, dy }) => {
    const x = pen + dx * scala;
    pen += advance * scala;
    return { id, x, y: dy * scala, takesRoom: advance !== 0 };
  });
  const room = glyphs.filter(({ takesRoom }) => takesRoom);
  return { text, advance: pen, glyphs: [...room, ...glyphs.filter(({ takesRoom }) => !takesRoom)] };
}
