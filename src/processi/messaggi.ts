import type { ErroreDati } from '../valori/errore-dati.ts';

/** What parent and child say to each other, over Node's own channel. */
export type AlFiglio<Domanda> = { readonly tipo: 'domanda'; readonly domanda: Domanda } | { readonly tipo: 'ferma' };

export type DalFiglio<Risposta, Notizia> =
  | { readonly tipo: 'vivo' }
  | { readonly tipo: 'notizia'; readonly notizia: Notizia }
  | { readonly tipo: 'risposta'; readonly risposta: Risposta }
  /** What a person gave is wrong: an `ErroreDati`, taken apart. */
  | { readonly tipo: 'rifiuto'; readonly rifiuto: RifiutoScritto }
  /** Anything else that went wrong, without people's data. */
  | { readonly tipo: 'guasto'; readonly motivo: 'guasto' | 'memoria'; readonly testo: string };

/** Its place in the catalogue and the values of its sentence. */
export type RifiutoScritto = Pick<ErroreDati, 'voce' | 'dati'>;
