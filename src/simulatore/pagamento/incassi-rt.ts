import type { Rpt } from '../../pagopa/rpt/rpt.ts';
import type { Contesto } from '../contesto.ts';
import { registraIncasso } from '../flussi/registra-incasso.ts';
import type { Circostanza } from '../scenari/regola.ts';
import { importiPagati, iurDi } from './componi-rt.ts';
import type { RicettaRt } from './ricetta-rt.ts';

/**
 * What the PSP takes with a payment goes into its flows whether or not the receipt ever gets through, and for the true amount
 * whatever a scenario makes the receipt say. To be called in a transaction.
 */
export function registraIncassiRt(contesto: Contesto, rpt: Rpt, ricetta: RicettaRt, circostanza: Circostanza): void {
  const psp = ricetta.canale === null ? undefined : contesto.psp.perCanale(ricetta.canale)?.psp.id;
  if (psp === undefined || ricetta.iuvSconosciuto) return;
  importiPagati(rpt, ricetta).forEach((importo, i) => {
    if (importo === 0) return;
    registraIncasso(contesto, circostanza, {
      psp,
      dominio: rpt.dominio,
      iuv: rpt.iuv,
      iur: iurDi(contesto, ricetta, i),
      indice: i + 1,
      importo,
      codice: '0',
      giorno: ricetta.giorno,
    });
  });
}
