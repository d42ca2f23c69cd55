import type { FaultBean } from '../../pagopa/nodo-client.ts';
import {
  buildPspInviaCarrelloRpt,
  buildPspInviaRpt,
  type ModelloPagamento,
  type OperazionePsp,
  parsePspInviaRptRisposta,
  type PspInviaRpt,
  type PspInviaRptRisposta,
} from '../../pagopa/operazioni/psp-invia-rpt.ts';
import type { ChiaveRpt } from '../../pagopa/soap/intestazione.ts';
import type { RptConservata } from '../archivio/rpt.ts';
import type { Sessione } from '../archivio/sessioni.ts';
import type { Contesto } from '../contesto.ts';
import { faultNodo } from '../fault-nodo.ts';
import { circostanzaDi, concludiCon } from '../pagamento/concludi.ts';
import { CONSEGUENZE, type Conseguenze, IGNOTO_AL_PSP, PRESO_DAL_PSP } from '../pagamento/esiti.ts';
import type { FacciaPsp } from './ascolto.ts';
import { chiamaPsp, type EsitoChiamata } from './chiama-psp.ts';
import { transazioneDi } from './transazione.ts';
import { trovaAscolto } from './trova-ascolto.ts';

/** While PSP and node talk, the clock must not close the session. */
const TEMPO_DEL_PSP_MS = 10 * 60_000;

/** RPTs that were handed to a PSP: where the browser goes on, when the PSP has a page for it; the node's fault, when it failed. */
export interface Affidato {
  readonly pagina?: string;
  readonly fault?: FaultBean;
}

/** The PSP that is to be called for this cart, when the one that was chosen listens. */
export function ascoltoDellaSessione(contesto: Contesto, sessione: Sessione): FacciaPsp {
  const [prima] = contesto.archivio.rpt.dellaSessione(sessione.id);
  return prima === undefined ? {} : trovaAscolto(contesto, sessione.canale, circostanzaDi(contesto, sessione, prima));
}

/**
 * Hands the RPTs of a session to the PSP and ends the session as the PSP's answer has it. The RTs are then the PSP's
 * (nodoInviaRT); the node makes them only for what the PSP refused, was never told of or, after the retention, never answered.
 * @param diretto the creditor itself chose the channel and is told the fault, in the place of a negative RT
 */
export async function affidaAlPsp(
  contesto: Contesto,
  sessione: Sessione,
  faccia: FacciaPsp,
  diretto: boolean,
): Promise<Affidato> {
  const { archivio, scrivi, orologio } = contesto;
  await scrivi(() => archivio.sessioni.prolunga(sessione.id, orologio.ora() + TEMPO_DEL_PSP_MS));
  const rpt = archivio.rpt.dellaSessione(sessione.id);
  const online = contesto.psp.perCanale(sessione.canale ?? '')?.servizio.autorizzazione === 'psp-online';
  const esito = await chiama(contesto, sessione, faccia, { rpt, online, diretto });
  const chi = contesto.psp.perCanale(sessione.canale ?? '')?.psp.id ?? null;
  const carta = sessione.metodo === 'carta';
  await scrivi(() => {
    const sua = esito.che === 'accettata' || (esito.che === 'sconosciuta' && !(carta && !diretto));
    if (sua && chi !== null) for (const una of rpt) archivio.rpt.affida(una, chi);
    concludiCon(contesto, sessione, conseguenzeDi(esito.che, { carta, diretto }));
  });
  if (esito.che !== 'accettata') return { fault: esito.fault };
  return paginaDelPsp(contesto, sessione, faccia, { online, parametri: esito.risposta.parametri });
}

/** The RPT of a notice that this PSP activated with nodoAttivaRPT, as soon as the creditor has sent it. */
export async function inviaRptAttivata(
  contesto: Contesto,
  canale: string,
  chiave: ChiaveRpt,
  faccia: FacciaPsp,
): Promise<FaultBean | undefined> {
  const rpt = contesto.archivio.rpt.trova(chiave);
  if (rpt === undefined || faccia.rpt === undefined) return undefined;
  const messaggio = buildPspInviaRpt(dati(contesto, canale, 4, [rpt]));
  const esito = await chiamaPsp(contesto, faccia, chiamata(faccia.rpt, 'pspInviaRPT', messaggio));
  const { stati } = conseguenzeDi(esito.che, { carta: false, diretto: true });
  await contesto.scrivi(() => contesto.archivio.rpt.avanza(chiave, stati, contesto.orologio.ora()));
  return esito.che === 'accettata' ? undefined : esito.fault;
}

