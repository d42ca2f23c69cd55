import factory, { type Bidi } from 'bidi-js';

/** The package is a CommonJS function, though its types speak of a module. */
const bidi = (factory as unknown as () => Bidi)();

/** A stretch of a line in one font and one direction. */
export interface VisualRun<F> {
  readonly font: F;
  /** In the order in which it is read. */
  readonly text: string;
  readonly rightToLeft: boolean;
}

/** A parenthesis as it is seen in a text that goes from right to left; anything else as it is. */
export function mirrored(letter: string): string {
  return bidi.getMirroredCharacter(letter) ?? letter;
}

/**
 * The stretches of a line from left to right, as the Unicode bidirectional algorithm sets them in an Italian document, whose
 * lines begin at the left (UAX 9).
 * @param fonts the font of each UTF-16 unit of the line
 */
export function visualRuns<F>(text: string, fonts: readonly F[]): readonly VisualRun<F>[] {
  const embedding = bidi.getEmbeddingLevels(text, 'ltr');
  const { levels } = embedding;
  const runs: { font: F; level: number; from: number; to: number }[] = [];
  for (const unit of bidi.getReorderedIndices(text, embedding)) {
    const font = fonts[unit] as F;
    const level = levels[unit] ?? 0;
    const open = runs.at(-1);
    const next = open !== undefined && (level % 2 === 1 ? unit === open.from - 1 : unit === open.to + 1);
    if (next && open.font === font && open.level === level) {
      open.from = Math.min(open.from, unit);
      open.to = Math.max(open.to, unit);
    } else {
      runs.push({ font, level, from: unit, to: unit });
    }
  }
  return runs.map(({ font, level, from, to }) => ({
    font,
    text: text.slice(from, to + 1),
    rightToLeft: level % 2 === 1,
  }));
}
