/** A box on the page: upper left corner and size, millimetres. */
export interface Posto {
  readonly x: number;
  readonly y: number;
  readonly larghezza: number;
  readonly altezza: number;
}

/** The places of the two marks in the heading (guide 3.0, *Intestazione*). */
export const POSTO_PAGOPA: Posto = { x: 10, y: 9.95, larghezza: 15.2, altezza: 10 };
export const POSTO_ENTE: Posto = { x: 170.13, y: 10.05, larghezza: 29.87, altezza: 29.87 };
