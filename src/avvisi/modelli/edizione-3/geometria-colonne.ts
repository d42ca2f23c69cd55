/** Where the parts of one instalment's column are: baselines below the top of its band, millimetres. */
export interface GeometriaColonna {
  /** The QR code's upper edge. */
  readonly qr: number;
  readonly euro: number;
  readonly entro: number;
  /** CBILL beside the creditor's codice fiscale, or under the date where a second language needs the whole width. */
  readonly cbill: number;
  readonly avviso: number;
  readonly codFiscale: number;
  /** From a label to its code. */
  readonly codice: number;
  /** What is said in words, in order; none where the page says it once for all. */
  readonly campi: readonly { readonly quale: 'destinatario' | 'oggetto' | 'ente'; readonly y: number }[];
  readonly istruzioni: number;
}

/** From a label to the words under it. */
export const SOTTO_ETICHETTA = 3.75;

/** Under the whole amount on page 1, as PagoPA's generator prints it. */
export const COLONNA_PAGINA_1: GeometriaColonna = {
  qr: 11.2,
  euro: 14.42,
  entro: 25.8,
  avviso: 37.44,
  codFiscale: 47.5,
  cbill: 47.5,
  codice: 4.76,
  campi: [
    { quale: 'oggetto', y: 59.4 },
    { quale: 'ente', y: 68.66 },
  ],
  istruzioni: 79.77,
};

/** On further pages, above the postal slips, as the guide's models have it. */
export const COLONNA_PAGINE: GeometriaColonna = {
  qr: 12.4,
  euro: 15.37,
  entro: 25.96,
  avviso: 41.79,
  codFiscale: 52.37,
  cbill: 52.37,
  codice: 4.94,
  campi: [
    { quale: 'ente', y: 62.95 },
    { quale: 'oggetto', y: 71.77 },
  ],
  istruzioni: 80.59,
};

/** The same in two languages. */
export const COLONNA_BILINGUE: GeometriaColonna = {
  qr: 11.4,
  euro: 13.2,
  entro: 21.8,
  cbill: 30.4,
  avviso: 41.6,
  codFiscale: 50.2,
  codice: 4.2,
  campi: [
    { quale: 'ente', y: 58.9 },
    { quale: 'oggetto', y: 67.2 },
  ],
  istruzioni: 75.6,
};

/** Three rows to a page: the codes only. */
export function soloCodici(g: GeometriaColonna): GeometriaColonna {
  return { ...g, campi: [] };
}

/** The recipient too, where two columns leave the room (annex 2, *Rate multiple*). */
export function conDestinatario(g: GeometriaColonna): GeometriaColonna {
  const [primo] = g.campi;
  if (primo === undefined) return g;
  const passo = 9.26;
  return {
    ...g,
    campi: [{ quale: 'destinatario', y: primo.y }, ...g.campi.map(({ quale, y }) => ({ quale, y: y + passo }))],
    istruzioni: g.istruzioni + passo,
  };
}

/** Left edge of each column's texts, and how wide column, band and CBILL's place are. */
export const COLONNE = {
  2: { x: [10, 111.1], larghezza: 88.3, fascia: 94 },
  3: { x: [10, 77.33, 144.66], larghezza: 55.2, fascia: 61.3 },
} as const;

/** The band begins this much before its texts. */
export const PRIMA_DEI_TESTI = 3.1;
/** From the texts' left edge to CBILL, where it stands beside the codice fiscale. */
export const X_CBILL = 33.27;
