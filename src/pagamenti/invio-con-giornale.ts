import type { EnteCreditore } from '../pagopa/ente-creditore.ts';
import { type InviaHttp, inviaHttp } from '../pagopa/invia-http.ts';
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
 * Makes a way to send whose every message, out and back, is in the journal before anything is done with it, under what the messages
 * are about. Clients work over it, where the bytes are; which payment they speak of is known one step above.
 * @param annota is given the answers, to be written in the transaction of what they do
 */
export type InvioConGiornale = (oggetto: Oggetto, annota?: Annota) => InviaHttp;

export function createInvioConGiornale({ giornale, clock, ente }: DipendenzeGiornale): InvioConGiornale {
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
  return (oggetto, annota) => async (url, richiesta) => {
    const tipo = operationOf(url, richiesta.intestazioni);
    const answered = async (messaggio: string, esito: string): Promise<void> => {
      const evento = eventoDi(oggetto, { tipo, sottotipo: 'RSP', messaggio, esito });
      if (annota === undefined) await giornale.registra([evento]);
      else annota(evento);
    };
    await giornale.registra([eventoDi(oggetto, { tipo, sottotipo: 'REQ', messaggio: richiesta.corpo })]);
    try {
      const risposta = await inviaHttp(url, richiesta);
      await answered(risposta.corpo.toString('utf8') || (risposta.location ?? ''), `HTTP ${risposta.stato}`);
      return risposta;
    } catch (errore) {
      await answered('', errore instanceof Error ? `${errore.name}: ${errore.message}` : 'errore');
      throw errore;
    }
  };
}

/** The SOAP action; of a JSON API the last step of its address. */
function operationOf(url: string, intestazioni: Readonly<Record<string, string>>): string {
  const azione = intestazioni['SOAPAction']?.replaceAll('"', '') ?? '';
  return azione !== '' ? azione : (new URL(url).pathname.split('/').at(-1) ?? url);
}
