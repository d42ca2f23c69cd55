import type { CodiceFaultPaa } from '../pagopa/faults.ts';
import type { Busta } from '../pagopa/soap/busta.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import type { Consegna } from './pagamento.ts';

/** What a handler answers: the envelope, and the word for the journal (`OK` or the fault). */
export interface RispostaAlNodo {
  /** A hand-off to be sent once the answer has left. */
  readonly daInviare?: Consegna;
  readonly soap: string;
  readonly esito: string;
}

/** Which payment a message speaks of, for the journal. */
export interface ChiaveMessaggio {
  readonly dominio: string;
  readonly iuv: string;
  /** The attempt's, or the receipt's id of the notice model once there is one. */
  readonly ccp?: string;
}

/** One operation that the node asks of the creditor. */
export interface Gestore {
  /** Name for the journal, without version. */
  readonly tipo: string;
  /** @throws XmlRifiutato when the message lacks its header */
  chiave(busta: Busta): ChiaveMessaggio;
  gestisci(dip: DipendenzePagamenti, busta: Busta, soap: string): Promise<RispostaAlNodo>;
  /** The answer to a message of this operation that did not pass the gate. */
  rifiuta(dip: DipendenzePagamenti, codice: CodiceFaultPaa, descrizione: string): RispostaAlNodo;
}
