import { AsyncLocalStorage } from 'node:async_hooks';
import type { EnteCreditore } from '../pagopa/ente-creditore.ts';
import type { NodoClient } from '../pagopa/nodo-client.ts';
import { BYTE_MASSIMI_RISPOSTA_FLUSSO } from '../pagopa/operazioni/nodo-chiedi-flussi.ts';
import type { Clock } from '../valori/clock.ts';
import type { NodoFlussi } from './flussi.ts';
import type { Evento, GiornaleEventi } from './giornale-eventi.ts';

/** What a message of ours to the node is about. */
type Oggetto = Pick<Evento, 'dominio' | 'iuv' | 'ccp' | 'idCarrello'>;

/**
 * Makes a client whose every message, out and back, is in the journal before anything is done with it. The client works over
 * `fetch`, where the bytes are; which payment they speak of is known one step above, and travels beside them.
 * @param createClient builds the client over the fetch it is given
 */
export function createNodoConGiornale(
  createClient: (fetch: typeof globalThis.fetch) => NodoClient & NodoFlussi,
  dip: { readonly giornale: GiornaleEventi; readonly clock: Clock; readonly ente: EnteCreditore },
): NodoClient & NodoFlussi {
  const oggetti = new AsyncLocalStorage<Oggetto>();
  const record = (tipo: string, sottotipo: Evento['sottotipo'], messaggio: string, esito?: string) =>
    dip.giornale.registra(
      {
        categoria: 'INTERFACCIA',
        tipo,
        sottotipo,
        componente: 'FESP',
        fruitore: dip.ente.codiceFiscale,
        erogatore: 'NodoDeiPagamentiSPC',
        stazione: dip.ente.stazione,
        ...oggetti.getStore(),
        ...(esito !== undefined && { esito }),
        messaggio,
      },
      dip.clock.now().toISOString(),
    );
  const client = createClient(async (input, init) => {
    const operazione = new Headers(init?.headers).get('SOAPAction')?.replaceAll('"', '') ?? 'sconosciuta';
    await record(operazione, 'REQ', typeof init?.body === 'string' ? init.body : '');
    try {
      const risposta = await fetch(input, init);
      const corpo = await readUpTo(risposta, BYTE_MASSIMI_RISPOSTA_FLUSSO + 1);
      await record(operazione, 'RSP', corpo.toString('utf8'), `HTTP ${risposta.status}`);
      return new Response(withoutBody(risposta.status) ? null : new Uint8Array(corpo), risposta);
    } catch (errore) {
      await record(operazione, 'RSP', '', errore instanceof Error ? `${errore.name}: ${errore.message}` : 'errore');
      throw errore;
    }
  });
  return {
    inviaCarrelloRpt: (idCarrello, rpt) =>
      oggetti.run({ dominio: dip.ente.codiceFiscale, idCarrello }, () => client.inviaCarrelloRpt(idCarrello, rpt)),
    chiediStatoRpt: (chiave) => oggetti.run(keyOnly(chiave), () => client.chiediStatoRpt(chiave)),
    chiediCopiaRt: (chiave) => oggetti.run(keyOnly(chiave), () => client.chiediCopiaRt(chiave)),
    chiediElencoFlussi: () => client.chiediElencoFlussi(),
    chiediFlusso: (id) => client.chiediFlusso(id),
  };
}

function keyOnly({ dominio, iuv, ccp }: { dominio: string; iuv: string; ccp: string }): Oggetto {
  return { dominio, iuv, ccp };
}

/** No more than the longest answer (a flow's), whatever comes: the client then refuses what is too long. */
async function readUpTo(risposta: Response, massimo: number): Promise<Buffer> {
  const pezzi: Uint8Array[] = [];
  let letti = 0;
  for await (const pezzo of risposta.body ?? []) {
    const byte = pezzo as Uint8Array;
    pezzi.push(byte);
    letti += byte.length;
    if (letti >= massimo) break;
  }
  return Buffer.concat(pezzi).subarray(0, massimo);
}

/** Statuses whose answers have no body, and for which Response accepts none. */
function withoutBody(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}
