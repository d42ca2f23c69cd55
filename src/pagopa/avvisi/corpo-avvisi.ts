import type { FaultBean } from '../nodo-client.ts';
import { scriviBusta } from '../soap/busta.ts';
import { leggiEsito } from '../soap/esito.ts';
import { scriviFault } from '../soap/fault.ts';
import { SPAZIO_AVVISI_ENTE, SPAZIO_AVVISI_PSP } from '../soap/spazi.ts';
import { type Elemento, testoDi } from '../xml/albero.ts';
import { campo, elemento, type Xml } from '../xml/scrittura.ts';

/** A notice as messages name it: whose it is and its 18 digits. */
export interface AvvisoQr {
  readonly dominio: string;
  readonly avviso: string;
}

/** First version of a primitive, or V2. */
export type Versione = 1 | 2;

/** An answer of the notice model: OK with something, or KO with its fault, never both. */
export type Risposta<T> = (T & { readonly esito: 'OK' }) | { readonly esito: 'KO'; readonly fault: FaultBean };

export function bustaEnte(nome: string, figli: readonly Xml[]): string {
  return scriviBusta(elemento(`pafn:${nome}`, figli), undefined, { 'xmlns:pafn': SPAZIO_AVVISI_ENTE });
}

export function bustaPsp(nome: string, figli: readonly Xml[]): string {
  return scriviBusta(elemento(`nod:${nome}`, figli), undefined, { 'xmlns:nod': SPAZIO_AVVISI_PSP });
}

export function campiRisposta<T>(risposta: Risposta<T>): readonly Xml[] {
  return risposta.esito === 'OK' ? [campo('outcome', 'OK')] : [campo('outcome', 'KO'), scriviFault(risposta.fault)];
}

/**
 * Reads outcome and fault, and the rest only when the outcome is OK.
 * @throws XmlRifiutato `busta` when the two disagree
 */
export function leggiRisposta<T extends object>(corpo: Elemento, leggi: () => T): Risposta<T> {
  const risposta = leggiEsito(corpo, 'outcome');
  return risposta.esito === 'OK' ? { ...leggi(), esito: 'OK' } : risposta;
}

export function scriviQr(qr: AvvisoQr): Xml {
  return elemento('qrCode', [campo('fiscalCode', qr.dominio), campo('noticeNumber', qr.avviso)]);
}

export function leggiQr(padre: Elemento): AvvisoQr {
  return { dominio: testoDi(padre, 'qrCode', 'fiscalCode'), avviso: testoDi(padre, 'qrCode', 'noticeNumber') };
}

/** `true` and `1` are the same xs:boolean. */
export function leggiBooleano(testo: string): boolean {
  const pulito = testo.trim();
  return pulito === 'true' || pulito === '1';
}
