import { leggiBusta, scriviSoapFault, type Busta } from '../pagopa/soap/busta.ts';
import { XmlRifiutato } from '../pagopa/xml/xml-rifiutato.ts';
import { GESTORI_AVVISI, type Gestore, type RispostaAvviso } from './avvisi/gestori.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import { eventoDalNodo } from './evento-dal-nodo.ts';
import type { Consegna } from './pagamento.ts';
import { riceviRt } from './ricevi-rt.ts';

/**
 * The one door for every message the node sends us: RTs, verify and activation of the first model, and the notice model's
 * verify, get payment and receipt. Request and answer are in the journal.
 * @param daInviare told of a hand-off that the answer has created, to be sent after it
 */
export async function rispondiAlNodo(
  dip: DipendenzePagamenti,
  soap: string,
  daInviare: (consegna: Consegna) => void,
): Promise<string> {
  const letta = open(soap);
  const operazione = letta instanceof XmlRifiutato ? letta.operazione : letta.operazione;
  const gestore = operazione === undefined ? undefined : GESTORI_AVVISI[operazione];
  if (gestore === undefined) {
    if (operazione === undefined || operazione === 'paaInviaRT') return riceviRt(dip, soap);
    return unknownOperation(dip, soap, operazione);
  }
  const { tipo } = gestore;
  const chiave = letta instanceof XmlRifiutato ? undefined : gestore.chiave(letta);
  await record(dip, { tipo, sottotipo: 'REQ', messaggio: soap, chiave });
  const risposta = await answer(dip, gestore, letta, soap);
  await record(dip, { tipo, sottotipo: 'RSP', messaggio: risposta.soap, esito: risposta.esito, chiave });
  if (risposta.daInviare !== undefined) daInviare(risposta.daInviare);
  return risposta.soap;
}

function open(soap: string): Busta | XmlRifiutato {
  try {
    return leggiBusta(soap);
  } catch (errore) {
    if (errore instanceof XmlRifiutato) return errore;
    throw errore;
  }
}

function answer(
  dip: DipendenzePagamenti,
  gestore: Gestore,
  letta: Busta | XmlRifiutato,
  soap: string,
): Promise<RispostaAvviso> {
  if (letta instanceof XmlRifiutato) {
    const codice = letta.motivo === 'schema' ? 'PAA_SINTASSI_XSD' : 'PAA_SINTASSI_EXTRAXSD';
    return Promise.resolve(gestore.rifiuta(dip, codice, letta.message));
  }
  return gestore.gestisci(dip, letta, soap);
}

async function unknownOperation(dip: DipendenzePagamenti, soap: string, operazione: string): Promise<string> {
  const tipo = operazione.slice(0, 60);
  await record(dip, { tipo, sottotipo: 'REQ', messaggio: soap, esito: 'operazione sconosciuta' });
  return scriviSoapFault('Client', `unknown operation ${tipo}`);
}

function record(
  { archivio, clock, ente }: DipendenzePagamenti,
  dati: Parameters<typeof eventoDalNodo>[1],
): Promise<void> {
  return archivio.letture.giornale.registra(eventoDalNodo(ente, dati), clock.now().toISOString());
}
