import { entro, type Soggetto } from '../rpt/soggetto.ts';
import { type Elemento, opzionale, testoDi } from '../xml/albero.ts';
import { campo, elemento, type Xml } from '../xml/scrittura.ts';

/** Debtor or payer in the notice model; the same person as in an RPT, in other words. */
export function scriviSoggettoAvviso(nome: string, soggetto: Soggetto): Xml {
  return elemento(nome, [
    elemento('uniqueIdentifier', [
      campo('entityUniqueIdentifierType', soggetto.tipo),
      campo('entityUniqueIdentifierValue', soggetto.codice),
    ]),
    campo('fullName', entro(soggetto.anagrafica, 70)),
    campo('streetName', nonVuoto(soggetto.indirizzo, 70)),
    campo('civicNumber', nonVuoto(soggetto.civico, 16)),
    campo('postalCode', nonVuoto(soggetto.cap, 16)),
    campo('city', nonVuoto(soggetto.localita, 35)),
    campo('stateProvinceRegion', nonVuoto(soggetto.provincia, 35)),
    campo('country', nonVuoto(soggetto.nazione, 2)),
    campo('e-mail', nonVuoto(soggetto.email, 256)),
  ]);
}

export function leggiSoggettoAvviso(soggetto: Elemento): Soggetto {
  return {
    tipo: testoDi(soggetto, 'uniqueIdentifier', 'entityUniqueIdentifierType') === 'G' ? 'G' : 'F',
    codice: testoDi(soggetto, 'uniqueIdentifier', 'entityUniqueIdentifierValue'),
    anagrafica: testoDi(soggetto, 'fullName'),
    ...opzionale(soggetto, 'streetName', 'indirizzo'),
    ...opzionale(soggetto, 'civicNumber', 'civico'),
    ...opzionale(soggetto, 'postalCode', 'cap'),
    ...opzionale(soggetto, 'city', 'localita'),
    ...opzionale(soggetto, 'stateProvinceRegion', 'provincia'),
    ...opzionale(soggetto, 'country', 'nazione'),
    ...opzionale(soggetto, 'e-mail', 'email'),
  };
}

function nonVuoto(testo: string | undefined, massimo: number): string | undefined {
  const pulito = testo === undefined ? '' : entro(testo, massimo);
  return pulito === '' ? undefined : pulito;
}
