import { NodoIrraggiungibile } from '../pagopa/nodo-client.ts';
import { parseRt } from '../pagopa/rpt/parse-rt.ts';
import { XmlRifiutato } from '../pagopa/xml/xml-rifiutato.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import type { Tentativo } from './pagamento.ts';
import { registraRt } from './registra-rt.ts';

/**
 * Asks the node for an attempt's receipt (nodoChiediCopiaRT) and hears it as if it had come.
 * @returns `nessuna` when the node has none that can be read, `silenzio` when it does not answer
 */
export async function chiediCopia(
  { archivio, clock, nodo }: DipendenzePagamenti,
  tentativo: Tentativo,
): Promise<'recuperata' | 'nessuna' | 'silenzio'> {
  try {
    const copia = await nodo.chiediCopiaRt(tentativo);
    if ('faultCode' in copia) return 'nessuna';
    const rt = parseRt(copia.rt);
    const il = clock.now().toISOString();
    await archivio.transazione((tx) => registraRt(tx, rt, copia.rt, il));
    return 'recuperata';
  } catch (errore) {
    if (errore instanceof XmlRifiutato) return 'nessuna';
    if (!(errore instanceof NodoIrraggiungibile)) throw errore;
    return 'silenzio';
  }
}
