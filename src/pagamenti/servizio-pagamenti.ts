import type { Contesto } from '../accesso/contesto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { RigaCarrello } from '../bollettini/servizio-bollettini.ts';
import type { MessaggioSoap, RispostaSoap } from '../pagopa/soap/messaggio.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { Consegna, Tentativo } from './pagamento.ts';
import type { QuandoPagato } from './quando-pagato.ts';
import type { Fetta } from '../valori/fetta.ts';

/** A payment as *Pagamenti effettuati* and *Pagamento Online pagoPA* list it. */
export interface RigaPagamento extends RigaCarrello {
  readonly tentativo: Tentativo;
  readonly consegna: Consegna;
  /** Present once an RT says so; what the receipt prints. */
  readonly ricevuta?: Ricevuta;
  /** Present when a flow alone says that it was paid (code 9), and its receipt has not come. */
  readonly rendicontato?: Rendicontato;
}

/** What a flow says of a payment without receipt. */
export interface Rendicontato {
  /** identificativoUnivocoRiscossione. */
  readonly iur: string;
  readonly dataEsito: Giorno;
}

/** What the paper copy of a receipt must show (SANP 3.0 §2.01). Amounts as `"338.00"`, dates and hours in Italian time. */
export interface Ricevuta extends QuandoPagato {
  /** When the receipt was made, `2021-01-08T10:15:00`. */
  readonly dataOraMessaggio: string;
  /** When the PSP books the money, where the message says it: never the day of the payment. */
  readonly dataApplicazione?: Giorno;
  readonly istitutoAttestante: string;
  readonly enteBeneficiario: { readonly denominazione: string; readonly codiceFiscale: string };
  /** Who paid, where the message names somebody beside the debtor. */
  readonly versante?: { readonly codiceFiscale: string; readonly nome: string };
  readonly iuv: string;
  readonly ccp: string;
  /** identificativoUnivocoRiscossione. */
  readonly iur: string;
  readonly importoPagato: string;
  readonly commissione?: string;
  readonly causale: string;
}

/** Conferma e Paga and what follows. Idempotent: the same cart version confirmed twice is the same hand-off. */
export interface ServizioPagamenti {
  /**
   * Takes the chosen bollettini (all of the cart by default) out of the cart into one or more hand-offs (≤ 5 RPTs each).
   * `versioni` is what the person saw: a changed one stops everything with `carrello-cambiato` (409).
   */
  conferma(
    contesto: Contesto,
    versioni: readonly { readonly id: Id; readonly versione: number }[],
  ): Promise<readonly Consegna[]>;
  consegna(
    contesto: Contesto,
    id: Id,
  ): Promise<{ readonly consegna: Consegna; readonly pagamenti: readonly RigaPagamento[] }>;
  /** The hand-offs of one confirmation, in order. */
  consegneDellaConferma(contesto: Contesto, confermaId: Id): Promise<readonly Consegna[]>;
  /** Sends the cart to the node unless already sent; safe to repeat. Resolves to the hand-off with `url`, or `rifiutata`. */
  consegnaAlNodo(contesto: Contesto, id: Id): Promise<Consegna>;
  /**
   * Gives up a payment left half-way, as long as no PSP has it.
   * @throws ErroreDati `pagamento-in-mano` (409), `pagopa-non-risponde` (503)
   */
  annulla(contesto: Contesto, id: Id): Promise<void>;
  /** The browser is back: remembered for display only. */
  registraRitorno(idSession: string, idDominio: string, esito: string): Promise<Consegna | undefined>;
  /** A piece is by the ids of the attempts, the last made first. */
  inAttesa(contesto: Contesto, fetta?: Fetta): Promise<readonly RigaPagamento[]>;
  effettuati(contesto: Contesto, fetta?: Fetta): Promise<readonly RigaPagamento[]>;
  pagamento(contesto: Contesto, tentativoId: Id): Promise<RigaPagamento>;
  /**
   * Every message the node sends to the creditor, whichever operation its body bears: paaInviaRT, paaVerificaRPT,
   * paaAttivaRPT, and the notice model's paVerifyPaymentNotice, paGetPayment and paSendRT in both versions. Envelope in,
   * envelope out; idempotent. A receipt is, with a flow's code 9, what closes a payment; one that fits no attempt, amount or
   * state is kept as an anomaly and never counted as paid.
   */
  rispondiAlNodo(messaggio: MessaggioSoap): Promise<RispostaSoap>;
}
