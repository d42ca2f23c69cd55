import { centesimi } from '../../valori/denaro.ts';
import type { Incasso } from '../archivio/incassi.ts';
import type { Contesto } from '../contesto.ts';
import type { Circostanza } from '../scenari/regola.ts';

/** Remembers what a PSP owes a creditor, as a scenario rule may bend it. To be called in a transaction. */
export function registraIncasso(contesto: Contesto, circostanza: Circostanza, incasso: Omit<Incasso, 'id'>): void {
  const faccia = contesto.regole.prendi('flusso', circostanza) ?? {};
  if (faccia.inPiu !== undefined) {
    const codice = contesto.sorte.codice('in-piu', incasso.dominio, incasso.iuv, incasso.iur);
    contesto.archivio.incassi.registra({ ...incasso, iuv: `X${codice.slice(0, 16)}`, iur: codice });
  }
  if (faccia.assente !== undefined) return;
  contesto.archivio.incassi.registra({
    ...incasso,
    codice: faccia.codice ?? incasso.codice,
    importo: centesimi(Math.max(1, incasso.importo + (faccia.variazione ?? 0))),
  });
}
