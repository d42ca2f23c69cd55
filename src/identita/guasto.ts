import type { Pezzo } from './albero.ts';

type Firma = 'sua' | 'altra' | 'nessuna';

/** How an answer is spoiled: before it is signed, by its signatures, or after. */
export interface Guasto {
  /** Number of the official check (italia/spid-sp-test), or a word of ours where that list has none. */
  readonly caso: string;
  readonly titolo: string;
  readonly cambia?: (risposta: Pezzo) => void;
  readonly firme?: { readonly asserzione: Firma; readonly risposta: Firma };
  readonly dopo?: (xml: string) => string;
  /** A service must let in all the same. */
  readonly buono?: true;
}
