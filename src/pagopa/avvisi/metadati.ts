import { type Elemento, testoDi, trova, tutti } from '../xml/albero.ts';
import { campo, elemento, elementoSe, type Xml } from '../xml/scrittura.ts';

/** What a creditor adds to a payment or to a part of it: 1-15 pairs, which the node hands on as they are. */
export type Metadati = readonly { readonly chiave: string; readonly valore: string }[];

export function scriviMetadati(metadati: Metadati | undefined): Xml {
  return elementoSe(metadati, (voci) =>
    elemento(
      'metadata',
      voci.map(({ chiave, valore }) => elemento('mapEntry', [campo('key', chiave), campo('value', valore)])),
    ),
  );
}

/** `{ metadati }` when there are some. */
export function leggiMetadati(padre: Elemento): { readonly metadati?: Metadati } {
  const metadata = trova(padre, 'metadata');
  if (metadata === undefined) return {};
  const voci = tutti(metadata, 'mapEntry');
  return { metadati: voci.map((voce) => ({ chiave: testoDi(voce, 'key'), valore: testoDi(voce, 'value') })) };
}
