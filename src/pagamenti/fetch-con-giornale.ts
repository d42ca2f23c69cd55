import type { EnteCreditore } from '../pagopa/ente-creditore.ts';
import { BYTE_MASSIMI_RISPOSTA_FLUSSO } from '../pagopa/operazioni/nodo-chiedi-flussi.ts';
import type { Clock } from '../valori/clock.ts';
import type { Annota } from './dipendenze.ts';
import type { Evento, GiornaleEventi } from './giornale-eventi.ts';

/** What a message of ours is about. */
export type Oggetto = Pick<Evento, 'dominio' | 'iuv' | 'ccp' | 'idCarrello'>;

export interface DipendenzeGiornale {
  readonly giornale: GiornaleEventi;
  readonly clock: Clock;
  readonly ente: EnteCreditore;
}

/**
 * Makes a fetch whose every message, out and back, is in the journal before anything is done with it, under what the messages
 * are about. Clients work over it, where the bytes are; which payment they speak of is known one step above.
 * @param annota is given the answers, to be written in the transaction of what they do
 */
export type FetchConGiornale = (oggetto: Oggetto, annota?: Annota) => typeof globalThis.fetch;

export function createFetchConGiornale({ giornale, clock, ente }: DipendenzeGiornale): FetchConGiornale {
  const eventoDi = (oggetto: Oggetto, messaggio: Pick<Evento, 'tipo' | 'sottotipo' | 'messaggio' | 'esito'>) => ({
    categoria: 'INTERFACCIA' as const,
    componente: 'FESP',
    fruitore: ente.codiceFiscale,
    erogatore: 'NodoDeiPagamentiSPC',
    stazione: ente.stazione,
    ...oggetto,
    ...messaggio,
    dataOra: clock.now().toISOString(),
  });
  return (oggetto, annota) => async (input, init) => {
    const tipo = operationOf(input, init);
    const answered = async (messaggio: string, esito: string): Promise<void> => {
      const evento = eventoDi(oggetto, { tipo, sottotipo: 'RSP', messaggio, esito });
      if (annota === undefined) await giornale.registra([evento]);
      else annota(evento);
    };
    const messaggio = typeof init?.body === 'string' ? init.body : '';
    await giornale.registra([eventoDi(oggetto, { tipo, sottotipo: 'REQ', messaggio })]);
    try {
      const risposta = await fetch(input, init);
      const corpo = await readUpTo(risposta, BYTE_MASSIMI_RISPOSTA_FLUSSO + 1);
      await answered(corpo.toString('utf8') || (risposta.headers.get('location') ?? ''), `HTTP ${risposta.status}`);
      return new Response(withoutBody(risposta.status) ? null : new Uint8Array(corpo), risposta);
    } catch (errore) {
      await answered('', errore instanceof Error ? `${errore.name}: ${errore.message}` : 'errore');
      throw errore;
    }
  };
}

/** The SOAP action; of a JSON API the last step of its address. */
function operationOf(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): string {
  const azione = new Headers(init?.headers).get('SOAPAction')?.replaceAll('"', '');
  if (azione !== undefined && azione !== '') return azione;
  const url = input instanceof Request ? input.url : String(input);
  return new URL(url).pathname.split('/').at(-1) ?? url;
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
