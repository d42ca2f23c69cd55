import type { FontFile } from './font-file.ts';
import { pdfNumber } from './numbers.ts';
import type { PdfFile, Ref } from './pdf-file.ts';
import { subsetTrueType } from './subset-truetype.ts';

/** Glyph number as the four hexadecimal digits of an Identity-H string. */
const ESADECIMALI = Array.from({ length: 65_536 }, (_, n) => n.toString(16).padStart(4, '0'));

/** A font of one document: encodes text, remembers which glyphs were used, and is written once at the end. */
export class EmbeddedFont {
  readonly file: FontFile;
  /** Name in the resources: `F1`. */
  readonly name: string;
  readonly ref: Ref;
  /** Used glyphs with the code point each stands for. */
  readonly #used = new Map<number, number>();

  constructor(file: FontFile, name: string, ref: Ref) {
    this.file = file;
    this.name = name;
    this.ref = ref;
  }

  /** The operand of the TJ operator that shows this text, with its kerning. Every letter must have a glyph. */
  encode(text: string): string {
    let operand = '[<';
    let previous = 0;
    for (const letter of text) {
      const codePoint = letter.codePointAt(0) ?? 0;
      const glyph = this.file.glyph(codePoint);
      if (glyph === 0) throw new Error(`${this.file.nome} has no glyph for U+${codePoint.toString(16)}`);
      if (!this.#used.has(glyph)) this.#used.set(glyph, codePoint);
      const kerning = previous === 0 ? 0 : this.file.kerning(previous, glyph);
      if (kerning !== 0) operand += `>${pdfNumber(-kerning)}<`;
      operand += ESADECIMALI[glyph];
      previous = glyph;
    }
    return `${operand}>]`;
  }

  /** Writes the Type 0 font, its descendant, descriptor, outlines and Unicode map (9.7). */
  write(pdf: PdfFile): void {
    const { file } = this;
    const used = [...this.#used].sort(([a], [b]) => a - b);
    const name = `${subsetTag(used)}+${file.nome}`;
    const program = subsetTrueType(file.bytes, this.#used.keys());
    const programRef = pdf.stream(`/Length1 ${program.byteLength}`, program);
    const { ascent, descent, capHeight, italicAngle, bbox } = file.metrics;
    const descriptor = pdf.object(
      `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${bbox.join(' ')}]/ItalicAngle ${italicAngle}` +
        `/Ascent ${ascent}/Descent ${descent}/CapHeight ${capHeight}/StemV 80/FontFile2 ${programRef} 0 R>>`,
    );
    const widths = used.map(([glyph]) => `${glyph}[${pdfNumber(file.width(glyph))}]`).join('');
    const descendant = pdf.object(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
        `/FontDescriptor ${descriptor} 0 R/DW 0/W[${widths}]/CIDToGIDMap/Identity>>`,
    );
    const unicode = pdf.stream('', toUnicode(used));
    pdf.object(
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
      this.ref,
    );
  }
}

/** Six capitals that differ between different subsets of one font (9.6.4). */
function subsetTag(used: readonly (readonly [number, number])[]): string {
  let hash = 2_166_136_261;
  for (const [glyph] of used) hash = Math.imul(hash ^ glyph, 16_777_619) >>> 0;
  return Array.from({ length: 6 }, () => {
    const letter = String.fromCharCode(65 + (hash % 26));
    hash = Math.floor(hash / 26);
    return letter;
  }).join('');
}

/** The CMap from glyphs to text (9.10.3), at most a hundred entries a block. */
function toUnicode(used: readonly (readonly [number, number])[]): string {
  const blocks: string[] = [];
  for (let from = 0; from < used.length; from += 100) {
    const rows = used
      .slice(from, from + 100)
      .map(([glyph, codePoint]) => `<${ESADECIMALI[glyph]}><${utf16(codePoint)}>`);
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

function utf16(codePoint: number): string {
  return Buffer.from(String.fromCodePoint(codePoint), 'utf16le').swap16().toString('hex');
}
