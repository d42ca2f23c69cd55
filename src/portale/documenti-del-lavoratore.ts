import type { Applicazione } from '../applicazione/applicazione.ts';
import { renderProspettoPdf } from '../avvisi/prospetto-pdf.ts';
import { csv, type Documento, stampaDi } from './documenti.ts';
import type { SituazioneDelLavoratore } from './lavoratore.ts';
import { estrattoInCsv } from './viste/estratto-csv.ts';
import { estrattoInProspetto } from './viste/estratto.ts';

/** A worker's extract over all the employers, on paper. */
export function estrattoDelLavoratorePdf(app: Applicazione, { estratto }: SituazioneDelLavoratore): Documento {
  const contenuto = renderProspettoPdf(estrattoInProspetto(estratto, stampaDi(app)));
  return { tipo: 'application/pdf', nomeFile: 'estratto.pdf', contenuto };
}

/** The same as a table. */
export function estrattoDelLavoratoreCsv(app: Applicazione, { estratto }: SituazioneDelLavoratore): Documento {
  return csv('estratto.csv', estrattoInCsv(estratto, stampaDi(app).reale));
}
