import { pdfText, type PdfFile, type Ref } from './pdf-file.ts';

/** Elements that hold other elements. */
export type GroupType = 'Sect' | 'Table' | 'TR';

/** Elements that hold content of a page. */
export type LeafType = 'H1' | 'H2' | 'H3' | 'P' | 'Figure' | 'TH' | 'TD';

/** What may be said of an element: alternative text, language, attributes (`/O/Table/Scope/Row`). */
export interface ElementOptions {
  readonly alt?: string;
  readonly language?: string;
  readonly attributes?: string;
}

interface OpenGroup {
  readonly type: GroupType | 'Document';
  readonly ref: Ref;
  readonly kids: Ref[];
}

/** Pages whose parent arrays share one leaf of the parent tree. */
const PAGINE_PER_FOGLIA = 64;

/** The structure tree (14.7): elements are written as they close; only the open groups are kept. */
export class StructureTree {
  readonly #pdf: PdfFile;
  readonly #root: Ref;
  readonly #open: OpenGroup[];
  readonly #leaves: { readonly ref: Ref; readonly limits: string }[] = [];
  #nums: string[] = [];
  #pages = 0;

  constructor(pdf: PdfFile) {
    this.#pdf = pdf;
    this.#root = pdf.reserve();
    this.#open = [{ type: 'Document', ref: pdf.reserve(), kids: [] }];
  }

  /** Everything tagged inside `draw` belongs to a new group. */
  group(type: GroupType, draw: () => void, options: ElementOptions = {}): void {
    const parent = this.#current();
    const group: OpenGroup = { type, ref: this.#pdf.reserve(), kids: [] };
    parent.kids.push(group.ref);
    this.#open.push(group);
    draw();
    this.#open.pop();
    this.#writeGroup(group, parent.ref, options);
  }

  /** An element with one piece of content of a page. */
  leaf(type: LeafType, page: Ref, mcid: number, options: ElementOptions): Ref {
    const parent = this.#current();
    const ref = this.#pdf.object(
      `<</S/${type}/P ${parent.ref} 0 R/Pg ${page} 0 R/K ${mcid}${optionEntries(options)}>>`,
    );
    parent.kids.push(ref);
    return ref;
  }

  /** Records which element owns each marked content of the page just drawn; returns the page's `/StructParents`. */
  closePage(owners: readonly Ref[]): number {
    const key = this.#pages++;
    this.#nums.push(`${key}[${owners.map((ref) => `${ref} 0 R`).join(' ')}]`);
    if (this.#nums.length === PAGINE_PER_FOGLIA) this.#writeParents();
    return key;
  }

  /** Writes the root. */
  end(): Ref {
    const document = this.#current();
    this.#writeGroup(document, this.#root, {});
    this.#writeParents();
    const kids = this.#leaves.map(({ ref }) => `${ref} 0 R`).join(' ');
    const parentTree = this.#pdf.object(`<</Kids[${kids}]>>`);
    return this.#pdf.object(
      `<</Type/StructTreeRoot/K ${document.ref} 0 R/ParentTree ${parentTree} 0 R/ParentTreeNextKey ${this.#pages}>>`,
      this.#root,
    );
  }

  #current(): OpenGroup {
    const group = this.#open.at(-1);
    if (group === undefined) throw new Error('the structure tree is closed');
    return group;
  }

  #writeGroup(group: OpenGroup, parent: Ref, options: ElementOptions): void {
    const kids = group.kids.map((ref) => `${ref} 0 R`).join(' ');
    this.#pdf.object(`<</S/${group.type}/P ${parent} 0 R/K[${kids}]${optionEntries(options)}>>`, group.ref);
  }

  #writeParents(): void {
    if (this.#nums.length === 0) return;
    const limits = `[${this.#pages - this.#nums.length} ${this.#pages - 1}]`;
    const ref = this.#pdf.object(`<</Limits${limits}/Nums[${this.#nums.join('')}]>>`);
    this.#leaves.push({ ref, limits });
    this.#nums = [];
  }
}

function optionEntries(options: ElementOptions): string {
  const alt = options.alt === undefined ? '' : `/Alt ${pdfText(options.alt)}`;
  const language = options.language === undefined ? '' : `/Lang(${options.language})`;
  return alt + language + (options.attributes === undefined ? '' : `/A<<${options.attributes}>>`);
}
