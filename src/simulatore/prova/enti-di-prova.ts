import { buildCodiceAvviso, parseCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { centesimi } from '../../valori/denaro.ts';
import type { StazioneSimulata } from '../opzioni.ts';

/** Path under which the creditors of the simulator answer the node. */
export const PERCORSO_ENTI = '/enti-di-prova';
/** What every notice of theirs is worth. */
export const IMPORTO = centesimi(4250);
export const SCADENZA = '2027-12-31';
export const IBAN = 'IT60X0542811101000000123456';
export const PASSWORD = 'simulazione';
const SEGREGAZIONE = '47';

/** A creditor that lives in the simulator, so that a PSP can be tried without one: no such code, name or account exists. */
export interface EnteDiProva {
  readonly codice: string;
  readonly denominazione: string;
  /** How its notices are paid. */
  readonly modello: 'avvisi' | 'rpt';
}

export const ENTI: readonly EnteDiProva[] = [
  { codice: '99999990019', denominazione: 'Comune di Fantasia (simulato)', modello: 'avvisi' },
  { codice: '99999990027', denominazione: 'Provincia di Fantasia (simulata)', modello: 'rpt' },
];

/** Its station, as configured: addresses are read late, since where the simulator answers is known once it listens. */
export function stazioneDiProva(
  { codice, denominazione, modello }: EnteDiProva,
  dove: { readonly locale: () => string; readonly pubblico: () => string },
): StazioneSimulata {
  const url = (parte: string): string => `${dove.locale()}${PERCORSO_ENTI}/${codice}/${parte}`;
  const comuni = {
    idDominio: codice,
    denominazione,
    intermediario: codice,
    stazione: `${codice}_01`,
    password: PASSWORD,
    ibanCensiti: [IBAN],
    urlRt: '',
    urlRitorno: '',
  };
  const indirizzi = {
    urlRt: { enumerable: true, get: () => url('rt') },
    urlRitorno: { enumerable: true, get: () => `${dove.pubblico()}${PERCORSO_ENTI}/${codice}/ritorno` },
    [modello === 'avvisi' ? 'urlAvvisi' : 'urlAttivazione']: { enumerable: true, get: () => url('avvisi') },
  };
  const versione = modello === 'avvisi' ? { versioneAvvisi: 2 as const } : {};
  return Object.defineProperties({ ...comuni, ...versione }, indirizzi);
}

/** A notice of theirs that nobody has used: the number follows from the instant. */
export function avvisoDiProva(ora: number, posto = 0): { readonly codiceAvviso: string; readonly iuv: string } {
  return buildCodiceAvviso({
    auxDigit: '3',
    codiceSegregazione: SEGREGAZIONE,
    progressivo: Math.trunc(ora / 10) * 10 + posto,
  });
}

/** Whether they have issued that notice: any number of their segregation code whose check digits are right. */
export function emesso(codiceAvviso: string): boolean {
  const { codiceSegregazione, controlloValido } = parseCodiceAvviso(codiceAvviso);
  return codiceSegregazione === SEGREGAZIONE && controlloValido === true;
}
