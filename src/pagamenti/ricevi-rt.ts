import { type CodiceFaultPaa, faultPaa } from '../pagopa/faults.ts';
import { buildPaaInviaRtRisposta, type PaaInviaRt, parsePaaInviaRt } from '../pagopa/operazioni/paa-invia-rt.ts';
import { parseRt } from '../pagopa/rpt/parse-rt.ts';
import type { Rt } from '../pagopa/rpt/rt.ts';
import { XmlRifiutato } from '../pagopa/xml/xml-rifiutato.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import { eventoDalNodo } from './evento-dal-nodo.ts';
import type { Evento } from './giornale-eventi.ts';
import { type EsitoRt, registraRt } from './registra-rt.ts';

const OPERAZIONE = 'paaInviaRT';

/**
 * The node hands over an RT: envelope in, envelope out, both in the journal. An error of ours is not answered but thrown: the
 * node then repeats the message.
 */
export async function riceviRt(dip: DipendenzePagamenti, soap: string): Promise<string> {
  const letto = readEnvelope(soap);
  const chiave = 'intestazione' in letto ? letto.intestazione : undefined;
  await record(dip, 'REQ', chiave, soap);
  const esito = 'intestazione' in letto ? await hear(dip, letto) : letto;
  const risposta = buildPaaInviaRtRisposta(
    esito.esito === 'OK'
      ? esito
      : { esito: 'KO', fault: faultPaa(esito.codice, dip.ente.codiceFiscale, esito.descrizione) },
  );
  await record(dip, 'RSP', chiave, risposta, esito.esito === 'OK' ? 'OK' : esito.codice);
  return risposta;
}

type Risposta =
  { readonly esito: 'OK' } | { readonly esito: 'KO'; readonly codice: CodiceFaultPaa; readonly descrizione?: string };

function readEnvelope(soap: string): PaaInviaRt | Extract<Risposta, { esito: 'KO' }> {
  try {
    return parsePaaInviaRt(soap);
  } catch (errore) {
    if (!(errore instanceof XmlRifiutato)) throw errore;
    return { esito: 'KO', codice: 'PAA_SINTASSI_EXTRAXSD', descrizione: errore.message };
  }
}

async function hear({ archivio, ente, clock }: DipendenzePagamenti, messaggio: PaaInviaRt): Promise<Risposta> {
  const { intestazione } = messaggio;
  if (intestazione.dominio !== ente.codiceFiscale) return { esito: 'KO', codice: 'PAA_ID_DOMINIO_ERRATO' };
  if (intestazione.intermediario !== ente.intermediario) return { esito: 'KO', codice: 'PAA_ID_INTERMEDIARIO_ERRATO' };
  if (intestazione.stazione !== ente.stazione) return { esito: 'KO', codice: 'PAA_STAZIONE_INT_ERRATA' };
  const rt = readRt(messaggio.rt);
  if ('codice' in rt) return rt;
  const diversa = rt.dominio !== intestazione.dominio || rt.iuv !== intestazione.iuv || rt.ccp !== intestazione.ccp;
  if (diversa) return { esito: 'KO', codice: 'PAA_SEMANTICA', descrizione: 'header and RT name different attempts' };
  const xml = Buffer.from(messaggio.rt).toString('utf8');
  return archivio.transazione<EsitoRt>((tx) => registraRt(tx, rt, xml, clock.now().toISOString()));
}

function readRt(bytes: Uint8Array): Rt | Extract<Risposta, { esito: 'KO' }> {
  try {
    return parseRt(bytes);
  } catch (errore) {
    if (!(errore instanceof XmlRifiutato)) throw errore;
    return { esito: 'KO', codice: 'PAA_SINTASSI_XSD', descrizione: errore.message };
  }
}

function record(
  { archivio, ente, clock }: DipendenzePagamenti,
  sottotipo: Evento['sottotipo'],
  chiave: PaaInviaRt['intestazione'] | undefined,
  messaggio: string,
  esito?: string,
): Promise<void> {
  const dati = { tipo: OPERAZIONE, sottotipo, messaggio, chiave, ...(esito !== undefined && { esito }) };
  return archivio.letture.giornale.registra(eventoDalNodo(ente, dati), clock.now().toISOString());
}
