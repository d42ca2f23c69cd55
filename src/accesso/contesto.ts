import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';

/** The record every login adapter ends in; nothing downstream sees SAML or JWT. */
export interface VerifiedIdentity {
  readonly cf: string;
  readonly name: string;
  readonly familyName: string;
  /** YYYY-MM-DD */
  readonly birthDate: string;
  readonly scheme: 'SPID' | 'CIE' | 'CNS' | 'PIN';
  readonly loa: 1 | 2 | 3;
  /** May dispose (pay, change), not only consult. */
  readonly dispositive: boolean;
  readonly idpEntityId: string;
  readonly subjectId: string;
  /** UTC instant, ISO 8601. */
  readonly authnInstant: string;
  readonly messageId: string;
  readonly evidenceRef: string;
}

/** Who acts. */
export type Actor =
  | { readonly tipo: 'identita'; readonly identita: VerifiedIdentity }
  /** Way in without login: employer's codice fiscale + codice rapporto. */
  | { readonly tipo: 'codice-rapporto' }
  /** Whoever opened the family's own archive with its passphrase. */
  | { readonly tipo: 'famiglia' }
  /** A program with an API token, or the operator at the command line. */
  | { readonly tipo: 'sistema'; readonly nome: string };

/** By what right the actor acts for the subject. */
export type Authority =
  | { readonly tipo: 'in-proprio' }
  | { readonly tipo: 'codice-rapporto'; readonly rapportoId: Id }
  /** The worker of that rapporto: reads what was paid, and changes nothing. */
  | { readonly tipo: 'lavoratore'; readonly rapportoId: Id }
  | { readonly tipo: 'operatore' };

/** Carried by every request from the edge to the repositories. `subject` is the employer the act is for, or that it looks at. */
export interface Contesto {
  readonly actor: Actor;
  readonly subject: { readonly datoreId: Id };
  readonly authority: Authority;
}
