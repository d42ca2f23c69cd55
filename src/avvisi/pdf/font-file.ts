import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { risorsa } from '../../valori/risorsa.ts';

/** One TrueType file, read once in the life of the process: glyphs, widths and kerning of text set in it. */
export interface FontFile {
  /** PostScript name: `TitilliumWeb-Bold`. */
  readonly nome: string;
  readonly bytes: Uint8Array;
  readonly unitsPerEm: number;
  readonly metrics: FontMetrics;
  /** Glyph of a code point; 0 when the font has none. */
  glyph(codePoint: number): number;
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

const aperti = new Map<string, FontFile>();

/**
 * Opens a TTF shipped with the product.
 * @param nome path inside `dist/risorse/caratteri`, `titillium-web/TitilliumWeb_700Bold.ttf`
 */
export function openFont(nome: string): FontFile {
  const noto = aperti.get(nome);
  if (noto !== undefined) return noto;
  const bytes = readFileSync(risorsa('caratteri', nome));
  const font = create(bytes);
  if (!('glyphForCodePoint' in font)) throw new Error(`${nome} is a collection, not one font`);
  const file = wrap(font, bytes);
  aperti.set(nome, file);
  return file;
}

function wrap(font: Font, bytes: Uint8Array): FontFile {
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
  return {
    nome: font.postscriptName,
    bytes,
    unitsPerEm: font.unitsPerEm,
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
    width: (id) => (larghezze[id] ??= font.getGlyph(id).advanceWidth * scala),
    kerning: (left, right) => {
      const chiave = left * GLIFI_MASSIMI + right;
      let valore = crenature.get(chiave);
      if (valore === undefined) {
        valore = pairKerning(font, left, right) * scala;
        crenature.set(chiave, valore);
      }
      return valore;
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
