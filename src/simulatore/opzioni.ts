import type { Clock } from '../valori/clock.ts';

/** A creditor's station as the node has it on file. */
export interface StazioneSimulata {
  /** Codice fiscale of the creditor, 11 digits. */
  readonly idDominio: string;
  readonly denominazione: string;
  readonly intermediario: string;
  readonly stazione: string;
  readonly password: string;
  /** Where paaInviaRT goes. */
  readonly urlRt: string;
  /** Where paVerifyPaymentNotice, paGetPayment and paSendRT go: notices are then paid in the notice model. */
  readonly urlAvvisi?: string;
  /** Which paGetPayment and paSendRT the station speaks; the first by default. */
  readonly versioneAvvisi?: 1 | 2;
  /** Where paaVerificaRPT and paaAttivaRPT go: without `urlAvvisi`, notices are paid in the first model. */
  readonly urlAttivazione?: string;
  /** Two digits each: the segregation (aux 3) or application codes (aux 0) of the notices it answers for; all that no other claims, when absent. */
  readonly segregazioni?: readonly string[];
  /** Where the citizen's browser returns to, with idDominio, idSession and esito. */
  readonly urlRitorno: string;
  /** Goes out as X-Nodo-Segreto with every call to the creditor. */
  readonly segreto?: string;
  /** IBANs the creditor registered; when absent every IBAN is good. */
  readonly ibanCensiti?: readonly string[];
}

export interface OpzioniSimulatore {
  /** 0 takes a free port. */
  readonly port: number;
  readonly host?: string;
  /** Public base URL of the node's pages; by default http://localhost and the port. */
  readonly baseUrl?: string;
  /** SQLite file of its own; `:memory:` for tests. */
  readonly dbFile: string;
  readonly stazioni: readonly StazioneSimulata[];
  readonly clock?: Clock;
  /** YAML file of PSPs of one's own, beside those of the catalogue. */
  readonly filePsp?: string;
  /** YAML file of scenario rules. */
  readonly fileScenari?: string;
  /** Every invented code and every chance comes from it; the same seed replays the same run. */
  readonly seme?: string;
  /** From the payment to the first sending of its RT. */
  readonly ritardoRtMs?: number;
  /** Pauses before each new sending of an RT that did not get through; then the RT waits for nodoChiediCopiaRT. */
  readonly ritentativiMs?: readonly number[];
  /** How long a creditor may take to answer. */
  readonly timeoutMs?: number;
  /** How long the last page of Checkout waits for the outcome of a PSP that listens. */
  readonly attesaEsitoPspMs?: number;
  /** How long a PSP may keep a notice when it does not say; half an hour at most. */
  readonly durataTokenMs?: number;
  /** How often the node gives back the notices whose token is over; until then an outcome is still taken. */
  readonly annulliOgniMs?: number;
  /** How long a citizen may stay on the pages before the node gives up with a negative RT. */
  readonly durataSessioneMs?: number;
  /** How long a write waits, off the loop, while another process holds the database. */
  readonly attesaArchivioMs?: number;
  /** Keeps the last messages for the operator's pages; true by default. */
  readonly registraMessaggi?: boolean;
  /** Where lines for the operator go; silent by default. */
  readonly log?: (riga: string) => void;
}

/** The options with every default filled in (SANP 2.2.6: 40 s time-out, retries after 5/10/20/40/80 s). */
export type Configurazione = Required<Omit<OpzioniSimulatore, 'baseUrl' | 'fileScenari' | 'filePsp'>>;

export function configurazione(opzioni: OpzioniSimulatore): Configurazione {
  return {
    host: '127.0.0.1',
    clock: { now: () => new Date() },
    seme: 'trimestre',
    ritardoRtMs: 3_000,
    ritentativiMs: [5_000, 10_000, 20_000, 40_000, 80_000],
    timeoutMs: 40_000,
    attesaEsitoPspMs: 10_000,
    durataTokenMs: 30 * 60_000,
    annulliOgniMs: 1_000,
    durataSessioneMs: 20 * 60_000,
    attesaArchivioMs: 1_000,
    registraMessaggi: true,
    log: () => undefined,
    ...opzioni,
  };
}
