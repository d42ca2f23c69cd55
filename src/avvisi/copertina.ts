import { formatCodiceAvviso, type CodiceAvviso } from '../pagopa/identificativi/codice-avviso.ts';
import { formatEuroItaliano, somma, type Centesimi } from '../valori/denaro.ts';
import { formatGiornoItaliano, type Giorno } from '../valori/giorno.ts';
import { righeIndirizzo } from './dati-avviso.ts';
import { inCima, paragrafo, tabellaVoci, titolo, type Blocco } from './stampa/scheda.ts';
import { type Colonna, tabella } from './stampa/tabella.ts';

/** One notice as the cover sheet lists it. */
export interface RigaCopertina {
  readonly oggetto: string;
  /** Absent or empty when the worker is not named. */
  readonly lavoratore?: string;
  readonly periodo?: string;
  readonly codiceAvviso: CodiceAvviso;
  readonly scadenza?: Giorno;
  readonly importo: Centesimi;
}

/** The sheet before one employer's notices: whose they are, which, and how much in all. */
export interface DatiCopertina {
  readonly datore: { readonly codiceFiscale: string; readonly nome: string; readonly indirizzo: string };
  readonly avvisi: readonly RigaCopertina[];
  /** False in a simulation. */
  readonly reale: boolean;
}

export function blocchiCopertina({ datore, avvisi }: DatiCopertina): Blocco[] {
  const totale = `${formatEuroItaliano(somma(avvisi.map(({ importo }) => importo)))} €`;
  const colonne = COLONNE.filter(({ valore, sempre }) => sempre === true || avvisi.some((uno) => valore(uno) !== ''));
  return [
    inFinestra(datore),
    paragrafo(`Avvisi di pagamento dei contributi di lavoro domestico: ${avvisi.length}.`, { spazioPrima: 1 }),
    titolo('H2', 12, 'Destinatario', 6),
    tabellaVoci([
      { etichetta: 'Codice fiscale', valore: datore.codiceFiscale, codice: true },
      ...(datore.indirizzo === '' ? [{ etichetta: 'Indirizzo', valore: 'non è nel registro' }] : []),
      { etichetta: 'Totale da pagare', valore: totale, forte: true },
    ]),
    titolo('H2', 12, 'Avvisi', 6),
    tabella(
      colonne,
      avvisi.map((uno) => colonne.map(({ valore }) => valore(uno))),
      colonne.map((_, i) => (i === 0 ? 'Totale' : i === colonne.length - 1 ? totale : '')),
    ),
  ];
}

/** The columns of the list; one that is empty for every notice is left out unless it is `sempre` there. */
const COLONNE: readonly (Colonna & {
  readonly sempre?: boolean;
  readonly valore: (avviso: RigaCopertina) => string;
})[] = [
  { titolo: 'Oggetto', parte: 3.6, sempre: true, valore: ({ oggetto }) => oggetto },
  { titolo: 'Lavoratore', parte: 2.6, valore: ({ lavoratore }) => lavoratore ?? '' },
  { titolo: 'Periodo', parte: 2.3, valore: ({ periodo }) => periodo ?? '' },
  {
    titolo: 'Codice avviso',
    parte: 4.3,
    codice: true,
    sempre: true,
    valore: ({ codiceAvviso }) => formatCodiceAvviso(codiceAvviso),
  },
  {
    titolo: 'Scadenza',
    parte: 1.9,
    sempre: true,
    valore: ({ scadenza }) => (scadenza === undefined ? '' : formatGiornoItaliano(scadenza)),
  },
  {
    titolo: 'Importo',
    parte: 2,
    aDestra: true,
    sempre: true,
    valore: ({ importo }) => `${formatEuroItaliano(importo)} €`,
  },
];

/**
 * Where the notices themselves have the recipient, so that the sheet goes first into the same window envelope. Millimetres
 * from the top left corner of the sheet.
 */
const FINESTRA = { x: 113.99, nome: 62.09, indirizzo: 73.7, fine: 92, larghezza: 80 } as const;

function inFinestra({ nome, indirizzo }: DatiCopertina['datore']): Blocco {
  const area = { larghezza: FINESTRA.larghezza, righe: 2, corpoMinimo: 7 };
  return inCima(FINESTRA.fine, (c) => {
    c.page.tag('H1', () => c.area('grassetto', FINESTRA.x, FINESTRA.nome, nome, { ...area, corpo: 14 }, 'nome'));
    if (indirizzo === '') return;
    const righe = { ...area, righe: 3, corpo: 12 };
    c.page.tag('P', () =>
      c.area('normale', FINESTRA.x, FINESTRA.indirizzo, righeIndirizzo(indirizzo), righe, 'indirizzo'),
    );
  });
}
