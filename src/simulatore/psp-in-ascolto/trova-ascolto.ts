import type { Contesto } from '../contesto.ts';
import type { Circostanza } from '../scenari/regola.ts';
import type { FacciaPsp } from './ascolto.ts';

/** Where the PSP of a channel listens for a payment, and how the node is to call it: what a rule says goes before the catalogue. */
export function trovaAscolto(contesto: Contesto, canale: string | null, circostanza: Circostanza): FacciaPsp {
  const trovato = canale === null ? undefined : contesto.psp.perCanale(canale);
  if (trovato === undefined) return {};
  return { ...trovato.servizio.ascolto, ...contesto.regole.prendi('psp', { ...circostanza, psp: trovato.psp.id }) };
}
