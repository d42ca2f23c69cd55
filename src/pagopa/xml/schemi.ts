import { readFileSync } from 'node:fs';
import {
  XmlBufferInputProvider,
  XmlDocument,
  type XmlElement,
  XmlLibError,
  xmlRegisterInputProvider,
  XsdValidator,
} from 'libxml2-wasm';
import { packagePath } from '../../valori/package-root.ts';
import { XmlRifiutato } from './xml-rifiutato.ts';

/** The schemas of our own writing, in `rules/pagopa`. */
export type Schema =
  | 'busta-soap'
  | 'nodo-intestazioni'
  | 'nodo-corpi'
  | 'rpt-rt'
  | 'avvisi-ente'
  | 'avvisi-psp'
  | 'notifiche-psp'
  | 'flusso-riversamento';

const IMPORTATI = ['rpt-rt', 'id-rpt-qr', 'id-rpt-aim', 'id-rpt-gs1'] as const;
const compilati = new Map<Schema, XsdValidator>();
/** What schemas import from one another; nothing else is ever opened on their behalf. */
const importati = new XmlBufferInputProvider(
  Object.fromEntries(IMPORTATI.map((nome) => [`${nome}.xsd`, leggiSchema(nome)])),
);
xmlRegisterInputProvider(importati);

function leggiSchema(schema: Schema | (typeof IMPORTATI)[number]): Buffer {
  return readFileSync(packagePath('rules', 'pagopa', `${schema}.xsd`));
}

/** Compiled once a process and kept: a validator costs a millisecond to build and 0.2 ms to use. */
function validatore(schema: Schema): XsdValidator {
  const pronto = compilati.get(schema);
  if (pronto !== undefined) return pronto;
  const documento = XmlDocument.fromBuffer(leggiSchema(schema));
  try {
    const nuovo = XsdValidator.fromDoc(documento);
    compilati.set(schema, nuovo);
    return nuovo;
  } finally {
    documento.dispose();
  }
}

/**
 * Checks a document or one of its elements against a schema.
 * @throws XmlRifiutato `schema`, with the first error of libxml2 and its line
 */
export function validaSchema(che: XmlDocument | XmlElement, schema: Schema): void {
  // Built outside: a schema of ours that does not compile is our fault, not the message's.
  const pronto = validatore(schema);
  try {
    if (che instanceof XmlDocument) pronto.validate(che);
    else pronto.validate(che);
  } catch (errore) {
    if (!(errore instanceof XmlLibError)) throw errore;
    const primo = errore.details[0];
    const dove = primo === undefined ? '' : ` (line ${primo.line})`;
    throw new XmlRifiutato('schema', `${(primo?.message ?? errore.message).trim()}${dove}`);
  }
}
