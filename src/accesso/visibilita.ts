import type { Contesto } from './contesto.ts';

/** How much of a person a Contesto may see: on pages, on paper and in tables alike. */
export interface Visibilita {
  /** Whether names are cut: who reads is told so. */
  readonly ridotta: boolean;
  codiceFiscale(testo: string): string;
  nome(testo: string): string;
}

/** Operators see people whole. */
export const INTERA: Visibilita = { ridotta: false, codiceFiscale: (testo) => testo, nome: (testo) => testo };

/** Initials, and the ends of a codice fiscale. */
export const RIDOTTA: Visibilita = {
  ridotta: true,
  codiceFiscale: (testo) => `${testo.slice(0, 3)}${'•'.repeat(Math.max(0, testo.length - 7))}${testo.slice(-4)}`,
  // A letter may be of two units: 𠮷.
  nome: (testo) => `${[...testo][0] ?? ''}.`,
};

/** What a document with cut names says of itself. */
export const NOMI_RIDOTTI =
  'Nomi ridotti: preparato per chi è entrato con i soli codici. Con un’identità digitale è intero.';

/**
 * Who came in with two codes that others may know sees initials and the ends of a codice fiscale, and no address; who proved who
 * they are sees all of their own data.
 */
export function visibilitaDi(contesto: Contesto): Visibilita {
  return contesto.authority.tipo === 'codice-rapporto' ? RIDOTTA : INTERA;
}
