import { elemento, type Xml } from '../pagopa/xml/scrittura.ts';
import { escapeXml } from '../valori/escape-xml.ts';

/** An element that may still be changed: faults are changes of a good answer. The name is local, the prefix is apart. */
export interface Pezzo {
  readonly nome: string;
  readonly prefisso: 'saml' | 'samlp';
  attributi: Record<string, string>;
  figli: Pezzo[];
  testo: string;
}

export function pezzo(
  nomeIntero: string,
  attributi: Readonly<Record<string, string>>,
  dentro: readonly Pezzo[] | string = [],
): Pezzo {
  const [prefisso, nome] = nomeIntero.split(':') as ['saml' | 'samlp', string];
  const testo = typeof dentro === 'string' ? dentro : '';
  return { nome, prefisso, attributi: { ...attributi }, figli: typeof dentro === 'string' ? [] : [...dentro], testo };
}

/** The element at `Assertion/Subject/NameID` under the root. @throws Error a program error: there is none */
export function al(radice: Pezzo, percorso: string): Pezzo {
  let qui: Pezzo | undefined = radice;
  for (const nome of percorso === '' ? [] : percorso.split('/'))
    qui = qui?.figli.find((figlio) => figlio.nome === nome);
  if (qui === undefined) throw new Error(`no ${percorso} in the answer`);
  return qui;
}

/** Takes the element away from its parent. */
export function senza(radice: Pezzo, percorso: string): void {
  const passi = percorso.split('/');
  const nome = passi.pop();
  const padre = al(radice, passi.join('/'));
  padre.figli = padre.figli.filter((figlio) => figlio.nome !== nome);
}

export function scrivi({ nome, prefisso, attributi, figli, testo }: Pezzo): Xml {
  return elemento(`${prefisso}:${nome}`, figli.length > 0 ? figli.map(scrivi) : [escapeXml(testo) as Xml], attributi);
}
