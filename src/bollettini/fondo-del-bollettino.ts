import type { CalcoloPersistito } from './calcolo-persistito.ts';

/**
 * What a bollettino asks for the association: nothing else (`solo`), or its part beside INPS's (`compreso`); absent where it asks
 * nothing for it. One of the fund alone pays for no week.
 */
export type FondoDelBollettino = 'solo' | 'compreso';

/** Read from the calculation that is kept with it: money there is text of the same form. */
export function fondoDi({ calcolo }: { readonly calcolo: CalcoloPersistito }): FondoDelBollettino | undefined {
  const associazione = calcolo['associazione'] as { readonly totale: string } | null | undefined;
  if (associazione == null) return undefined;
  return associazione.totale === calcolo['totale'] ? 'solo' : 'compreso';
}

/** Whether it pays for the association alone. */
export function isSoloFondo(bollettino: { readonly calcolo: CalcoloPersistito }): boolean {
  return fondoDi(bollettino) === 'solo';
}
