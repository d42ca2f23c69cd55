import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Anomalia, AnomaliaElencata } from './anomalia.ts';
import type { EventoRegistrato, FiltroEventi } from './giornale-eventi.ts';
import type { EsitoSorveglianza } from './esito-sorveglianza.ts';
import type { RapportoRendicontazione } from './rendicontazione.ts';
import type { RigaPagamento } from './servizio-pagamenti.ts';

/**
 * What whoever runs the program sees and does: never reached by a request of an employer's. `operatore` names who acts, for
 * the register of acts.
 */
export interface ServizioOperatori {
  /** Latest first. */
  anomalie(stato?: Anomalia['stato']): Promise<readonly AnomaliaElencata[]>;
  /**
   * Says that an anomaly was dealt with, and how (the money given back, the PSP called). Nothing is deleted, and nothing moves
   * unless `restituito`: then the payment in verifica was given back or never taken, and its bollettino returns to the cart.
   * @throws NonTrovato, ErroreDati `anomalia-gia-chiusa` (409), `nota-mancante`, and with `restituito`
   * `pagamento-non-in-verifica` (409), which leaves the anomaly open
   */
  chiudiAnomalia(
    id: Id,
    operatore: string,
    nota: string,
    scelte?: { readonly restituito?: boolean },
  ): Promise<Anomalia>;
  /** The journal of messages, in the order in which they happened. */
  giornale(filtro: FiltroEventi): Promise<readonly EventoRegistrato[]>;
  /**
   * A payment with its RPT, its receipts and every message that speaks of it.
   * @param quale its id, or its IUV (17 digits): then the last attempt with it
   * @throws NonTrovato
   */
  pagamento(quale: string): Promise<{
    readonly riga: RigaPagamento;
    readonly rpt: string | undefined;
    readonly ricevute: readonly { readonly esito: string; readonly coerente: boolean; readonly xml: string }[];
    readonly eventi: readonly EventoRegistrato[];
  }>;
  /** The payments of an employer, whatever their state, latest first. */
  pagamentiDi(codiceFiscaleDatore: string): Promise<readonly RigaPagamento[]>;
  /**
   * Asks the node for what hangs and frees or closes what can be (see `sorveglianza.ts`). Safe to run by many processes.
   */
  sorveglia(): Promise<EsitoSorveglianza>;
  /**
   * Downloads the flows we do not have yet, asks the node for the receipts that their payments lack, and opens an anomaly for
   * each payment that has none. Running it again changes nothing. Resolves to how many came.
   */
  scaricaFlussi(): Promise<{ readonly nuovi: number; readonly rifiutati: readonly string[] }>;
  /** A flow that came by other ways: its XML. False when we have it already. */
  registraFlusso(xml: string): Promise<boolean>;
  /** What flows and receipts say of each other: matched by IUV and IUR, missing, extra. */
  rendicontazione(): Promise<RapportoRendicontazione>;
}
