/** The node's states of an RPT (SANP 2.2.6 ch. 13 and the node's own enumeration). */
interface Stato {
  readonly descrizione: string;
  /** Still open: listed by nodoChiediListaPendentiRPT. */
  readonly aperto: boolean;
}

const stati = {
  RPT_RICEVUTA_NODO: { descrizione: 'RPT ricevuta dal Nodo', aperto: true },
  RPT_RIFIUTATA_NODO: { descrizione: 'RPT rifiutata dal Nodo', aperto: false },
  RPT_ACCETTATA_NODO: { descrizione: 'RPT accettata dal Nodo', aperto: true },
  RPT_PARCHEGGIATA_NODO: { descrizione: 'RPT in attesa della scelta del cittadino', aperto: true },
  RPT_PARCHEGGIATA_NODO_MOD3: { descrizione: 'RPT in attesa dell’esito del PSP', aperto: true },
  RPT_INVIATA_A_PSP: { descrizione: 'RPT inviata al PSP', aperto: true },
  RPT_ERRORE_INVIO_A_PSP: { descrizione: 'Errore di invio della RPT al PSP', aperto: false },
  RPT_ESITO_SCONOSCIUTO_PSP: { descrizione: 'Esito dell’invio al PSP sconosciuto', aperto: true },
  RPT_ACCETTATA_PSP: { descrizione: 'RPT accettata dal PSP', aperto: true },
  RPT_RIFIUTATA_PSP: { descrizione: 'RPT rifiutata dal PSP', aperto: false },
  RPT_DECORSI_TERMINI: { descrizione: 'Trascorsi i termini della RPT', aperto: false },
  RT_GENERATA_NODO: { descrizione: 'RT negativa generata dal Nodo', aperto: true },
  RT_RICEVUTA_NODO: { descrizione: 'RT ricevuta dal Nodo', aperto: true },
  RT_RIFIUTATA_NODO: { descrizione: 'RT rifiutata dal Nodo', aperto: true },
  RT_ACCETTATA_NODO: { descrizione: 'RT accettata dal Nodo', aperto: true },
  RT_INVIATA_PA: { descrizione: 'RT inviata all’ente creditore', aperto: true },
  RT_ERRORE_INVIO_A_PA: { descrizione: 'Errore di invio della RT all’ente creditore', aperto: true },
  RT_ESITO_SCONOSCIUTO_PA: { descrizione: 'Risposta dell’ente creditore sconosciuta', aperto: true },
  RT_RIFIUTATA_PA: { descrizione: 'RT rifiutata dall’ente creditore', aperto: true },
  RT_ACCETTATA_PA: { descrizione: 'RT accettata dall’ente creditore', aperto: false },
} satisfies Record<string, Stato>;

export type StatoRptNodo = keyof typeof stati;
export const STATI_RPT: Readonly<Record<StatoRptNodo, Stato>> = stati;
export const STATI_APERTI = Object.entries(STATI_RPT)
  .filter(([, stato]) => stato.aperto)
  .map(([nome]) => nome);

/** The node's states of a cart. */
export type StatoCarrello =
  | 'CART_RIFIUTATO_NODO'
  | 'CART_PARCHEGGIATO_NODO'
  | 'CART_INVIATO_A_PSP'
  | 'CART_ERRORE_INVIO_A_PSP'
  | 'CART_ESITO_SCONOSCIUTO_PSP'
  | 'CART_ACCETTATO_PSP'
  | 'CART_RIFIUTATO_PSP';
