import { dataOraItaliana } from '../../pagopa/data-ora.ts';
import { type Centesimi, centesimi, somma } from '../../valori/denaro.ts';
import type { Sessione } from '../archivio/sessioni.ts';
import type { Contesto } from '../contesto.ts';

/** How a person paid on the pages, as a PSP is told: all its codes follow from the seed and the session. */
export interface TransazioneDellaSessione {
  readonly id: string;
  readonly totale: Centesimi;
  readonly commissione: Centesimi;
  readonly dataOra: string;
  /** 12 digits. */
  readonly rrn: string;
  /** 6 characters. */
  readonly codice: string;
}

export function transazioneDi({ sorte, orologio }: Contesto, sessione: Sessione): TransazioneDellaSessione {
  const codice = sorte.codice('autorizzazione', sessione.id);
  const commissione = sessione.commissione ?? centesimi(0);
  return {
    id: sorte.codice('transazione', sessione.id),
    totale: somma([sessione.totale, commissione]),
    commissione,
    dataOra: dataOraItaliana(orologio.now()),
    rrn: String(Number.parseInt(codice.slice(0, 9), 16)).padStart(12, '0'),
    codice: codice.slice(-6).toUpperCase(),
  };
}
