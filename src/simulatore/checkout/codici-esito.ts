import type { FaultBean } from '../../pagopa/nodo-client.ts';
import type { EsitoSessione, FineSessione } from '../archivio/sessioni.ts';
import type { CodiceCheckout, EsitoPagamento } from '../scenari/scenario.ts';

/** Outcome code of Checkout's last page for each way a payment may end. */
export const CODICE_DI: Readonly<Record<EsitoPagamento, CodiceCheckout>> = {
  eseguito: '0',
  parziale: '0',
  'rifiutato-emittente': '2',
  'rifiutato-psp': '25',
  annullato: '8',
  'sessione-scaduta': '4',
  'errore-invio-psp': '1',
  'esito-sconosciuto-psp': '17',
  'decorrenza-termini': '17',
  'decorrenza-parziale': '17',
};

/** Where the browser is sent back to, by code. */
export function ritornoDi(codice: CodiceCheckout): 'ok' | 'annulla' | 'attesa' | 'errore' {
  if (codice === '0') return 'ok';
  if (codice === '8') return 'annulla';
  return codice === '17' ? 'attesa' : 'errore';
}

/** Outcome of a session: the code, and the fault that stopped it when one did, as one text the session keeps. */
export function motivoDi(codice: CodiceCheckout, fault?: FaultBean): string {
  const perche = fault?.originalFaultCode ?? fault?.faultCode;
  return perche === undefined ? codice : `${codice} ${perche}`;
}

/** Reads back what {@link motivoDi} wrote. */
export function leggiMotivo(motivo: string): { readonly codice: CodiceCheckout; readonly fault?: string } {
  const [codice = '1', fault] = motivo.split(' ');
  return { codice: codice as CodiceCheckout, ...(fault !== undefined && { fault }) };
}

/** How a session ends once PSP, node and creditors have spoken. */
export function fineDi(codice: CodiceCheckout, fault?: FaultBean): FineSessione {
  const esiti: Readonly<Record<string, EsitoSessione>> = { ok: 'OK', attesa: 'DIFFERITO' };
  return {
    stato: codice === '0' ? 'CART_ACCETTATO_PSP' : 'CART_RIFIUTATO_PSP',
    esito: esiti[ritornoDi(codice)] ?? 'ERROR',
    motivo: motivoDi(codice, fault),
  };
}
