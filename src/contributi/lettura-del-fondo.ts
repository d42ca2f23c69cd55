import type { CodiceAssociazione } from './calcolo.ts';
import type { Letture } from './letture.ts';

/** The named reading that each fund has. */
export const LETTURA_DEL_FONDO = { F2: 'inizioF2', E1: 'importoE1' } as const satisfies Record<
  CodiceAssociazione,
  keyof Letture
>;

/** The value of a fund's reading that was named; undefined for the default. */
export function letturaDelFondo(codice: CodiceAssociazione, letture: Letture): string | undefined {
  return letture[LETTURA_DEL_FONDO[codice]];
}
