import { type Busta, leggiBusta, scriviSoapFault } from '../pagopa/soap/busta.ts';
import type { MessaggioSoap, RispostaSoap } from '../pagopa/soap/messaggio.ts';
import { testoDaConservare } from '../pagopa/xml/codifica.ts';
import { XmlRifiutato } from '../pagopa/xml/xml-rifiutato.ts';
import { GESTORI_AVVISI } from './avvisi/gestori.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import { eventoDalNodo } from './evento-dal-nodo.ts';
import type { ChiaveMessaggio, Gestore, RispostaAlNodo } from './gestore.ts';
import type { EventoDatato } from './giornale-eventi.ts';
import type { Consegna } from './pagamento.ts';
import type { ArchivioPagamenti } from './porte.ts';
import { gestoreRt } from './ricevi-rt.ts';

/** By the name of the body's element. */
const GESTORI: Readonly<Record<string, Gestore>> = { ...GESTORI_AVVISI, paaInviaRT: gestoreRt };
/** Name of the body's element by SOAPAction, which has it without its ending (`paSendRTV2` for `paSendRTV2Request`). */
const OPERAZIONE_DELLA_AZIONE: ReadonlyMap<string, string> = new Map(
  Object.keys(GESTORI).map((operazione) => [operazione.replace(/(Req|Request)$/, ''), operazione]),
);

/**
 * The one door for every message the node sends us: RTs, verify and activation of the first model, and the notice model's
 * verify, get payment and receipt. Request, what it does and our answer are one transaction, over before the answer leaves;
 * of what could not be done the request alone is in the journal.
 * @param daInviare told of a hand-off that the answer has created, to be sent after it
 */
export async function rispondiAlNodo(
  dip: DipendenzePagamenti,
  messaggio: MessaggioSoap,
  daInviare: (consegna: Consegna) => void,
): Promise<RispostaSoap> {
  const soap = testoDaConservare(messaggio.corpo, messaggio.charset);
  const letta = open(messaggio);
  const gestore = letta.operazione === undefined ? undefined : GESTORI[letta.operazione];
  if (gestore === undefined) return outsideOperations(dip, soap, letta);
  const { tipo } = gestore;
  const chiave = 'chiave' in letta ? letta.chiave : undefined;
  const domanda = eventOf(dip, { tipo, sottotipo: 'REQ', messaggio: soap, chiave });
  const risposta = await dip.archivio
    .transazione(async (tx) => {
      const data = await answer({ ...dip, archivio: within(tx) }, gestore, letta, soap);
      const { soap: messaggio, esito } = data;
      await tx.giornale.registra([domanda, eventOf(dip, { tipo, sottotipo: 'RSP', messaggio, esito, chiave })]);
      return data;
    })
    .catch(async (errore: unknown) => {
      await dip.archivio.letture.giornale.registra([domanda]);
      throw errore;
    });
  if (risposta.daInviare !== undefined) daInviare(risposta.daInviare);
  return { soap: risposta.soap, stato: 200 };
}

/** A message past the gate, with what it speaks of when we know the operation; or why it did not pass. */
type Letta =
  | { readonly operazione: string; readonly busta: Busta; readonly chiave?: ChiaveMessaggio }
  | { readonly operazione: string | undefined; readonly rifiuto: XmlRifiutato };

/** A message whose body does not say its operation has the one that its SOAPAction names. */
function open({ corpo, azione, charset }: MessaggioSoap): Letta {
  let operazione: string | undefined;
  try {
    const busta = leggiBusta(corpo, { ...(charset !== undefined && { charset }) });
    operazione = busta.operazione;
    const chiave = GESTORI[operazione]?.chiave(busta);
    return { operazione, busta, ...(chiave !== undefined && { chiave }) };
  } catch (errore) {
    if (!(errore instanceof XmlRifiutato)) throw errore;
    if (errore.motivo === 'non-compreso') return { operazione: undefined, rifiuto: errore };
    return { operazione: operazione ?? errore.operazione ?? OPERAZIONE_DELLA_AZIONE.get(azione), rifiuto: errore };
  }
}

function answer(dip: DipendenzePagamenti, gestore: Gestore, letta: Letta, soap: string): Promise<RispostaAlNodo> {
  if ('busta' in letta) return gestore.gestisci(dip, letta.busta, soap);
  const { motivo, message } = letta.rifiuto;
  return Promise.resolve(
    gestore.rifiuta(dip, motivo === 'schema' ? 'PAA_SINTASSI_XSD' : 'PAA_SINTASSI_EXTRAXSD', message),
  );
}

/** What no operation of ours can answer gets a SOAP Fault. */
async function outsideOperations(dip: DipendenzePagamenti, messaggio: string, letta: Letta): Promise<RispostaSoap> {
  const tipo = (letta.operazione ?? 'messaggio').slice(0, 60);
  const rifiuto = 'rifiuto' in letta ? letta.rifiuto : undefined;
  const esito = rifiuto === undefined ? 'operazione sconosciuta' : 'messaggio rifiutato';
  const chi = rifiuto?.motivo === 'non-compreso' ? 'MustUnderstand' : 'Client';
  const soap = scriviSoapFault(chi, rifiuto?.message ?? `unknown operation ${tipo}`);
  await dip.archivio.letture.giornale.registra([
    eventOf(dip, { tipo, sottotipo: 'REQ', messaggio, esito }),
    eventOf(dip, { tipo, sottotipo: 'RSP', messaggio: soap, esito }),
  ]);
  return { soap, stato: 500 };
}

/** The archive as one transaction sees it: what would be a transaction of its own is part of that one. */
function within(tx: ArchivioPagamenti): DipendenzePagamenti['archivio'] {
  return { letture: tx, transazione: (lavoro) => lavoro(tx) };
}

function eventOf({ clock, ente }: DipendenzePagamenti, dati: Parameters<typeof eventoDalNodo>[1]): EventoDatato {
  return { ...eventoDalNodo(ente, dati), dataOra: clock.now().toISOString() };
}
