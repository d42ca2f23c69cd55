import type { DatiProspetto } from '../../avvisi/prospetto-pdf.ts';
import {
  type Cessazione,
  COLONNE_CONTRIBUTI,
  COLONNE_TFR,
  frasiAdempimenti,
  righeContributi,
  righeTfr,
  titoloCessazione,
  totaleContributi,
  vociCessazione,
} from '../../prospetti/cessazione/index.ts';
import { type Giorno, formatGiornoItaliano } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import { euro, premesseInBlocchi, type Blocco } from '../strumenti/blocchi.ts';

const NUMERI: ReadonlySet<string> = new Set([...COLONNE_TFR.slice(1), 'Ore', 'Settimane', 'Importo']);

/** The end of a rapporto on a page. */
export function cessazioneInBlocchi(fine: Cessazione): Blocco[] {
  return [
    ...premesseInBlocchi(fine.premesse),
    {
      tipo: 'importo',
      titolo: 'Al lavoratore, lordi',
      importo: fine.totale < 0 ? '0,00\u00a0€' : euro(fine.totale),
      nota: titoloCessazione(fine),
    },
    { tipo: 'dati', titolo: 'Di che cosa sono fatti', voci: vociCessazione(fine) },
    {
      tipo: 'tabella',
      titolo: 'Gli ultimi contributi',
      colonne: COLONNE_CONTRIBUTI.map((testo) => ({ testo, ...(NUMERI.has(testo) && { numero: true }) })),
      righe: righeContributi(fine),
      totale: null,
    },
    { tipo: 'elenco', titolo: 'Che cosa fare, e quando', voci: frasiAdempimenti(fine) },
    { tipo: 'avvertenze', frasi: fine.avvertenze },
    {
      tipo: 'tabella',
      titolo: 'Il TFR, anno per anno',
      colonne: COLONNE_TFR.map((testo) => ({ testo, ...(NUMERI.has(testo) && { numero: true }) })),
      righe: righeTfr(fine),
      totale: null,
    },
    { tipo: 'passi', titolo: 'Come ci si arriva', passi: fine.passi },
    ...fine.contributi
      .flatMap(({ calcoli }) =>
        calcoli.map(({ totale, passi, avvertenze }): Blocco[] => [
          { tipo: 'passi', titolo: `Come si arriva ai contributi, ${euro(totale)}`, passi },
          { tipo: 'avvertenze', frasi: avvertenze },
        ]),
      )
      .flat(),
  ];
}

/** The same on paper, to be handed over and signed. */
export function cessazionePerStampa(fine: Cessazione, oggi: Giorno): DatiProspetto {
  return {
    titolo: 'Fine del rapporto di lavoro domestico',
    sottotitolo: `${titoloCessazione(fine)}.`,
    autore: 'Trimestre',
    sezioni: [
      ...fine.premesse.map((testo) => ({ testo })),
      {
        titolo: 'Al lavoratore',
        voci: vociCessazione(fine).map(([etichetta, valore], n, tutte) => ({
          etichetta,
          valore,
          ...(n === tutte.length - 1 && { forte: true }),
        })),
      },
      {
        titolo: 'Ultimi contributi all’INPS',
        tabella: {
          colonne: COLONNE_CONTRIBUTI.map((titolo) => ({
            titolo,
            parte: 2,
            ...(NUMERI.has(titolo) && { aDestra: true }),
          })),
          righe: righeContributi(fine),
          totali: ['Totale', '', '', '', totaleContributi(fine)],
        },
      },
      { titolo: 'Che cosa fare, e quando' },
      ...frasiAdempimenti(fine).map((testo) => ({ testo })),
      {
        titolo: 'TFR, anno per anno',
        tabella: {
          colonne: COLONNE_TFR.map((titolo) => ({
            titolo,
            parte: titolo === 'Rivalutazione' ? 4 : titolo === 'Anno' || titolo === 'Mesi' ? 1 : 2,
            ...(NUMERI.has(titolo) && { aDestra: true }),
          })),
          righe: righeTfr(fine),
        },
      },
      { titolo: 'Da sapere' },
      ...fine.avvertenze.map((testo) => ({ testo })),
      {
        testo: italiano`Conto del ${formatGiornoItaliano(oggi)}, ricavato dai dati indicati: non è un documento dell’INPS.`,
      },
    ],
    emessoIl: oggi,
  };
}
