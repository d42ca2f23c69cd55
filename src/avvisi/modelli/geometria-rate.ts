/** Top of the grey band of instalment pages. */
export const FASCIA_RATE = 43.53;

interface Punto {
  readonly x: number;
  readonly y: number;
}

/** Where the parts of one instalment's column are, as measured on pages 12 and 13 of the guide. Millimetres. */
export interface ColonnaRata {
  /** `BANCHE E ALTRI`, only where there is room. */
  readonly banche?: number;
  /** Baseline of the heading in the band. */
  readonly testata: number;
  readonly rata: number;
  readonly qr: Punto;
  readonly euro: Punto;
  readonly importo: Punto & { readonly corpo: number };
  /** Width of the texts beside the QR code. */
  readonly larghezza: number;
  /** Left out of the three-column page, as in the model. */
  readonly destinatario?: Punto;
  readonly ente: Punto & { readonly passo: number; readonly righe: number };
  readonly oggetto: Punto & { readonly passo: number; readonly larghezza: number };
  readonly cbill: Punto;
  readonly codFiscale: Punto;
  readonly avviso: Punto;
  readonly quiSopra: Punto & { readonly corpo: 7 | 8; readonly passo: number };
}

/** The columns of a row of instalments; `giu`: how much lower than on the model's page. */
export function colonneRate(quante: 2 | 3, giu = 0): readonly ColonnaRata[] {
  const colonne = quante === 2 ? DUE : [10.92, 78.66, 148.28].map(inTre);
  return giu === 0 ? colonne : colonne.map((colonna) => abbassa(colonna, giu));
}

function abbassa(g: ColonnaRata, giu: number): ColonnaRata {
  const punto = <T extends Punto>(p: T): T => ({ ...p, y: p.y + giu });
  return {
    ...g,
    testata: g.testata + giu,
    qr: punto(g.qr),
    euro: punto(g.euro),
    importo: punto(g.importo),
    ...(g.destinatario === undefined ? {} : { destinatario: punto(g.destinatario) }),
    ente: punto(g.ente),
    oggetto: punto(g.oggetto),
    cbill: punto(g.cbill),
    codFiscale: punto(g.codFiscale),
    avviso: punto(g.avviso),
    quiSopra: punto(g.quiSopra),
  };
}

const DUE: readonly ColonnaRata[] = [
  {
    banche: 10.56,
    testata: 48.19,
    rata: 50.84,
    qr: { x: 10.64, y: 56.49 },
    euro: { x: 41.28, y: 59.95 },
    importo: { x: 49.82, y: 60.19, corpo: 12 },
    larghezza: 60,
    destinatario: { x: 41.28, y: 66.29 },
    ente: { x: 40.59, y: 76.31, passo: 3.95, righe: 1 },
    oggetto: { x: 10.6, y: 86.64, passo: 4.47, larghezza: 90 },
    cbill: { x: 11.29, y: 98.65 },
    codFiscale: { x: 36.24, y: 98.65 },
    avviso: { x: 10.9, y: 108.79 },
    quiSopra: { x: 10.95, y: 119.22, corpo: 8, passo: 3.39 },
  },
  {
    banche: 115.48,
    testata: 48.19,
    rata: 152.75,
    qr: { x: 115.48, y: 56.49 },
    euro: { x: 145.51, y: 59.95 },
    importo: { x: 154.04, y: 60.19, corpo: 12 },
    larghezza: 53,
    destinatario: { x: 145.51, y: 66.3 },
    ente: { x: 145.51, y: 76.66, passo: 3.96, righe: 1 },
    oggetto: { x: 115.52, y: 86.63, passo: 4.48, larghezza: 83 },
    cbill: { x: 115.52, y: 98.65 },
    codFiscale: { x: 140.47, y: 98.65 },
    avviso: { x: 115.13, y: 108.79 },
    quiSopra: { x: 115.19, y: 122.76, corpo: 8, passo: 3.38 },
  },
];

/** One of three columns: they are alike but for where they start. */
function inTre(x: number): ColonnaRata {
  return {
    testata: 48.19,
    rata: x + 0.1,
    qr: { x, y: 56.14 },
    euro: { x: x + 27.51, y: 59.56 },
    importo: { x: x + 27.77, y: 63.81, corpo: 10 },
    larghezza: 28,
    ente: { x: x + 27.7, y: 70.69, passo: 3.58, righe: 3 },
    oggetto: { x: x + 0.15, y: 86.63, passo: 3.79, larghezza: 53 },
    cbill: { x: x + 0.05, y: 99.31 },
    codFiscale: { x: x + 21.25, y: 98.65 },
    avviso: { x: x + 0.06, y: 108.73 },
    quiSopra: { x: x - 0.35, y: 117.8, corpo: 7, passo: 2.96 },
  };
}
