import { Canvas, COLOUR_SPACE, FOGLIO } from './canvas.ts';
import { CALIBRATED_RGB } from './calibrated-rgb.ts';
import type { DocumentParts, ImageData } from './document-parts.ts';
import { type DocumentFont, EmbeddedFont } from './embedded-font.ts';
import type { FontFile } from './font-file.ts';
import { greyProfile } from './grey-profile.ts';
import { infoDictionary, xmpMetadata, type DocumentInfo } from './metadata.ts';
import { pdfNumber, points } from './numbers.ts';
import { Outline } from './outline.ts';
import { PageTree } from './page-tree.ts';
import { type Face, ShapedFace } from './shaped-face.ts';
import { ShapedFont } from './shaped-font.ts';
import { PdfFile, type ByteSink, type Ref } from './pdf-file.ts';
import { StructureTree } from './structure-tree.ts';
import { TaggedPage } from './tagged-page.ts';

const MEDIA_BOX = `[0 0 ${pdfNumber(points(FOGLIO.larghezza))} ${pdfNumber(points(FOGLIO.altezza))}]`;

/**
 * A tagged document of A4 pages (PDF/UA-1 and PDF/A-2a) written while it is made: a finished page leaves nothing behind but
 * a few numbers. Fonts and shared drawings are embedded once, at the end.
 */
export class TaggedDocument implements DocumentParts {
  readonly structure: StructureTree;
  readonly #pdf: PdfFile;
  readonly #info: DocumentInfo;
  readonly #pages: PageTree;
  readonly #outline: Outline;
  readonly #resources: Ref;
  readonly #fonts = new Map<Face, DocumentFont>();
  readonly #embedded: EmbeddedFont[] = [];
  readonly #drawings = new Map<string, { readonly name: string; readonly ref: Ref }>();
  readonly #images = new Map<string, { readonly name: string; readonly ref: Ref }>();
  readonly #remembered = new Map<string, unknown>();

  constructor(sink: ByteSink, info: DocumentInfo) {
    this.#pdf = new PdfFile(sink);
    this.#info = info;
    this.#resources = this.#pdf.reserve();
    this.#pages = new PageTree(this.#pdf);
    this.#outline = new Outline(this.#pdf);
    this.structure = new StructureTree(this.#pdf);
  }

  font(face: Face): DocumentFont {
    let font = this.#fonts.get(face);
    if (font === undefined) {
      font = face instanceof ShapedFace ? new ShapedFont(face, (file) => this.#embed(file)) : this.#embed(face);
      this.#fonts.set(face, font);
    }
    return font;
  }

  #embed(file: FontFile): EmbeddedFont {
    const known = this.#embedded.find((font) => font.file === file);
    if (known !== undefined) return known;
    const font = new EmbeddedFont(file, `F${this.#embedded.length + 1}`, this.#pdf.reserve());
    this.#embedded.push(font);
    return font;
  }

  drawing(key: string, draw: (canvas: Canvas) => void): string {
    let drawing = this.#drawings.get(key);
    if (drawing === undefined) {
      const canvas = new Canvas();
      draw(canvas);
      const dict = `/Type/XObject/Subtype/Form/BBox${MEDIA_BOX}/Resources ${this.#resources} 0 R`;
      const ref = this.#pdf.stream(dict, canvas.operators);
      drawing = { name: `D${this.#drawings.size + 1}`, ref };
      this.#drawings.set(key, drawing);
    }
    return `/${drawing.name} Do\n`;
  }

  image(key: string, { width, height, rgb }: ImageData): string {
    let image = this.#images.get(key);
    if (image === undefined) {
      const dict = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace${CALIBRATED_RGB}`;
      image = { name: `I${this.#images.size + 1}`, ref: this.#pdf.stream(dict, rgb) };
      this.#images.set(key, image);
    }
    return image.name;
  }

  remember<T>(key: string, make: () => T): T {
    const known = this.#remembered.get(key);
    if (known !== undefined) return known as T;
    const made = make();
    this.#remembered.set(key, made);
    return made;
  }

  /** Draws a page; tags opened on the structure tree may span pages. Returns the page's number, from 1. */
  page(draw: (page: TaggedPage) => void, bookmark?: string): number {
    const ref = this.#pages.add();
    const page = new TaggedPage(this, ref);
    draw(page);
    const contents = this.#pdf.stream('', page.operators);
    const parents = this.structure.closePage(page.owners);
    this.#pdf.object(
      `<</Type/Page/Parent ${this.#pages.parent} 0 R/MediaBox${MEDIA_BOX}/Resources ${this.#resources} 0 R` +
        `/Contents ${contents} 0 R/StructParents ${parents}/Tabs/S>>`,
      ref,
    );
    if (bookmark !== undefined) this.#outline.add(bookmark, ref);
    return this.#pages.count;
  }

  /** Writes what all pages share, and the end of the file. */
  end(): void {
    const pdf = this.#pdf;
    for (const font of this.#embedded) font.write(pdf);
    const fonts = this.#embedded.map(({ name, ref }) => `/${name} ${ref} 0 R`).join('');
    const drawings = [...this.#drawings.values(), ...this.#images.values()]
      .map(({ name, ref }) => `/${name} ${ref} 0 R`)
      .join('');
    const colours = `/ColorSpace<</${COLOUR_SPACE}${CALIBRATED_RGB}>>`;
    pdf.object(`<</Font<<${fonts}>>/XObject<<${drawings}>>${colours}>>`, this.#resources);
    const pages = this.#pages.end();
    const structure = this.structure.end();
    const outline = this.#outline.end();
    const xmp = Buffer.from(xmpMetadata(this.#info), 'utf8');
    const metadata = pdf.stream('/Type/Metadata/Subtype/XML', xmp, { plain: true });
    const profile = pdf.stream('/N 1', greyProfile());
    const bookmarks = outline === undefined ? '' : `/Outlines ${outline} 0 R/PageMode/UseOutlines`;
    const catalog = pdf.object(
      `<</Type/Catalog/Pages ${pages} 0 R/StructTreeRoot ${structure} 0 R/MarkInfo<</Marked true>>${bookmarks}` +
        `/Lang(${this.#info.language})/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${metadata} 0 R` +
        `/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(Gray gamma 2.2)/DestOutputProfile ${profile} 0 R>>]>>`,
    );
    pdf.finish(catalog, pdf.object(infoDictionary(this.#info)));
  }
}
