import type { Contesto } from '../../accesso/contesto.ts';

/** How much of a person a Contesto may see. */
export interface Visibilita {
  codiceFiscale(testo: string): string;
  nome(testo: string): string;
}

/** Operators see people whole. */
export const INTERA: Visibilita = { codiceFiscale: (testo) => testo, nome: (testo) => testo };

const RIDOTTA: Visibilita = {
  codiceFiscale: (testo) => `${testo.slice(0, 3)}${'•'.repeat(Math.max(0, testo.length - 7))}${testo.slice(-4)}`,
  nome: (testo) => `${testo.slice(0, 1)}.`,
};

/**
 * Who came in with two codes that others may know sees initials and the ends of a codice fiscale; who proved who they are
 * sees all of their own data.
 */
export function visibilitaDi(contesto: Contesto): Visibilita {
  return contesto.authority.tipo === 'codice-rapporto' ? RIDOTTA : INTERA;
}
