import type { PdfFile, Ref } from './pdf-file.ts';

const PAGINE_PER_NODO = 64;

/** The page tree (7.7.3) in two levels, written node by node. */
export class PageTree {
  readonly #pdf: PdfFile;
  readonly #root: Ref;
  readonly #nodes: Ref[] = [];
  #kids: Ref[] = [];
  #count = 0;

  constructor(pdf: PdfFile) {
    this.#pdf = pdf;
    this.#root = pdf.reserve();
  }

  /** Pages so far. */
  get count(): number {
    return this.#count;
  }

  /** Parent of the page added last. */
  get parent(): Ref {
    return this.#nodes.at(-1) ?? this.#root;
  }

  /** A place for one more page. */
  add(): Ref {
    if (this.#count % PAGINE_PER_NODO === 0) {
      this.#writeNode();
      this.#nodes.push(this.#pdf.reserve());
    }
    this.#count++;
    const ref = this.#pdf.reserve();
    this.#kids.push(ref);
    return ref;
  }

  /** Writes the root. */
  end(): Ref {
    this.#writeNode();
    return this.#pdf.object(`<</Type/Pages/Count ${this.#count}/Kids[${refs(this.#nodes)}]>>`, this.#root);
  }

  #writeNode(): void {
    if (this.#kids.length === 0) return;
    const kids = `/Count ${this.#kids.length}/Kids[${refs(this.#kids)}]`;
    this.#pdf.object(`<</Type/Pages/Parent ${this.#root} 0 R${kids}>>`, this.parent);
    this.#kids = [];
  }
}

function refs(list: readonly Ref[]): string {
  return list.map((ref) => `${ref} 0 R`).join(' ');
}
