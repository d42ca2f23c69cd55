import { SPAZIO_AVVISI_ENTE, SPAZIO_AVVISI_PSP, SPAZIO_CORPI, SPAZIO_NOTIFICHE_PSP } from '../../pagopa/soap/spazi.ts';
import { OPERAZIONI_PSP } from '../avvisi/operazioni-psp.ts';
import { OPERAZIONI_PA, type Operazione } from '../nodo/operazioni.ts';
import { OPERAZIONI_PSP_PRIMO_MODELLO } from '../psp-primo-modello/operazioni.ts';

/** One operation of a WSDL: its SOAPAction and the elements that go in and come out. */
export interface OperazioneWsdl {
  readonly azione: string;
  readonly richiesta: string;
  readonly risposta: string;
  /** Element of the SOAP header, in the namespace of the headers. */
  readonly intestazione?: 'intestazionePPT' | 'intestazioneCarrelloPPT';
}

/** A service as pagoPA names it, so that programs made from its own WSDLs and from ours call each other. */
export interface ServizioWsdl {
  /** Last segment of the address where its WSDL is served. */
  readonly nome: string;
  /** `nodo`: answered here; `ente`, `psp`: called by the node, to be answered by a creditor or a PSP. */
  readonly chi: 'nodo' | 'ente' | 'psp';
  readonly spazio: string;
  readonly servizio: string;
  readonly porta: string;
  readonly tipo: string;
  /** Namespace of the elements of its bodies, and the schema of ours that describes them. */
  readonly spazioCorpi: string;
  readonly schema: 'nodo-corpi' | 'avvisi-psp' | 'avvisi-ente' | 'notifiche-psp';
  readonly operazioni: readonly OperazioneWsdl[];
}

const INTESTAZIONI: Readonly<Record<string, OperazioneWsdl['intestazione']>> = {
  nodoInviaRPT: 'intestazionePPT',
  nodoInviaCarrelloRPT: 'intestazioneCarrelloPPT',
  paaInviaRT: 'intestazionePPT',
  paaVerificaRPT: 'intestazionePPT',
  paaAttivaRPT: 'intestazionePPT',
};

const CORPI_PRIMO_MODELLO = { spazioCorpi: SPAZIO_CORPI, schema: 'nodo-corpi' } as const;

/** Every service, made from the tables of operations that the node itself works with. */
export const SERVIZI: readonly ServizioWsdl[] = [
  {
    nome: 'NodoPerPa',
    chi: 'nodo',
    spazio: 'http://NodoPagamentiSPC.spcoop.gov.it/servizi/PagamentiTelematiciRPT',
    servizio: 'PagamentiTelematiciRPTservice',
    porta: 'PagamentiTelematiciRPTPort',
    tipo: 'PagamentiTelematiciRPT',
    ...CORPI_PRIMO_MODELLO,
    operazioni: offerte(OPERAZIONI_PA),
  },
  {
    nome: 'NodoPerPsp',
    chi: 'nodo',
    spazio: 'http://PuntoAccessoPSP.spcoop.gov.it/servizi/PagamentiTelematiciPspNodo',
    servizio: 'PagamentiTelematiciPspNodoservice',
    porta: 'PPTPort',
    tipo: 'PagamentiTelematiciPspNodo',
    ...CORPI_PRIMO_MODELLO,
    operazioni: offerte(OPERAZIONI_PSP_PRIMO_MODELLO),
  },
  {
    nome: 'nodeForPsp',
    chi: 'nodo',
    spazio: 'http://pagopa-api.pagopa.gov.it/nodeForPsp',
    servizio: 'nodeForPspService',
    porta: 'nodeForPspPort',
    tipo: 'nodeForPsp',
    spazioCorpi: SPAZIO_AVVISI_PSP,
    schema: 'avvisi-psp',
    operazioni: offerte(OPERAZIONI_PSP),
  },
  {
    nome: 'PaPerNodo',
    chi: 'ente',
    spazio: 'http://NodoPagamentiSPC.spcoop.gov.it/servizi/PagamentiTelematiciRT',
    servizio: 'PagamentiTelematiciRTservice',
    porta: 'PPTPort',
    tipo: 'PagamentiTelematiciRT',
    ...CORPI_PRIMO_MODELLO,
    operazioni: [operazione('paaInviaRT')],
  },
  {
    nome: 'PaPerNodoPagamentoPsp',
    chi: 'ente',
    spazio: 'http://NodoPagamentiSPC.spcoop.gov.it/servizi/PagamentiTelematiciCCP',
    servizio: 'PagamentiTelematiciCCPservice',
    porta: 'PPTPort',
    tipo: 'PagamentiTelematiciCCP',
    ...CORPI_PRIMO_MODELLO,
    operazioni: [operazione('paaVerificaRPT'), operazione('paaAttivaRPT')],
  },
  {
    nome: 'paForNode',
    chi: 'ente',
    spazio: 'http://pagopa-api.pagopa.gov.it/paForNode',
    servizio: 'paForNodeService',
    porta: 'paForNodePort',
    tipo: 'paForNode',
    spazioCorpi: SPAZIO_AVVISI_ENTE,
    schema: 'avvisi-ente',
    operazioni: [
      ...['paVerifyPaymentNotice', 'paGetPayment', 'paSendRT'].map((nome) => operazione(`${nome}Req`, nome)),
      ...['paGetPaymentV2', 'paSendRTV2'].map((nome) => operazione(`${nome}Request`, nome)),
    ],
  },
  {
    nome: 'PspPerNodo',
    chi: 'psp',
    spazio: 'http://PuntoAccessoPSP.spcoop.gov.it',
    servizio: 'FespPspService',
    porta: 'PSPPort',
    tipo: 'FespPsp',
    ...CORPI_PRIMO_MODELLO,
    operazioni: ['pspInviaRPT', 'pspInviaCarrelloRPT', 'pspInviaCarrelloRPTCarte'].map((nome) => operazione(nome)),
  },
  {
    nome: 'pspForNode',
    chi: 'psp',
    spazio: 'http://pagopa-api.pagopa.gov.it/psp/pspForNode',
    servizio: 'pspForNodeService',
    porta: 'pspForNodePort',
    tipo: 'pspForNode',
    spazioCorpi: SPAZIO_NOTIFICHE_PSP,
    schema: 'notifiche-psp',
    operazioni: [operazione('pspNotifyPaymentReq', 'pspNotifyPayment'), operazione('pspNotifyPaymentV2')],
  },
];

function offerte(tavola: Readonly<Record<string, Operazione>>): readonly OperazioneWsdl[] {
  return Object.entries(tavola).map(([richiesta, { azione }]) => operazione(richiesta, azione));
}

function operazione(richiesta: string, azione = richiesta): OperazioneWsdl {
  const intestazione = INTESTAZIONI[azione];
  return { azione, richiesta, risposta: rispostaDi(richiesta), ...(intestazione !== undefined && { intestazione }) };
}

/**
 * `…Req` is answered by `…Res`, `…Request` by `…Response`, a primitive of the first model by `…Risposta`, or by `…Response` when a
 * PSP answers it.
 */
function rispostaDi(richiesta: string): string {
  if (richiesta.endsWith('Request')) return richiesta.replace(/Request$/, 'Response');
  if (richiesta.endsWith('Req')) return richiesta.replace(/Req$/, 'Res');
  if (richiesta.startsWith('pspInvia')) return `${richiesta}Response`;
  return richiesta === 'pspNotifyPaymentV2' ? `${richiesta}Res` : `${richiesta}Risposta`;
}
