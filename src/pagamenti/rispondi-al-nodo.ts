import { type Busta, leggiBusta, scriviSoapFault } from '../pagopa/soap/busta.ts';
import { XmlRifiutato } from '../pagopa/xml/xml-rifiutato.ts';
import { GESTORI_AVVISI } from './avvisi/gestori.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import { eventoDalNodo } from './evento-dal-nodo.ts';
import type { ChiaveMessaggio, Gestore, RispostaAlNodo } from './gestore.ts';
import type { Consegna } from './pagamento.ts';
import { gestoreRt } from './ricevi-rt.ts';

/** By the name of the body's element. */
const GESTORI: Readonly<Record<string, Gestore>> = { ...GESTORI_AVVISI, paaInviaRT: gestoreRt };

/**
 * The one door for every message the node sends us: RTs, verify and activation of the first model, and the notice model's
 * verify, get payment and receipt. Request and answer are in the journal before the answer leaves.
 * @param daInviare told of a hand-off that the answer has created, to be sent after it
 */
export async function rispondiAlNodo(
  dip: DipendenzePagamenti,
  soap: string,
  daInviare: (consegna: Consegna) => void,
): Promise<string> {
  const letta = open(soap);
  const operazione = letta.operazione ?? gestoreRt.tipo;
  const gestore = GESTORI[operazione];
  if (gestore === undefined) return unknownOperation(dip, soap, operazione);
  const { tipo } = gestore;
  const chiave = 'chiave' in letta ? letta.chiave : undefined;
  // Both at once: on SQLite the message and what it does share one commit.
  const [, risposta] = await Promise.all([
    record(dip, { tipo, sottotipo: 'REQ', messaggio: soap, chiave }),
    answer(dip, gestore, letta, soap),
  ]);
  await record(dip, { tipo, sottotipo: 'RSP', messaggio: risposta.soap, esito: risposta.esito, chiave });
  if (risposta.daInviare !== undefined) daInviare(risposta.daInviare);
  return risposta.soap;
}

/** A message past the gate, with what it speaks of when we know the operation; or why it did not pass. */
type Letta =
  | { readonly operazione: string; readonly busta: Busta; readonly chiave?: ChiaveMessaggio }
  | { readonly operazione: string | undefined; readonly rifiuto: XmlRifiutato };

function open(soap: string): Letta {
  let operazione: string | undefined;
  try {
    const busta = leggiBusta(soap);
    operazione = busta.operazione;
    const chiave = GESTORI[operazione]?.chiave(busta);
    return { operazione, busta, ...(chiave !== undefined && { chiave }) };
  } catch (errore) {
    if (errore instanceof XmlRifiutato) return { operazione: operazione ?? errore.operazione, rifiuto: errore };
    throw errore;
  }
}

function answer(dip: DipendenzePagamenti, gestore: Gestore, letta: Letta, soap: string): Promise<RispostaAlNodo> {
  if ('busta' in letta) return gestore.gestisci(dip, letta.busta, soap);
  const { motivo, message } = letta.rifiuto;
  return Promise.resolve(
    gestore.rifiuta(dip, motivo === 'schema' ? 'PAA_SINTASSI_XSD' : 'PAA_SINTASSI_EXTRAXSD', message),
  );
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
