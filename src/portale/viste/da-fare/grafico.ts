import { type Centesimi, centesimi, somma } from '../../../valori/denaro.ts';
import type { Riga, Situazione } from './situazione.ts';

const TRIMESTRI = [1, 2, 3, 4] as const;
/** Height of the tallest bar, in the picture's units. */
const ALTEZZA = 120;

export interface VistaGrafico {
  readonly anno: number;
  readonly barre: readonly {
    readonly etichetta: string;
    readonly totale: Centesimi;
    readonly x: number;
    /** What is paid stands below what is not. */
    readonly pagato: { readonly y: number; readonly altezza: number };
    readonly resto: { readonly y: number; readonly altezza: number };
  }[];
  /** The same figures: a row a worker. */
  readonly righe: readonly {
    readonly lavoratore: string;
    readonly celle: readonly (Centesimi | null)[];
    readonly totale: Centesimi;
  }[];
  readonly totali: readonly Centesimi[];
  readonly totale: Centesimi;
}

/** What a year costs, quarter by quarter; null when nothing of it is known. */
export function graficoDi(situazioni: readonly Situazione[], anno: number): VistaGrafico | null {
  const righe = situazioni
    .map(({ lavoratore, righe: sue }) => {
      const celle = TRIMESTRI.map((numero) => costoDi(sue.find((riga) => isThe(riga, anno, numero))));
      return { lavoratore, celle, totale: somma(celle.map((cella) => cella ?? centesimi(0))) };
    })
    .filter(({ celle }) => celle.some((cella) => cella !== null));
  const totali = TRIMESTRI.map((_, i) => somma(righe.map(({ celle }) => celle[i] ?? centesimi(0))));
  const massimo = Math.max(...totali);
  if (massimo === 0) return null;
  const barre = TRIMESTRI.map((numero, i) => {
    const versati = situazioni.map(({ righe: sue }) => sue.find((riga) => isThe(riga, anno, numero))?.versato);
    const totale = totali[i] ?? centesimi(0);
    const alto = Math.round((totale / massimo) * ALTEZZA);
    const pagato = Math.round((somma(versati.map((v) => v ?? centesimi(0))) / massimo) * ALTEZZA);
    return {
      etichetta: `${numero}/${anno}`,
      totale,
      x: 40 + i * 150,
      pagato: { y: 30 + ALTEZZA - pagato, altezza: pagato },
      resto: { y: 30 + ALTEZZA - alto, altezza: alto - pagato },
    };
  });
  return { anno, barre, righe, totali, totale: somma(totali) };
}

function isThe({ trimestre }: Riga, anno: number, numero: number): boolean {
  return trimestre.anno === anno && trimestre.numero === numero;
}

function costoDi(riga: Riga | undefined): Centesimi | null {
  if (riga === undefined || (riga.manca === null && riga.versato === 0)) return null;
  return somma([riga.versato, riga.stato === 'pagato' ? centesimi(0) : (riga.manca ?? centesimi(0))]);
}
