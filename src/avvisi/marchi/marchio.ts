/** A drawing in lines, in its own units, `y` downwards. */
export interface Disegno {
  readonly tipo: 'vettoriale';
  readonly larghezza: number;
  readonly altezza: number;
  /** PDF operators; colours in the calibrated space that the document calls `CR`. */
  readonly operatori: string;
}

/** A picture in points, on white: three bytes each, row by row. */
export interface Punti {
  readonly tipo: 'punti';
  readonly larghezza: number;
  readonly altezza: number;
  readonly rgb: Uint8Array;
}

/** A mark that a creditor gave as a file. */
export type Marchio = Disegno | Punti;

/** The creditor's own files; what is not given is written in words, or in a simulation drawn as a mark of nobody. */
export interface Marchi {
  readonly ente?: Marchio;
  readonly pagopa?: Marchio;
}
