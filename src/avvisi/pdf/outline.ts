import { pdfText, type PdfFile, type Ref } from './pdf-file.ts';

/** The bookmarks (12.3.3): a flat list, each entry written when the next one is known. */
export class Outline {
  readonly #pdf: PdfFile;
  #root: Ref | undefined;
  #first: Ref | undefined;
  #last: { readonly ref: Ref; readonly entry: string } | undefined;
  #count = 0;

  constructor(pdf: PdfFile) {
    this.#pdf = pdf;
  }

  /** A bookmark to the top of a page. */
  add(title: string, page: Ref): void {
    this.#root ??= this.#pdf.reserve();
    const ref = this.#pdf.reserve();
    this.#first ??= ref;
    const previous = this.#writeLast(ref);
    this.#last = { ref, entry: `/Title ${pdfText(title)}/Parent ${this.#root} 0 R/Dest[${page} 0 R/Fit]${previous}` };
    this.#count++;
  }

  /** Writes the root; undefined when no bookmark was added. */
  end(): Ref | undefined {
    if (this.#root === undefined || this.#first === undefined || this.#last === undefined) return undefined;
    const last = this.#last.ref;
    this.#writeLast(undefined);
    return this.#pdf.object(
      `<</Type/Outlines/First ${this.#first} 0 R/Last ${last} 0 R/Count ${this.#count}>>`,
      this.#root,
    );
  }

  #writeLast(next: Ref | undefined): string {
    if (this.#last === undefined) return '';
    const following = next === undefined ? '' : `/Next ${next} 0 R`;
    this.#pdf.object(`<<${this.#last.entry}${following}>>`, this.#last.ref);
    return `/Prev ${this.#last.ref} 0 R`;
  }
}
