import type { FaultBean } from './nodo-client.ts';

/** faultString of what a creditor answers the node, as the node's own table words them (SANP 2.2.6). */
const PAA = {
  PAA_ID_DOMINIO_ERRATO: 'La PAA non corrisponde al Dominio indicato.',
  PAA_ID_INTERMEDIARIO_ERRATO: 'Identificativo intermediario non corrispondente.',
  PAA_STAZIONE_INT_ERRATA: 'Stazione intermediario non corrispondente.',
  PAA_RPT_SCONOSCIUTA: 'La RPT risulta sconosciuta.',
  PAA_RT_DUPLICATA: 'La RT è già stata accettata.',
  PAA_SINTASSI_XSD: 'Errore di sintassi XSD.',
  PAA_SINTASSI_EXTRAXSD: 'Errore di sintassi extra XSD.',
  PAA_SEMANTICA: 'Errore semantico.',
  PAA_SYSTEM_ERROR: 'Errore generico.',
  PAA_PAGAMENTO_SCONOSCIUTO: 'Pagamento in attesa risulta sconosciuto all’Ente Creditore.',
  PAA_PAGAMENTO_DUPLICATO: 'Pagamento in attesa risulta concluso all’Ente Creditore.',
  PAA_PAGAMENTO_IN_CORSO: 'Pagamento in attesa risulta in corso all’Ente Creditore.',
  PAA_PAGAMENTO_ANNULLATO: 'Pagamento in attesa risulta annullato all’Ente Creditore.',
  PAA_PAGAMENTO_SCADUTO: 'Pagamento in attesa risulta scaduto all’Ente Creditore.',
  PAA_ATTIVA_RPT_IMPORTO_NON_VALIDO: 'L’importo del pagamento in attesa non è congruente con il dato indicato dal PSP.',
  PAA_RECEIPT_DUPLICATA: 'La ricevuta è già stata acquisita.',
} as const;

export type CodiceFaultPaa = keyof typeof PAA;

/**
 * A fault of the creditor.
 * @param id the creditor's codice fiscale (dominio)
 */
export function faultPaa(codice: CodiceFaultPaa, id: string, description?: string): FaultBean {
  return { faultCode: codice, faultString: PAA[codice], id, ...(description !== undefined && { description }) };
}

export function isCodiceFaultPaa(testo: string): testo is CodiceFaultPaa {
  return Object.hasOwn(PAA, testo);
}
