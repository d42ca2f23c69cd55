import { createHash, timingSafeEqual } from 'node:crypto';
import type { StazioneConPassword } from '../../pagopa/soap/intestazione.ts';
import { type Contesto, stazioneDelDominio } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';
import type { StazioneSimulata } from '../opzioni.ts';

/**
 * Who is calling: broker, station, password, then that broker and station belong together (the node's order).
 * @param multiBeneficiario a cart of two creditors, whose broker and station need not belong together
 * @throws FaultNodo
 */
export function autentica(contesto: Contesto, chi: StazioneConPassword, multiBeneficiario = false): StazioneSimulata {
  const { stazioni } = contesto.configurazione;
  if (!stazioni.some((una) => una.intermediario === chi.intermediario)) {
    throw new FaultNodo('PPT_INTERMEDIARIO_PA_SCONOSCIUTO');
  }
  const stazione = stazioni.find((una) => una.stazione === chi.stazione);
  if (stazione === undefined) throw new FaultNodo('PPT_STAZIONE_INT_PA_SCONOSCIUTA');
  if (!uguali(stazione.password, chi.password)) {
    throw new FaultNodo('PPT_AUTENTICAZIONE', 'Password sconosciuta o errata');
  }
  if (stazione.intermediario !== chi.intermediario && !multiBeneficiario) {
    throw new FaultNodo('PPT_AUTORIZZAZIONE', 'Configurazione intermediario-stazione non corretta');
  }
  return stazione;
}

/** @throws FaultNodo for a creditor that the node does not know */
export function controllaDominioNoto(contesto: Contesto, dominio: string): void {
  if (stazioneDelDominio(contesto, dominio) === undefined) throw new FaultNodo('PPT_DOMINIO_SCONOSCIUTO');
}

/**
 * The creditor an RPT is for must be one that this broker's stations serve.
 * @throws FaultNodo
 */
export function controllaDominio(contesto: Contesto, stazione: StazioneSimulata, dominio: string): void {
  controllaDominioNoto(contesto, dominio);
  const { stazioni } = contesto.configurazione;
  const suo = stazioni.some((una) => una.idDominio === dominio && una.intermediario === stazione.intermediario);
  if (!suo) throw new FaultNodo('PPT_AUTORIZZAZIONE', 'Configurazione pa-intermediario-stazione non corretta');
}

/** Whether a creditor registered this account; the station that sends knows its own creditor best. */
export function ibanCensito(contesto: Contesto, mittente: StazioneSimulata, dominio: string, iban: string): boolean {
  const stazione = mittente.idDominio === dominio ? mittente : stazioneDelDominio(contesto, dominio);
  return stazione?.ibanCensiti?.includes(iban) !== false;
}

/** Equal texts, in a time that does not tell how much of them is equal. */
export function uguali(a: string, b: string): boolean {
  const impronta = (testo: string): Buffer => createHash('sha256').update(testo).digest();
  return timingSafeEqual(impronta(a), impronta(b));
}
