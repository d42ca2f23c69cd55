/**
 * One message exchanged with pagoPA, with the interface fields of the giornale degli eventi (SANP 2.2.6, giornale degli
 * eventi). `messaggio` is the envelope as it went or came, save the
 * passwords in it, which no journal keeps.
 */
export interface Evento {
  readonly categoria: 'INTERFACCIA' | 'INTERNO';
  /** Name of the operation: `nodoInviaCarrelloRPT`, `paaInviaRT`, … */
  readonly tipo: string;
  readonly sottotipo: 'REQ' | 'RSP';
  /** Which of our parts spoke: `FESP` towards the node. */
  readonly componente: string;
  /** Who asks and who serves, by their identifiers. */
  readonly fruitore: string;
  readonly erogatore: string;
  readonly stazione?: string;
  readonly psp?: string;
  readonly canale?: string;
  readonly dominio?: string;
  readonly iuv?: string;
  readonly ccp?: string;
  readonly idCarrello?: string;
  /** OK, KO or the fault code; absent on requests. */
  readonly esito?: string;
  readonly messaggio: string;
}

/** A message with when it went or came. */
export interface EventoDatato extends Evento {
  /** UTC instant. */
  readonly dataOra: string;
}

export interface EventoRegistrato extends EventoDatato {
  readonly numero: number;
}

/** Which events: those of a payment attempt's key, of a cart, of a period; in the order in which they happened. */
export interface FiltroEventi {
  readonly iuv?: string;
  readonly ccp?: string;
  readonly idCarrello?: string;
  readonly dal?: string;
  readonly al?: string;
  /** Only events after this number: for reading on. */
  readonly dopo?: number;
  readonly massimo?: number;
}

/** Append-only journal of every message in and out. */
export interface GiornaleEventi {
  /** In the order in which they are given. */
  registra(eventi: readonly EventoDatato[]): Promise<void>;
  elenco(filtro: FiltroEventi): Promise<readonly EventoRegistrato[]>;
}
