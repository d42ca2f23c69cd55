import type { FontFile } from './font-file.ts';
import { pdfNumber } from './numbers.ts';
import type { PdfFile, Ref } from './pdf-file.ts';
import { subsetTrueType } from './subset-truetype.ts';

/** Glyph number as the four hexadecimal digits of an Identity-H string. */
const ESADECIMALI = Array.from({ length: 65_536 }, (_, n) => n.toString(16).padStart(4, '0'));

/** What shows lines in one document. */
export interface DocumentFont {
  /**
   * The operators that show a line, inside a text object.
   * @param size points
   * @param place the operator that sets where: `10 20 Td`
   */
  show(size: number, place: string, text: string): string;
}

/** A glyph that is drawn beside one that stands for all of their letters must have some in an archive too: a space without width. */
const SENZA_LETTERE = '\u200b';

/** A font of one document: encodes text, remembers which glyphs were used, and is written once at the end. */
export class EmbeddedFont implements DocumentFont {
  readonly file: FontFile;
  /** Name in the resources: `F1`. */
  readonly name: string;
  readonly ref: Ref;
  /** Codes that were used, with the letters each stands for: a glyph's own number, or one beyond where it stood for others too. */
  readonly #used = new Map<number, string>();
  /** Codes that are not the number of their glyph. */
  readonly #others = new Map<string, { readonly code: number; readonly glyph: number }>();

  constructor(file: FontFile, name: string, ref: Ref) {
    this.file = file;
    this.name = name;
    this.ref = ref;
  }

  show(size: number, place: string, text: string): string {
    return `/${this.name} ${pdfNumber(size)} Tf ${place}${this.#encode(text)}TJ`;
  }

  /** The code that shows a glyph. @param text the letters it stands for here; none where a neighbour stands for all of them */
  code(glyph: number, text: string): string {
    return ESADECIMALI[this.#code(glyph, text === '' ? SENZA_LETTERE : text)] ?? '';
  }

  #code(glyph: number, letters: string): number {
    const known = this.#used.get(glyph);
    if (known === undefined) this.#used.set(glyph, letters);
    if (known === undefined || known === letters) return glyph;
    const key = `${glyph} ${letters}`;
    let other = this.#others.get(key);
    if (other === undefined) {
      other = { code: this.file.glyphCount + this.#others.size, glyph };
      this.#others.set(key, other);
      this.#used.set(other.code, letters);
    }
    return other.code;
  }

  /** The operand of the TJ operator that shows this text, with its kerning. Every letter must have a glyph. */
  #encode(text: string): string {
    let operand = '[<';
    let previous = 0;
    for (const letter of text) {
      const codePoint = letter.codePointAt(0) ?? 0;
      const glyph = this.file.glyph(codePoint);
      if (glyph === 0) throw new Error(`${this.file.nome} has no glyph for U+${codePoint.toString(16)}`);
      const code = this.#code(glyph, letter);
      const kerning = previous === 0 ? 0 : this.file.kerning(previous, glyph);
      if (kerning !== 0) operand += `>${pdfNumber(-kerning)}<`;
      operand += ESADECIMALI[code];
      previous = glyph;
    }
    return `${operand}>]`;
  }

  /** Writes the Type 0 font, its descendant, descriptor, outlines and Unicode map (9.7). */
  write(pdf: PdfFile): void {
    const { file } = this;
    const used = [...this.#used].sort(([a], [b]) => a - b);
    const name = `${subsetTag(used)}+${file.nome}`;
    const glyphs = new Map([...this.#others.values()].map(({ code, glyph }) => [code, glyph]));
    const glyphOf = (code: number): number => glyphs.get(code) ?? code;
    const program = subsetTrueType(file.bytes, Array.from(this.#used.keys(), glyphOf));
    const programRef = pdf.stream(`/Length1 ${program.byteLength}`, program);
    const { ascent, descent, capHeight, italicAngle, bbox } = file.metrics;
    const descriptor = pdf.object(
      `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${bbox.join(' ')}]/ItalicAngle ${italicAngle}` +
        `/Ascent ${ascent}/Descent ${descent}/CapHeight ${capHeight}/StemV 80/FontFile2 ${programRef} 0 R>>`,
    );
    const widths = used.map(([code]) => `${code}[${pdfNumber(file.width(glyphOf(code)))}]`).join('');
    const descendant = pdf.object(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
        `/FontDescriptor ${descriptor} 0 R/DW 0/W[${widths}]/CIDToGIDMap${toGlyphs(pdf, used, glyphs)}>>`,
    );
    const unicode = pdf.stream('', toUnicode(used));
    pdf.object(
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
      this.ref,
    );
  }
}

/** Two bytes a code: the number of its glyph (9.7.4.2). Written out only where some code is not that number itself. */
function toGlyphs(
  pdf: PdfFile,
  used: readonly (readonly [number, string])[],
  glyphs: ReadonlyMap<number, number>,
): string {
  if (glyphs.size === 0) return '/Identity';
  const table = Buffer.alloc(((used.at(-1)?.[0] ?? 0) + 1) * 2);
  for (const [code] of used) table.writeUInt16BE(glyphs.get(code) ?? code, code * 2);
  return ` ${pdf.stream('', table)} 0 R`;
}

/** Six capitals that differ between different subsets of one font (9.6.4). */
function subsetTag(used: readonly (readonly [number, string])[]): string {
  let hash = 2_166_136_261;
  for (const [glyph] of used) hash = Math.imul(hash ^ glyph, 16_777_619) >>> 0;
  return Array.from({ length: 6 }, () => {
    const letter = String.fromCharCode(65 + (hash % 26));
    hash = Math.floor(hash / 26);
    return letter;
  }).join('');
}

/** The CMap from glyphs to text (9.10.3), at most a hundred entries a block. */
function toUnicode(used: readonly (readonly [number, string])[]): string {
  const blocks: string[] = [];
  for (let from = 0; from < used.length; from += 100) {
    const rows = used.slice(from, from + 100).map(([glyph, letters]) => `<${ESADECIMALI[glyph]}><${utf16(letters)}>`);
    blocks.push(`${rows.length} beginbfchar\n${rows.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function utf16(letters: string): string {
  return Buffer.from(letters, 'utf16le').swap16().toString('hex');
}
