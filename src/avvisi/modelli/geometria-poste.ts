import { TESTI_2018 as T } from './testi-2018.ts';

/** Where the parts of a postal strip are. The strips of the model's three pages differ by millimetres, and by some words. */
export interface GeometriaPoste {
  /** Top of the band, which is the cut line. */
  readonly alto: number;
  /** Millimetres from the left edge. */
  readonly x: {
    readonly titolo: number;
    readonly sinistra: number;
    readonly centro: number;
    /** Where the instalment's name begins; absent where it ends with the date at the right margin. */
    readonly rata?: number;
    /** Right margin. */
    readonly destra: number;
    /** Where the texts beside the Data Matrix end. */
    readonly fineTesti: number;
    readonly conto: number;
    readonly numero: number;
    readonly euro: number;
    readonly intestato: number;
    readonly destinatario: number;
    readonly oggetto: number;
    readonly tipo: number;
    readonly codFiscale: number;
    readonly valoreCodFiscale: number;
    /** The creditor's codice fiscale ends here instead, where the model sets it flush right. */
    readonly destraCodFiscale?: number;
    readonly dataMatrix: number;
  };
  /** Millimetres from `alto`. */
  readonly y: {
    readonly titolo: number;
    readonly conto: number;
    readonly intestato: number;
    readonly destinatario: number;
    readonly oggetto: number;
    readonly codici: number;
    readonly marchio: number;
    readonly paragrafo: number;
    readonly autorizzazione: number;
    readonly dataMatrix: number;
  };
  /** From line to line of the paragraph. */
  readonly passo: number;
  /** From the labels of the codes to the codes. */
  readonly sottoCodici: number;
  readonly latoDataMatrix: number;
  /** Marks around the Data Matrix: how far out, left and top, and their box. */
  readonly angoli: {
    readonly dx: number;
    readonly dy: number;
    readonly larghezza: number;
    readonly altezza: number;
  };
  /** Room of the object's lines, first baseline to last. */
  readonly altezzaOggetto: number;
  readonly corpoAutorizzazione: number;
  /** A mark of this project beside the words *circuito bollettino postale*: centre from the left and from `alto`. */
  readonly busta?: { readonly x: number; readonly y: number; readonly raggio: number };
  readonly etichette: {
    readonly destinatario: string;
    readonly oggetto: string;
    readonly codiceAvviso: string;
    readonly codFiscale: string;
  };
}

/** What the strips of the 2018 model have alike. */
const COMUNI_2018 = {
  passo: 3.39,
  sottoCodici: 4,
  latoDataMatrix: 25,
  angoli: { dx: 3.69, dy: 3.4, larghezza: 32.39, altezza: 31.5 },
  altezzaOggetto: 4.5,
  corpoAutorizzazione: 6,
} as const;
const X_2018 = { titolo: 11.02, destra: 198.8, fineTesti: 163.66 } as const;

/** Page 1 of the 2018 model (page 11 of the guide). */
export const POSTE_PAGINA_1: GeometriaPoste = {
  alto: 205.53,
  ...COMUNI_2018,
  x: {
    ...X_2018,
    sinistra: 11.06,
    centro: 63.44,
    rata: 147.12,
    conto: 72.81,
    numero: 87.57,
    euro: 162.52,
    intestato: 77.43,
    destinatario: 81.36,
    oggetto: 88.9,
    tipo: 115.95,
    codFiscale: 129.49,
    valoreCodFiscale: 129.49,
    destraCodFiscale: 160.81,
    dataMatrix: 173.27,
  },
  y: {
    titolo: 4.5,
    conto: 23.6,
    intestato: 34.6,
    destinatario: 41.25,
    oggetto: 47.25,
    codici: 54.98,
    marchio: 24.6,
    paragrafo: 45.04,
    autorizzazione: 59.67,
    dataMatrix: 34.76,
  },
  etichette: {
    destinatario: T.destinatario,
    oggetto: T.oggettoPoste,
    codiceAvviso: T.codiceAvviso,
    codFiscale: T.codFiscaleEnte,
  },
};

/** Page 2 of the model: two instalments, two strips. */
const POSTE_DUE_RATE: Omit<GeometriaPoste, 'alto'> = {
  ...COMUNI_2018,
  x: {
    ...X_2018,
    sinistra: 10.58,
    centro: 62.96,
    rata: 152.83,
    conto: 72.34,
    numero: 87.09,
    euro: 163.52,
    intestato: 76.95,
    destinatario: 81.37,
    oggetto: 91.95,
    tipo: 117.59,
    codFiscale: 131.48,
    valoreCodFiscale: 131.48,
    dataMatrix: 172.91,
  },
  y: {
    titolo: 4.75,
    conto: 25.67,
    intestato: 36.73,
    destinatario: 42.65,
    oggetto: 48.75,
    codici: 57.05,
    marchio: 26.7,
    paragrafo: 47.11,
    autorizzazione: 61.74,
    dataMatrix: 36.69,
  },
  etichette: {
    destinatario: T.destinatario,
    oggetto: T.oggetto,
    codiceAvviso: T.codiceAvviso,
    codFiscale: T.codFiscaleEnte,
  },
};

/** Page 3 of the model: three instalments, three strips. */
const POSTE_TRE_RATE: Omit<GeometriaPoste, 'alto'> = {
  ...COMUNI_2018,
  x: {
    ...X_2018,
    sinistra: 10.93,
    centro: 63.31,
    rata: 152.85,
    conto: 72.68,
    numero: 87.44,
    euro: 165.28,
    intestato: 77.3,
    destinatario: 92.3,
    oggetto: 92.3,
    tipo: 117.93,
    codFiscale: 131.83,
    valoreCodFiscale: 131.83,
    dataMatrix: 173.2,
  },
  y: {
    titolo: 4.7,
    conto: 14.16,
    intestato: 22.75,
    destinatario: 28.7,
    oggetto: 34.32,
    codici: 43.07,
    marchio: 14,
    paragrafo: 32.78,
    autorizzazione: 47.14,
    dataMatrix: 22.65,
  },
  etichette: {
    destinatario: `${T.destinatarioDellAvviso} `,
    oggetto: T.oggetto,
    codiceAvviso: T.codiceAvviso,
    codFiscale: T.codFiscaleEnteBreve,
  },
};

/** The strips of an instalment page, from the top down. */
export function posteRate(rate: 2 | 3): readonly GeometriaPoste[] {
  return rate === 2
    ? [132.34, 211.03].map((alto) => ({ alto, ...POSTE_DUE_RATE }))
    : [128.81, 184.17, 239.31].map((alto) => ({ alto, ...POSTE_TRE_RATE }));
}
