import type { FaultBean } from '../pagopa/nodo-client.ts';
import { ID_NODO } from '../pagopa/soap/fault.ts';

/** faultString of every fault the simulated node emits, in the node's own words. */
const FAULT = {
  PPT_SYSTEM_ERROR: 'Errore generico.',
  PPT_AUTORIZZAZIONE: "Il richiedente non ha i diritti per l'operazione.",
  PPT_AUTENTICAZIONE: 'Errore di autenticazione.',
  PPT_SINTASSI_XSD: 'Errore di sintassi XSD.',
  PPT_SINTASSI_EXTRAXSD: 'Errore di sintassi extra XSD.',
  PPT_SEMANTICA: 'Errore semantico.',
  PPT_RPT_DUPLICATA: 'RPT duplicata.',
  PPT_RPT_SCONOSCIUTA: 'RPT sconosciuta.',
  PPT_RT_SCONOSCIUTA: 'RT sconosciuta.',
  PPT_RT_DUPLICATA: 'La RT inviata dal PSP è già stata inviata (RT push).',
  PPT_RT_NONDISPONIBILE: 'RT non ancora pronta.',
  PPT_SUPERAMENTOSOGLIA:
    "Una qualche soglia fissata per PPT e' temporaneamente superata e la richiesta e' quindi rifiutata.",
  PPT_SEGREGAZIONE: 'La richiesta riguarda RPT/RT non di competenza del richiedente.',
  PPT_ID_CARRELLO_DUPLICATO: 'Identificativo Carrello RPT duplicato.',
  PPT_CODIFICA_PSP_SCONOSCIUTA: 'Valore di codificaInfrastruttura PSP non censito.',
  PPT_PSP_SCONOSCIUTO: 'PSP sconosciuto.',
  PPT_TIPO_VERSAMENTO_SCONOSCIUTO: 'Identificativo tipo versamento sconosciuto.',
  PPT_INTERMEDIARIO_PSP_SCONOSCIUTO: 'Identificativo intermediario psp sconosciuto.',
  PPT_CANALE_SCONOSCIUTO: 'Canale sconosciuto.',
  PPT_CANALE_SERVIZIO_NONATTIVO: "Il Servizio Applicativo del Canale non e' attivo.",
  PPT_CANALE_IRRAGGIUNGIBILE: 'Errore di connessione verso il Canale.',
  PPT_CANALE_TIMEOUT: 'Timeout risposta dal Canale.',
  PPT_CANALE_ERRORE: 'Errore restituito dal Canale.',
  PPT_CANALE_ERRORE_RESPONSE:
    "La response ricevuta dal Canale e' vuota o non corretta sintatticamente o semanticamente.",
  PPT_CANALE_ERR_PARAM_PAG_IMM: 'Parametri restituiti dal Canale per identificare il pagamento non corretti.',
  PPT_ERRORE_EMESSO_DA_PAA: 'Errore restituito dalla PAA.',
  PPT_DOMINIO_SCONOSCIUTO: 'Identificativo Dominio sconosciuto.',
  PPT_INTERMEDIARIO_PA_SCONOSCIUTO: 'Identificativo intermediario dominio sconosciuto.',
  PPT_STAZIONE_INT_PA_IRRAGGIUNGIBILE: 'Errore di connessione verso la Stazione.',
  PPT_STAZIONE_INT_PA_SERVIZIO_NONATTIVO: "Il Servizio Applicativo della Stazione non e' attivo.",
  PPT_STAZIONE_INT_PA_ERRORE_RESPONSE: 'Errore di risposta dalla stazione.',
  PPT_STAZIONE_INT_PA_TIMEOUT: 'Timeout risposta dalla Stazione.',
  PPT_STAZIONE_INT_PA_SCONOSCIUTA: 'IdentificativoStazioneRichiedente sconosciuto.',
  PPT_ID_FLUSSO_SCONOSCIUTO: 'Identificativo flusso sconosciuto.',
  PPT_IBAN_NON_CENSITO:
    'Il codice IBAN indicato dal EC non è presente nella lista degli IBAN comunicati al sistema pagoPA.',
  PPT_TOKEN_SCONOSCIUTO: 'unknown token',
  PPT_TOKEN_SCADUTO: 'paymentToken is expired',
  PPT_TOKEN_SCADUTO_KO: 'paymentToken is expired on outcome KO',
  PPT_PAGAMENTO_IN_CORSO: 'Pagamento in attesa risulta in corso al sistema pagoPA',
  PPT_PAGAMENTO_DUPLICATO: 'Pagamento in attesa risulta concluso al sistema pagoPA',
  PPT_PAGAMENTO_SCONOSCIUTO: 'Pagamento sconosciuto',
  PPT_ESITO_GIA_ACQUISITO: "L'esito del pagamento risulta già acquisito dal sistema pagoPA.",
  PPT_MULTI_BENEFICIARIO: 'La chiamata non è compatibile con il nuovo modello PSP.',
  PPT_ERRORE_IDEMPOTENZA: 'Errore idempotenza',
  PPT_SOAPACTION_ERRATA: 'SOAPAction errata.',
} as const;

export type CodiceFault = keyof typeof FAULT;

export function isCodiceFault(testo: string): testo is CodiceFault {
  return Object.hasOwn(FAULT, testo);
}

/** A fault of the node; `description` says what exactly was wrong, and repeats the fault's own words where the node has no more to say. */
export function faultNodo(codice: CodiceFault, description: string = FAULT[codice], serial?: number): FaultBean {
  return {
    faultCode: codice,
    faultString: FAULT[codice],
    id: ID_NODO,
    description,
    ...(serial !== undefined && { serial }),
  };
}

/** Thrown by a check: the operation answers KO with this fault. */
export class FaultNodo extends Error {
  override readonly name = 'FaultNodo';
  readonly fault: FaultBean;

  /** @param fault in place of the plain one that code and description make */
  constructor(codice: CodiceFault, description: string = FAULT[codice], fault = faultNodo(codice, description)) {
    super(description);
    this.fault = fault;
  }
}
