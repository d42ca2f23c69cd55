import type { RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { DatiProspetto } from '../../avvisi/prospetto-pdf.ts';
import { cellsOf, COLONNE_SCOPERTI, type Scoperti, sintesiScoperti } from '../../prospetti/scoperti/index.ts';
import type { Blocco } from '../strumenti/blocchi.ts';
import { inCarta, type Stampa } from './prospetti.ts';

const NUMERI: ReadonlySet<string> = new Set(['Versato', 'Manca', 'Sanzioni a oggi']);

export function scopertiInBlocchi(prospetto: Scoperti): Blocco[] {
  const { righe, manca, avvertenze } = prospetto;
  return [
    { tipo: 'esito', tono: manca === 0 ? 'successo' : 'attenzione', testo: sintesiScoperti(prospetto) },
    {
      tipo: 'tabella',
      titolo: 'Trimestre per trimestre',
      colonne: COLONNE_SCOPERTI.map((testo) => ({ testo, ...(NUMERI.has(testo) && { numero: true }) })),
      righe: righe.map(cellsOf),
      totale: null,
    },
    { tipo: 'avvertenze', frasi: avvertenze },
  ];
}

export function scopertiPerStampa(
  { codice, lavoratore }: RapportoDiLavoro,
  prospetto: Scoperti,
  stampa: Stampa,
): DatiProspetto {
  const persona = `${lavoratore.nome} ${lavoratore.cognome} (${lavoratore.codiceFiscale})`;
  return inCarta('Trimestri pagati e scoperti', `Rapporto ${codice}, ${persona}.`, stampa, [
    { testo: sintesiScoperti(prospetto) },
    {
      titolo: 'Trimestre per trimestre',
      tabella: {
        colonne: COLONNE_SCOPERTI.map((titolo) => ({
          titolo,
          parte: titolo === 'Note' ? 4 : titolo === 'Sanzioni a oggi' ? 3 : 2,
          ...(NUMERI.has(titolo) && { aDestra: true }),
        })),
        righe: prospetto.righe.map(cellsOf),
      },
    },
    ...prospetto.avvertenze.map((testo) => ({ testo })),
  ]);
}
