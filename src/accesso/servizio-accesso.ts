import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Contesto, VerifiedIdentity } from './contesto.ts';

/** An invented person of the demo data, offered where a real login would stand. */
export interface IdentitaSimulata {
  readonly identita: VerifiedIdentity;
  /** One Italian line for the list: who this is and what the case shows. */
  readonly descrizione: string;
  /** Of one of the person’s rapporti: with the codice fiscale it opens the way in without login. */
  readonly codiceRapporto: string | undefined;
}

/** A program's key to the API. Its secret is shown once, at creation; only its hash is kept. */
export interface TokenApi {
  readonly id: Id;
  readonly nome: string;
  /** When present the token reaches this employer alone. */
  readonly datoreId?: Id;
}

/** What is being tried at the way in without login, in the last hour. */
export interface StatoAccessi {
  readonly falliti: number;
  /** Codici fiscali that somebody is guessing at. */
  readonly personeSottoTentativi: number;
  readonly indirizziFermati: number;
  /** True when an operator should look. */
  readonly allarme: boolean;
}

/** What an identity opens: at least one of the two. */
export interface Posizioni {
  readonly datore?: Contesto;
  /** Present when the person works in a rapporto that we know. */
  readonly lavoratore?: Lavoratore;
}

/** A worker who came in, with what is needed to find their rapporti again. */
export interface Lavoratore {
  readonly identita: VerifiedIdentity;
  /** UTC instant of the access before this one. */
  readonly accessoPrecedente?: string;
}

/** Every way in ends in a Contesto, or in one refusal that tells nothing of what exists. */
export interface ServizioAccesso {
  /**
   * Way in without login. An unknown employer, an unknown code and a code of someone else answer the same.
   * @param ip the caller's address, for the limits; never stored in clear
   * @throws ErroreDati `accesso-non-riconosciuto` (401), `troppi-tentativi` (429), or the format errors of the two fields
   */
  accessoConCodiceRapporto(codiceFiscale: string, codiceRapporto: string, ip: string): Promise<Contesto>;
  /**
   * Way in with a verified identity, for oneself: as employer, as worker, or both.
   * @throws ErroreDati `nessun-rapporto` (403) when the person is neither an employer nor a worker we know
   */
  accessoConIdentita(identita: VerifiedIdentity): Promise<Posizioni>;
  /**
   * The contexts of a worker who came in: one for each rapporto, of whatever employer, as they are now; those that last first.
   * None of them changes anything.
   */
  contestiDelLavoratore(identita: VerifiedIdentity): Promise<readonly Contesto[]>;
  /** When who has just come in this way, for this employer or rapporto, had come in before; instant UTC. */
  accessoPrecedente(contesto: Contesto): Promise<string | undefined>;
  /** For operators: whether the way in without login is being tried by somebody who does not know the codes. */
  statoAccessi(): Promise<StatoAccessi>;
  /**
   * Lets an employer who was kept waiting try again at once.
   * @throws NonTrovato
   */
  sbloccaAccesso(codiceFiscale: string): Promise<void>;
  /** Empty unless the demo data are loaded. */
  identitaSimulate(): readonly IdentitaSimulata[];
  /** A new token; `segreto` is told only now. */
  creaToken(nome: string, datoreId?: Id): Promise<{ readonly token: TokenApi; readonly segreto: string }>;
  revocaToken(id: Id): Promise<void>;
  elencoToken(): Promise<readonly TokenApi[]>;
  /** The token of this secret, or undefined when there is none or it was revoked. */
  verificaToken(segreto: string): Promise<TokenApi | undefined>;
  /**
   * The same, and its context for an employer; one that is for one employer needs no codice fiscale.
   * @returns no context when nobody said for whom
   * @throws NonTrovato when the employer is not known, or is not the token's
   */
  accessoConToken(
    segreto: string,
    codiceFiscaleDatore: string | undefined,
  ): Promise<{ readonly token: TokenApi; readonly contesto?: Contesto } | undefined>;
  /**
   * The context of who acts for an employer from the operators' pages or the command line (`nome`).
   * @throws NonTrovato when the employer is not known
   */
  accessoOperatore(nome: string, codiceFiscaleDatore: string): Promise<Contesto>;
}
