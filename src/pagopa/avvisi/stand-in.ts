import { type Elemento, testoSe } from '../xml/albero.ts';
import { campo, type Xml } from '../xml/scrittura.ts';
import { leggiBooleano } from './corpo-avvisi.ts';

/** The mark of a payment in Stand-in: `standIn` to creditors, `standin` to PSPs. */
export function scriviStandIn(nome: 'standIn' | 'standin', { standIn }: { readonly standIn?: boolean }): Xml {
  return campo(nome, standIn);
}

export function leggiStandIn(padre: Elemento, nome: 'standIn' | 'standin'): { readonly standIn?: boolean } {
  const testo = testoSe(padre, nome);
  return testo === undefined ? {} : { standIn: leggiBooleano(testo) };
}
