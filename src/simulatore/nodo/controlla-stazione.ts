import { createHash, timingSafeEqual } from 'node:crypto';
import type { StazioneConPassword } from '../../pagopa/soap/intestazione.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';
import type { StazioneSimulata } from '../opzioni.ts';

/**
 * Who is calling: intermediario, then stazione, then that they belong together, then the password (the node's order).
 * @throws FaultNodo
 */
export function autentica(contesto: Contesto, chi: StazioneConPassword): StazioneSimulata {
  const { stazioni } = contesto.configurazione;
  if (!stazioni.some((una) => una.intermediario === chi.intermediario)) {
    throw new FaultNodo('PPT_INTERMEDIARIO_PA_SCONOSCIUTO');
  }
  if (!stazioni.some((una) => una.stazione === chi.stazione)) {
    throw new FaultNodo('PPT_STAZIONE_INT_PA_SCONOSCIUTA');
  }
  const stazione = stazioni.find((una) => una.intermediario === chi.intermediario && una.stazione === chi.stazione);
  if (stazione === undefined) {
    throw new FaultNodo('PPT_AUTORIZZAZIONE', 'Configurazione intermediario-stazione non corretta');
  }
  if (!uguali(stazione.password, chi.password)) {
    throw new FaultNodo('PPT_AUTENTICAZIONE', 'Password sconosciuta o errata');
  }
  return stazione;
}

/**
 * The creditor an RPT is for must be one that this broker's stations serve.
 * @throws FaultNodo
 */
export function controllaDominio(contesto: Contesto, stazione: StazioneSimulata, dominio: string): void {
  const { stazioni } = contesto.configurazione;
  if (!stazioni.some((una) => una.idDominio === dominio)) throw new FaultNodo('PPT_DOMINIO_SCONOSCIUTO');
  const suo = stazioni.some((una) => una.idDominio === dominio && una.intermediario === stazione.intermediario);
  if (!suo) throw new FaultNodo('PPT_AUTORIZZAZIONE', 'Configurazione pa-intermediario-stazione non corretta');
}

/** Equal texts, in a time that does not tell how much of them is equal. */
export function uguali(a: string, b: string): boolean {
  const impronta = (testo: string): Buffer => createHash('sha256').update(testo).digest();
  return timingSafeEqual(impronta(a), impronta(b));
}
