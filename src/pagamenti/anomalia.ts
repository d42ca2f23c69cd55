import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';

/** What can be wrong with what pagoPA tells us. Each kind has its sentence for the operator. */
export const TIPI_ANOMALIA = {
  'rt-sconosciuta': 'È arrivata la ricevuta di un pagamento che non abbiamo chiesto.',
  'rt-incoerente': 'La ricevuta non corrisponde alla richiesta (importo, riferimenti o esito parziale).',
  'rt-alterata': 'È arrivata una ricevuta con lo stesso numero di una già registrata, ma diversa.',
  'rt-contraddittoria': 'Dopo una ricevuta di pagamento eseguito ne è arrivata una che lo nega.',
  'avviso-sconosciuto': 'È arrivata la ricevuta di un avviso che non abbiamo emesso.',
  'avviso-importo-diverso': 'Un avviso è stato pagato allo sportello con un importo diverso da quello del bollettino.',
  'indirizzo-non-ammesso':
    'La risposta di pagoPA manda il pagamento a un indirizzo che non è quello configurato: nessuno vi è stato mandato.',
  'senza-esito': 'pagoPA non ha dato l’esito di un pagamento entro i suoi termini: chiederlo al nodo o al PSP.',
  'rendicontato-senza-ricevuta':
    'Un flusso riporta un pagamento di cui manca una ricevuta che gli corrisponda, e pagoPA non ne ha copia.',
  'pagato-su-flusso':
    'Un flusso attesta un pagamento eseguito in assenza di RPT (codice 8 o 9): il bollettino è chiuso senza ricevuta, da chiedere al PSP.',
  'riga-di-flusso-non-compresa':
    'Un pagamento di un flusso di rendicontazione non è comprensibile e non è stato contato: chiedere al PSP.',
  'pagamento-doppio': 'Il bollettino risulta pagato due volte: una somma è da rimborsare.',
  'pagato-dopo-rifiuto': 'Il nodo aveva rifiutato la richiesta, ma è arrivata la ricevuta di pagamento eseguito.',
  'pagato-dopo-eliminazione':
    'È stato pagato un bollettino che era stato eliminato dal carrello: confrontarlo con gli altri dello stesso trimestre, per integrare o chiedere a rimborso la differenza.',
  'versato-in-eccesso':
    'Per un trimestre risulta versato più del dovuto: la differenza si chiede a rimborso all’INPS. Chiudere quando è stata restituita.',
  'settimane-doppie':
    'Il bollettino chiede settimane che un altro dello stesso trimestre paga già: eliminarlo, o chiederne il rimborso.',
} as const;

export type TipoAnomalia = keyof typeof TIPI_ANOMALIA;

/** Something that fits no attempt, amount or state: kept for an operator, never counted as paid. */
export interface NuovaAnomalia {
  readonly tipo: TipoAnomalia;
  /** Same key, same anomaly: a message repeated ten times opens one. */
  readonly chiave: string;
  readonly tentativoId?: Id;
  readonly bollettinoId?: Id;
  readonly dominio?: string;
  readonly iuv?: string;
  readonly ccp?: string;
  /** Facts for the operator: what was expected, what came. */
  readonly dettaglio: Readonly<Record<string, string | number | null>>;
}

/** An anomaly as operators see it. */
export interface Anomalia extends NuovaAnomalia {
  readonly id: Id;
  readonly descrizione: string;
  readonly stato: 'aperta' | 'chiusa';
  readonly apertaIl: string;
  readonly chiusura?: { readonly il: string; readonly da: string; readonly nota: string };
}

/** A row of the operators' list. */
export interface AnomaliaElencata extends Anomalia {
  /** Its payment is *in verifica* and holds the bollettino, which may be given back when the anomaly is closed. */
  readonly inVerifica: boolean;
}
