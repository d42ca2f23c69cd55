import type { FaultBean } from '../nodo-client.ts';
import { type Elemento, testoDi } from '../xml/albero.ts';
import { XmlRifiutato } from '../xml/xml-rifiutato.ts';
import { leggiFaultDi } from './fault.ts';

/** An answer: OK, or KO with its fault, never both. */
export type Esito = { readonly esito: 'OK' } | { readonly esito: 'KO'; readonly fault: FaultBean };

/**
 * Outcome and fault of an answer, which must say the same thing: what only half means yes is no answer at all.
 * @param nome of the outcome's element: `esito` in the first model, `outcome` in the notice model
 * @throws XmlRifiutato `busta` on OK with a fault, KO without one, or any other word
 */
export function leggiEsito(risposta: Elemento, nome: 'esito' | 'outcome'): Esito {
  const fault = leggiFaultDi(risposta);
  const detto = testoDi(risposta, nome);
  if (detto === 'OK' && fault === undefined) return { esito: 'OK' };
  if (detto === 'KO' && fault !== undefined) return { esito: 'KO', fault };
  throw new XmlRifiutato('busta', `${risposta.nome}: ${nome} and fault disagree`, risposta.nome);
}
