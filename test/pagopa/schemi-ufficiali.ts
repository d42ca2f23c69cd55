import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, XmlElement, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { packagePath } from '../../src/valori/package-root.ts';

/** Public schemas of pagoPA, where this machine has them beside the repository; elsewhere these checks are left out. */
const CARTELLA = packagePath('..', 'shared', 'pagopa', 'schemas');
export const ufficialiPresenti = existsSync(CARTELLA);

const PREFISSI = new Map([
  [
    'http://www.digitpa.gov.it/schemas/2011/Pagamenti/',
    ['nodo-6.2-xsd/PagInf_RPT_RT_6_2_0.xsd', 'common/FlussoRiversamento_1_0_4.xsd'],
  ],
  [
    'http://ws.pagamenti.telematici.gov/',
    [
      'nodo-wsdl/NodoPerPa.wsdl',
      'nodo-wsdl/PaPerNodo.wsdl',
      'nodo-wsdl/PaPerNodoPagamentoPsp.wsdl',
      'nodo-wsdl/NodoPerPsp.wsdl',
      'nodo-wsdl/PspPerNodo.wsdl',
    ],
  ],
  ['http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd', ['notice-wsdl/xsd/paForNode.xsd']],
  ['http://pagopa-api.pagopa.gov.it/node/nodeForPsp.xsd', ['notice-wsdl/xsd/nodeForPsp.xsd']],
  ['http://pagopa-api.pagopa.gov.it/psp/pspForNode.xsd', ['notice-wsdl/xsd/pspForNode.xsd']],
  ['http://ws.pagamenti.telematici.gov/ppthead', ['nodo-wsdl/NodoPerPa.wsdl', 'nodo-wsdl/PaPerNodo.wsdl']],
]);
const validatori = new Map<string, readonly XsdValidator[]>();
if (ufficialiPresenti) xmlRegisterFsInputProviders();

/** Throws when the official schemas refuse the document: an RPT, an RT, or the header and body of a SOAP envelope. */
export function validaUfficiale(xml: string): void {
  if (!ufficialiPresenti) return;
  const documento = XmlDocument.fromString(xml);
  try {
    if (documento.root.name !== 'Envelope') return valida(documento.root);
    for (const parte of figli(documento.root)) for (const contenuto of figli(parte)) valida(contenuto);
  } finally {
    documento.dispose();
  }
}

/** One of the schemas of that namespace that declares the element must accept it. */
function valida(elemento: XmlElement): void {
  const errori: unknown[] = [];
  for (const validatore of validatoriDi(elemento.namespaceUri)) {
    try {
      validatore.validate(elemento);
      return;
    } catch (errore) {
      errori.push(errore);
    }
  }
  const testi = errori.map((errore) => (errore instanceof Error ? errore.message : String(errore)));
  throw new Error(`<${elemento.name}> is refused by the official schemas: ${testi.join(' | ')}`);
}

function validatoriDi(spazio: string): readonly XsdValidator[] {
  const pronti = validatori.get(spazio);
  if (pronti !== undefined) return pronti;
  const file = PREFISSI.get(spazio);
  if (file === undefined) throw new Error(`no official schema for ${spazio}`);
  const nuovi = file.flatMap((nome) => schemiDi(join(CARTELLA, nome), spazio));
  validatori.set(spazio, nuovi);
  return nuovi;
}

function schemiDi(percorso: string, spazio: string): XsdValidator[] {
  const testo = readFileSync(percorso, 'utf8').replace(/^\uFEFF/, '');
  const schemi = percorso.endsWith('.wsdl') ? schemiDelWsdl(testo) : [testo];
  return schemi
    .filter((schema) => schema.includes(`targetNamespace="${spazio}"`))
    .map((schema) => {
      const conPercorsi = schema
        .replaceAll('../../xsd-common/', `${join(CARTELLA, 'common')}/`)
        .replaceAll('../xsd/', `${join(CARTELLA, 'nodo-6.2-xsd')}/`);
      return XsdValidator.fromDoc(XmlDocument.fromString(conPercorsi, { url: percorso }));
    });
}

/** The schemas inside a WSDL lean on prefixes declared at its root: they are carried over. */
function schemiDelWsdl(wsdl: string): string[] {
  const radice = /<wsdl:definitions[^>]*>/.exec(wsdl)?.[0] ?? '';
  const dichiarazioni = [...radice.matchAll(/\sxmlns:\w+="[^"]*"/g)].map(([testo]) => testo);
  return [...wsdl.matchAll(/<xsd:schema[\s\S]*?<\/xsd:schema>/g)].map(([schema]) => {
    const apertura = /<xsd:schema[^>]*>/.exec(schema)?.[0] ?? '';
    const mancanti = dichiarazioni.filter((testo) => !apertura.includes(`${testo.trim().split('=')[0] ?? ''}=`));
    return schema.replace('<xsd:schema', `<xsd:schema${mancanti.join('')}`);
  });
}

function figli(elemento: XmlElement): XmlElement[] {
  const trovati: XmlElement[] = [];
  for (let nodo = elemento.firstChild; nodo !== null; nodo = nodo.next) {
    if (nodo instanceof XmlElement) trovati.push(nodo);
  }
  return trovati;
}
