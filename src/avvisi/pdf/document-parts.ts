import type { Canvas } from './canvas.ts';
import type { DocumentFont } from './embedded-font.ts';
import type { Face } from './shaped-face.ts';
import type { StructureTree } from './structure-tree.ts';

/** Points row by row, three bytes each. */
export interface ImageData {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** What the pages of one document share. */
export interface DocumentParts {
  readonly structure: StructureTree;
  /** What shows lines of this face in the document. */
  font(face: Face): DocumentFont;
  /** The operator that paints a drawing many pages share; `draw` runs only the first time a key is met. */
  drawing(key: string, draw: (canvas: Canvas) => void): string;
  /** The name of a picture in points, three bytes of calibrated RGB each, written once under its key. */
  image(key: string, picture: ImageData): string;
  /** A value worked out once in the life of the document: what many pages would work out alike. */
  remember<T>(key: string, make: () => T): T;
}
