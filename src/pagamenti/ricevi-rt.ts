import type { CodiceFaultPaa } from '../pagopa/faults.ts';
import { faultPaa } from '../pagopa/faults.ts';
import { buildPaaInviaRtRisposta, type PaaInviaRt, readPaaInviaRt } from '../pagopa/operazioni/paa-invia-rt.ts';
import { parseRt } from '../pagopa/rpt/parse-rt.ts';
import type { Rt } from '../pagopa/rpt/rt.ts';
import { testoDaConservare } from '../pagopa/xml/codifica.ts';
import { XmlRifiutato } from '../pagopa/xml/xml-rifiutato.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import type { Gestore, RispostaAlNodo } from './gestore.ts';
import { type EsitoRt, registraRt } from './registra-rt.ts';

/** The node hands over an RT. An error of ours is not answered but thrown: the node then repeats the message. */
export const gestoreRt: Gestore = {
  tipo: 'paaInviaRT',
  chiave: (busta) => readPaaInviaRt(busta).intestazione,
  async gestisci(dip, busta) {
    const esito = await hear(dip, readPaaInviaRt(busta));
    if (esito.esito === 'KO') return refuse(dip, esito.codice, esito.descrizione);
    return { soap: buildPaaInviaRtRisposta({ esito: 'OK' }), esito: 'OK' };
  },
  // PAA_SINTASSI_XSD speaks of the RT inside, whose schema is another.
  rifiuta: (dip, _, descrizione) => refuse(dip, 'PAA_SINTASSI_EXTRAXSD', descrizione),
};

type Risposta = EsitoRt & { readonly descrizione?: string };

async function hear({ archivio, ente, clock }: DipendenzePagamenti, messaggio: PaaInviaRt): Promise<Risposta> {
  const { intestazione } = messaggio;
  if (intestazione.dominio !== ente.codiceFiscale) return { esito: 'KO', codice: 'PAA_ID_DOMINIO_ERRATO' };
  if (intestazione.intermediario !== ente.intermediario) return { esito: 'KO', codice: 'PAA_ID_INTERMEDIARIO_ERRATO' };
  if (intestazione.stazione !== ente.stazione) return { esito: 'KO', codice: 'PAA_STAZIONE_INT_ERRATA' };
  const rt = readRt(messaggio.rt);
  if ('codice' in rt) return rt;
  const diversa = rt.dominio !== intestazione.dominio || rt.iuv !== intestazione.iuv || rt.ccp !== intestazione.ccp;
  if (diversa) return { esito: 'KO', codice: 'PAA_SEMANTICA', descrizione: 'header and RT name different attempts' };
  const xml = testoDaConservare(messaggio.rt);
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

function refuse({ ente }: DipendenzePagamenti, codice: CodiceFaultPaa, descrizione?: string): RispostaAlNodo {
  const fault = faultPaa(codice, ente.codiceFiscale, descrizione);
  return { soap: buildPaaInviaRtRisposta({ esito: 'KO', fault }), esito: codice };
}
