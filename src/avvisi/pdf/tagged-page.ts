import { Canvas, FOGLIO } from './canvas.ts';
import type { DocumentParts } from './document-parts.ts';
import { pdfNumber, points } from './numbers.ts';
import type { Ref } from './pdf-file.ts';
import type { ElementOptions, LeafType } from './structure-tree.ts';

/** A page being drawn: all that is drawn stands either in a tag or in an artifact. */
export class TaggedPage extends Canvas {
  readonly document: DocumentParts;
  /** Structure element of each marked-content sequence, in order. */
  readonly owners: Ref[] = [];
  readonly #ref: Ref;

  constructor(document: DocumentParts, ref: Ref) {
    super();
    this.document = document;
    this.#ref = ref;
  }

  /** Content that means something: drawn inside a structure element of this type. */
  tag(type: LeafType, draw: () => void, options: ElementOptions = {}): void {
    const mcid = this.owners.length;
    this.owners.push(this.document.structure.leaf(type, this.#ref, mcid, options));
    this.raw(`/${type}<</MCID ${mcid}>>BDC\n`);
    draw();
    this.raw('EMC\n');
  }

  /** A picture with its alternative text. The box is in millimetres from the top left corner. */
  figure(alt: string, box: { x: number; y: number; width: number; height: number }, draw: () => void): void {
    const corners = [box.x, FOGLIO.altezza - box.y - box.height, box.x + box.width, FOGLIO.altezza - box.y];
    const bbox = corners.map((mm) => pdfNumber(points(mm))).join(' ');
    this.tag('Figure', draw, { alt, attributes: `/O/Layout/Placement/Block/BBox[${bbox}]` });
  }

  /** Content that only decorates, or repeats: readers of the page aloud skip it. */
  artifact(draw: () => void): void {
    this.raw('/Artifact BMC\n');
    draw();
    this.raw('EMC\n');
  }
}
