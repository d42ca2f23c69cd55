import type { DatiProspetto, SezioneProspetto } from '../../avvisi/prospetto-pdf.ts';
import type { Estratto } from '../../prospetti/attestazione/index.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import { numero, type Blocco } from '../strumenti/blocchi.ts';
import { italiano } from '../../valori/italiano.ts';

const AUTORE = 'Trimestre';
const SIMULAZIONE = 'Prospetto di una simulazione: nessun pagamento è stato fatto.';
const SENZA_VALORE = 'Prospetto ricavato dalle ricevute dei pagamenti, senza valore di certificazione INPS.';

/** How a statement is printed: when, and whether its payments are true. */
export interface Stampa {
  readonly oggi: Giorno;
  readonly reale: boolean;
}

export function estrattoInBlocchi({ righe, anni, avvertenze }: Estratto): Blocco[] {
  return [
    { tipo: 'avvertenze', frasi: avvertenze },
    {
      tipo: 'tabella',
      titolo: 'Trimestre per trimestre',
      colonne: [
        { testo: 'Trimestre' },
        { testo: 'Codice rapporto' },
        { testo: 'Ore', numero: true },
        { testo: 'Paga oraria effettiva', numero: true },
        { testo: 'Settimane', numero: true },
        { testo: 'Accreditate', numero: true },
        { testo: 'Importo €', numero: true },
      ],
      righe: righeEstratto(righe),
      totale: null,
    },
    {
      tipo: 'tabella',
      titolo: 'Anno per anno',
      colonne: [
        { testo: 'Anno' },
        { testo: 'Ore', numero: true },
        { testo: 'Settimane', numero: true },
        { testo: 'Accreditate', numero: true },
        { testo: 'Importo €', numero: true },
      ],
      righe: righeAnni(anni),
      totale: null,
    },
  ];
}

function righeEstratto(righe: Estratto['righe']): string[][] {
  return righe.map((riga) => [
    formatTrimestre(riga.trimestre),
    riga.codiceRapporto,
    numero(riga.ore),
    riga.retribuzioneOrariaEffettiva === null ? '–' : formatEuroItaliano(riga.retribuzioneOrariaEffettiva),
    String(riga.settimane),
    // Those of the quarter stand on its first line.
    riga.settimaneAccreditate === null ? '–' : String(riga.settimaneAccreditate),
    formatEuroItaliano(riga.importo),
  ]);
}

function righeAnni(anni: Estratto['anni']): string[][] {
  return anni.map(({ anno, ore, settimane, settimaneAccreditate, importo }) => [
    String(anno),
    numero(ore),
    String(settimane),
    String(settimaneAccreditate),
    formatEuroItaliano(importo),
  ]);
}

export function estrattoPerStampa(prospetto: Estratto, stampa: Stampa): DatiProspetto {
  const { lavoratore, righe, anni, avvertenze } = prospetto;
  const persona = `${lavoratore.nome} ${lavoratore.cognome} (${lavoratore.codiceFiscale})`;
  return inCarta('Estratto dei contributi di lavoro domestico', `Lavoratore: ${persona}.`, stampa, [
    {
      titolo: 'Trimestre per trimestre',
      tabella: {
        colonne: [
          { titolo: 'Trimestre', parte: 2 },
          { titolo: 'Rapporto', parte: 3, codice: true },
          { titolo: 'Ore', parte: 2, aDestra: true },
          { titolo: 'Paga effettiva', parte: 2, aDestra: true },
          { titolo: 'Settimane', parte: 2, aDestra: true },
          { titolo: 'Accreditate', parte: 2, aDestra: true },
          { titolo: 'Importo', parte: 2, aDestra: true },
        ],
        righe: righeEstratto(righe),
      },
    },
    {
      titolo: 'Anno per anno',
      tabella: {
        colonne: [
          { titolo: 'Anno', parte: 2 },
          { titolo: 'Ore', parte: 2, aDestra: true },
          { titolo: 'Settimane', parte: 2, aDestra: true },
          { titolo: 'Accreditate', parte: 2, aDestra: true },
          { titolo: 'Importo', parte: 2, aDestra: true },
        ],
        righe: righeAnni(anni),
      },
    },
    ...avvertenze.map((testo) => ({ testo })),
  ]);
}

/** A statement on paper, with what it is worth at its foot. */
export function inCarta(
  titolo: string,
  sottotitolo: string,
  { oggi, reale }: Stampa,
  sezioni: SezioneProspetto[],
): DatiProspetto {
  return {
    titolo,
    sottotitolo,
    autore: AUTORE,
    sezioni: [...sezioni, { testo: italiano`${SENZA_VALORE} Stampato il ${formatGiornoItaliano(oggi)}.` }],
    ...(reale ? {} : { simulazione: SIMULAZIONE }),
    emessoIl: oggi,
  };
}
