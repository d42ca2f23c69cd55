import type { FaultBean } from '../../pagopa/nodo-client.ts';
import { parseRpt } from '../../pagopa/rpt/parse-rpt.ts';
import type { Rpt } from '../../pagopa/rpt/rpt.ts';
import { XmlRifiutato } from '../../pagopa/xml/xml-rifiutato.ts';
import { faultNodo } from '../fault-nodo.ts';

/** An RPT that passed its schema, with the text it came in. */
export interface RptLetta {
  readonly rpt: Rpt;
  readonly xml: string;
}

/** Encoding and schema of one RPT: the node's second check. */
export function leggiRpt(byte: Uint8Array, serial?: number): RptLetta | { readonly fault: FaultBean } {
  try {
    return { rpt: parseRpt(byte), xml: Buffer.from(byte).toString('utf8') };
  } catch (errore) {
    if (!(errore instanceof XmlRifiutato)) throw errore;
    return { fault: faultNodo('PPT_SINTASSI_XSD', errore.message, serial) };
  }
}
