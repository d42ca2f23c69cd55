import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Contesto } from './contesto.ts';

/** What was done. A new kind of act is a new word here. */
export type Azione =
  | 'accesso'
  | 'accesso-lavoratore'
  | 'accesso-sbloccato'
  | 'bollettino-emesso'
  | 'bollettino-modificato'
  | 'bollettino-eliminato'
  | 'bollettino-ripristinato'
  | 'bollettino-sostituito'
  | 'importo-aggiornato'
  | 'carrello-confermato'
  | 'consegna-inviata'
  | 'consegna-rifiutata'
  | 'consegna-abbandonata'
  | 'consegna-annullata'
  | 'esito-ricevuto'
  | 'anomalia-chiusa'
  | 'pagamento-restituito'
  | 'rapporto-cessato'
  | 'condizioni-cambiate'
  | 'territorio-cambiato'
  | 'sospensione-dichiarata'
  | 'sospensione-tolta'
  | 'atto-interruttivo'
  | 'rimborso-ottenuto'
  | 'indirizzo-cambiato'
  | 'famiglia-iniziata'
  | 'frase-cambiata'
  | 'rapporto-scritto'
  | 'avviso-inps-letto'
  | 'pagamento-dichiarato'
  | 'pagamento-ritirato'
  | 'token-creato'
  | 'token-revocato';

/** One act as it is kept: who, for whom, by what right, on what. Never a name or a codice fiscale in clear. */
export interface Atto {
  readonly azione: Azione;
  /** Absent when pagoPA's node acted, through its messages. */
  readonly contesto?: Contesto;
  readonly oggetto: {
    readonly tipo: 'bollettino' | 'conferma' | 'consegna' | 'tentativo' | 'anomalia' | 'rapporto' | 'datore' | 'token';
    readonly id: Id;
  };
  readonly dettaglio?: Readonly<Record<string, string | number | boolean | null>>;
}

/** The append-only register of acts; written in the transaction of what it tells. */
export interface RegistroAtti {
  registra(atto: Atto): Promise<void>;
  /** When the last two acts of this kind on this object were done, latest first. */
  ultimi(azione: Azione, oggetto: Atto['oggetto']): Promise<readonly string[]>;
}