async function chiama(
  contesto: Contesto,
  sessione: Sessione,
  faccia: FacciaPsp,
  come: { readonly rpt: readonly RptConservata[]; readonly online: boolean; readonly diretto: boolean },
): Promise<EsitoChiamata<Extract<PspInviaRptRisposta, { esito: 'OK' }>>> {
  const { rpt, online, diretto } = come;
  const url = faccia.rpt ?? '';
  const canale = sessione.canale ?? '';
  if (diretto && sessione.idCarrello === null) {
    const messaggio = buildPspInviaRpt(dati(contesto, canale, online ? 0 : 2, rpt));
    return controllaParametri(
      await chiamaPsp(contesto, faccia, chiamata(url, 'pspInviaRPT', messaggio)),
      faccia,
      online,
    );
  }
  if (sessione.metodo === 'carta') {
    const { totale, dataOra, rrn, codice } = transazioneDi(contesto, sessione);
    const carta = { rrn, esito: '00', totale, dataOra, codice };
    const messaggio = buildPspInviaCarrelloRpt(dati(contesto, canale, 1, rpt), carta);
    return chiamaPsp(contesto, faccia, chiamata(url, 'pspInviaCarrelloRPTCarte', messaggio));
  }
  const messaggio = buildPspInviaCarrelloRpt(dati(contesto, canale, online ? 1 : 2, rpt));
  const esito = await chiamaPsp(contesto, faccia, chiamata(url, 'pspInviaCarrelloRPT', messaggio));
  return controllaParametri(esito, faccia, online);
}

function chiamata(url: string, operazione: OperazionePsp, messaggio: string) {
  const leggi = (xml: Uint8Array): PspInviaRptRisposta => parsePspInviaRptRisposta(xml, operazione);
  return { url, operazione, messaggio, leggi };
}

/** Who pays on the PSP's page cannot go there without what the PSP gave for it. */
function controllaParametri<T extends PspInviaRptRisposta>(
  esito: EsitoChiamata<T>,
  { pagina }: FacciaPsp,
  online: boolean,
): EsitoChiamata<Extract<T, { esito: 'OK' }>> {
  if (esito.che !== 'accettata') return esito;
  const senza = !('parametri' in esito.risposta);
  if (online && pagina !== undefined && senza) {
    return { che: 'sconosciuta', fault: faultNodo('PPT_CANALE_ERR_PARAM_PAG_IMM') };
  }
  return esito as EsitoChiamata<Extract<T, { esito: 'OK' }>>;
}

function dati(
  contesto: Contesto,
  canale: string,
  modello: ModelloPagamento,
  rpt: readonly RptConservata[],
): PspInviaRpt {
  const psp = contesto.psp.perCanale(canale)?.psp;
  return {
    psp: psp?.id ?? '',
    intermediarioPsp: psp?.intermediario ?? '',
    canale,
    modello,
    elementi: rpt.map((chiave) => ({ chiave, xml: contesto.archivio.rpt.xml(chiave) })),
  };
}

/** What an answer means for states, browser and receipts. A card's money is given back by who authorised it; other money only the PSP knows of. */
function conseguenzeDi(
  che: EsitoChiamata<unknown>['che'],
  { carta, diretto }: { readonly carta: boolean; readonly diretto: boolean },
): Conseguenze {
  if (che === 'accettata') return PRESO_DAL_PSP;
  if (che === 'sconosciuta') return carta && !diretto ? CONSEGUENZE['esito-sconosciuto-psp'] : IGNOTO_AL_PSP;
  const { rt, ...conseguenze } = CONSEGUENZE[che === 'rifiutata' ? 'rifiutato-psp' : 'errore-invio-psp'];
  return diretto ? { ...conseguenze, ritorno: 'ERROR' } : { ...conseguenze, ...(rt !== undefined && { rt }) };
}

/** The PSP's page with its parameters, and with the address of ours that the browser comes back to. */
function paginaDelPsp(
  contesto: Contesto,
  sessione: Sessione,
  { pagina }: FacciaPsp,
  { online, parametri }: { readonly online: boolean; readonly parametri: string | undefined },
): Affidato {
  if (!online || pagina === undefined || parametri === undefined) return {};
  const ritorno = `${contesto.baseUrl()}/wallet/esito?idSession=${sessione.id}`;
  const unione = pagina.includes('?') ? '&' : '?';
  return { pagina: `${pagina}${unione}${parametri.replace(/^[?&]/, '')}&ritorno=${encodeURIComponent(ritorno)}` };
}
