import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { create, type Font } from 'fontkit';
import { risorsa } from '../../valori/risorsa.ts';

/** What a line can be set in, and measured with. */
export interface TypeFace {
  /** PostScript name: `TitilliumWeb-Bold`. Of a font that was made of a variable one, the name of its file. */
  readonly nome: string;
  /** Width of a line, in thousandths of the font size. Every letter must have a glyph. */
  advance(text: string): number;
}

/** One TrueType file, read once in the life of the process: glyphs, widths and kerning of text set in it. */
export interface FontFile extends TypeFace {
  readonly bytes: Uint8Array;
  readonly unitsPerEm: number;
  /** Glyphs have the numbers below this. */
  readonly glyphCount: number;
  readonly metrics: FontMetrics;
  /** Glyph of a code point; 0 when the font has none. */
  glyph(codePoint: number): number;
  /** A glyph that shows nothing, without width where the font has such a one; 0 when it has none. */
  blank(): number;
  /** Advance width of a glyph, in thousandths of the font size. */
  width(glyph: number): number;
  /** What to add between two glyphs, in thousandths of the font size (mostly 0, else negative). */
  kerning(left: number, right: number): number;
}

/** In thousandths of the font size. */
export interface FontMetrics {
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly bbox: readonly [number, number, number, number];
}

/** More than any of our fonts has; pairs of glyphs make small integers, which maps find fastest. */
const GLIFI_MASSIMI = 16_384;

/** Joiners and spaces without width, else the common space: some fonts draw the first ones to show where they are. */
const VUOTI = [0x200c, 0x200b, 0x200d, 0x20];

/** The table of widths as fontkit reads it: the way there through a glyph fails on an empty one at the end of its table. */
interface Hmtx {
  readonly metrics: { readonly length: number; get(glyph: number): { readonly advance: number } };
}

const aperti = new Map<string, FontFile>();

/**
 * Opens a TTF shipped with the product.
 * @param nome path inside `dist/risorse/caratteri`, `titillium-web/TitilliumWeb_700Bold.ttf`; `.br` where it is kept compressed
 */
export function openFont(nome: string): FontFile {
  const noto = aperti.get(nome);
  if (noto !== undefined) return noto;
  const scritto = readFileSync(risorsa('caratteri', nome));
  const bytes = nome.endsWith('.br') ? brotliDecompressSync(scritto) : scritto;
  const font = create(bytes);
  if (!('glyphForCodePoint' in font)) throw new Error(`${nome} is a collection, not one font`);
  const file = wrap(font, bytes, nome.endsWith('.br') ? basename(nome, '.ttf.br') : font.postscriptName);
  aperti.set(nome, file);
  return file;
}

function wrap(font: Font, bytes: Uint8Array, nome: string): FontFile {
  const scala = 1000 / font.unitsPerEm;
  const glifi: (number | undefined)[] = [];
  const larghezze: number[] = [];
  const crenature = new Map<number, number>();
  const glyph = (codePoint: number): number => {
    let id = glifi[codePoint];
    if (id === undefined) {
      id = font.hasGlyphForCodePoint(codePoint) ? font.glyphForCodePoint(codePoint).id : 0;
      glifi[codePoint] = id;
    }
    return id;
  };
  const { metrics } = (font as unknown as { readonly hmtx: Hmtx }).hmtx;
  const width = (id: number): number =>
    (larghezze[id] ??= metrics.get(Math.min(id, metrics.length - 1)).advance * scala);
  const kerning = (left: number, right: number): number => {
    const chiave = left * GLIFI_MASSIMI + right;
    let valore = crenature.get(chiave);
    if (valore === undefined) {
      valore = pairKerning(font, left, right) * scala;
      crenature.set(chiave, valore);
    }
    return valore;
  };
  return {
    nome,
    bytes,
    unitsPerEm: font.unitsPerEm,
    glyphCount: font.numGlyphs,
    metrics: {
      ascent: Math.round(font.ascent * scala),
      descent: Math.round(font.descent * scala),
      // Old OS/2 tables (DejaVu) state no cap height: three quarters of the ascent is near enough for a descriptor.
      capHeight: Math.round((font.capHeight || font.ascent * 0.75) * scala),
      italicAngle: font.italicAngle,
      bbox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map((v) => Math.round(v * scala)) as [
        number,
        number,
        number,
        number,
      ],
    },
    glyph,
    blank: () => VUOTI.map(glyph).find((id) => id !== 0 && font.getGlyph(id)?.path.commands.length === 0) ?? 0,
    width,
    kerning,
    advance: (text) => {
      let sum = 0;
      let previous = 0;
      for (const letter of text) {
        const id = glyph(letter.codePointAt(0) ?? 0);
        sum += width(id) + (previous === 0 ? 0 : kerning(previous, id));
        previous = id;
      }
      return sum;
    },
  };
}

/** Fontkit lays out text, not glyphs: the pair is asked through one of the code points of each glyph. */
function pairKerning(font: Font, left: number, right: number): number {
  const sinistra = font.stringsForGlyph(left)[0];
  const destra = font.stringsForGlyph(right)[0];
  if (sinistra === undefined || destra === undefined) return 0;
  const riga = font.layout(sinistra + destra, { liga: false, clig: false, kern: true });
  const [primo, secondo] = riga.glyphs;
  if (riga.glyphs.length !== 2 || primo?.id !== left || secondo?.id !== right) return 0;
  return (riga.positions[0]?.xAdvance ?? primo.advanceWidth) - primo.advanceWidth;
}
