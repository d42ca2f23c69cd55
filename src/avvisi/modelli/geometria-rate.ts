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
  readonly rata: number;
  readonly data: number;
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
  /** Baseline of the words that a simulation adds. */
  readonly simulazione: number;
}

export function colonneRate(quante: 2 | 3): readonly ColonnaRata[] {
  return quante === 2 ? DUE : [10.92, 78.66, 148.28].map(inTre);
}

const DUE: readonly ColonnaRata[] = [
  {
    banche: 10.56,
    rata: 50.84,
    data: 76.5,
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
    simulazione: 128.6,
  },
  {
    banche: 115.48,
    rata: 152.75,
    data: 178.4,
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
    simulazione: 130.4,
  },
];

/** One of three columns: they are alike but for where they start. */
function inTre(x: number): ColonnaRata {
  return {
    rata: x + 0.1,
    data: x + 25.7,
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
    simulazione: 127.5,
  };
}
