import type { VerifiedIdentity } from '../accesso/contesto.ts';
import type { Fornitore } from './fornitore.ts';
import type { Livello } from './nomi-saml.ts';

/** A login that begins. */
export interface Inizio {
  /** Entity of the provider that the person chose. */
  readonly fornitore: string;
  /** At least this level; the setting's when absent. */
  readonly livello?: Livello;
  /** Of a step-up: the page to go on to, and the one person who may come back. */
  readonly conferma?: { readonly torna: string; readonly cf: string };
}

/** What the browser is to do next. */
export interface Partenza {
  /** The provider's page, with the signed request. */
  readonly indirizzo: string;
  /** To be kept by this browser alone until it comes back, in a cookie. */
  readonly legame: string;
}

/** Who came in, and what a session must keep to be ended at the provider. */
export interface Arrivo {
  readonly identita: VerifiedIdentity;
  readonly uscita: { readonly nomeId: string; readonly indice?: string };
  readonly torna?: string;
}

/** A row of the register of logins, without its text. */
export interface VoceLetta {
  readonly numero: number;
  readonly quando: string;
  readonly tipo: string;
  readonly fornitore: string;
  readonly richiestaId: string;
  readonly esito: string;
}

/** The login with SPID. Behind it nothing knows SAML: it gives a `VerifiedIdentity`. */
export interface ServizioSpid {
  /** Those we trust; none when SPID is not set up. */
  readonly fornitori: readonly Fornitore[];
  /** Our signed metadata. */
  metadati(): Promise<string>;
  /** @throws ErroreDati `spid-fornitore` (404) for a provider that is not ours */
  inizia(inizio: Inizio): Promise<Partenza>;
  /**
   * The provider's answer, as a browser posts it.
   * @returns a code for the browser to come in with, within a minute
   * @throws AnomaliaSpid when the provider says no; RispostaRifiutata for what does not hold: nothing was done
   */
  ricevi(risposta: { readonly samlResponse: string; readonly relayState: string }): Promise<string>;
  /**
   * Hands the identity over to the browser that began, once (AB-27).
   * @throws RispostaRifiutata `legame`
   */
  arrivo(codice: string, legame: string): Promise<Arrivo>;
  /** Remembers how to end this session at its provider too. */
  lega(sid: string, arrivo: Arrivo): Promise<void>;
  /** Where to go to end at the provider the session `sid`; undefined when it is not SPID's or the provider has no such page. */
  uscita(sid: string): Promise<string | undefined>;
  /**
   * A message of a provider about a logout.
   * @param query of the address, as it came
   * @returns where to send the browser with our answer; undefined when the message is an answer to ours
   * @throws ErroreDati `spid-uscita` (400), `spid-firma` (403)
   */
  riceviUscita(query: string): Promise<string | undefined>;
  /** The register, for who runs the service: the last `massimo` rows since an instant. */
  registro(dal: string, massimo: number): Promise<readonly VoceLetta[]>;
  /** Request and answer of one login, opened. @throws NonTrovato */
  messaggi(richiestaId: string): Promise<readonly { readonly tipo: string; readonly xml: string }[]>;
  /** Forgets what is past its time: of the register, what is older than 24 months. */
  pulisci(): Promise<void>;
}

/** The provider did not let the person in; `codice` as in the official table, 0 when it told none. */
export class AnomaliaSpid extends Error {
  override readonly name = 'AnomaliaSpid';
  readonly codice: number;
  constructor(codice: number) {
    super(`ErrorCode nr${codice}`);
    this.codice = codice;
  }
}
