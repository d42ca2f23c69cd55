import { somma } from '../valori/denaro.ts';
import { type Calcolatore, calcolaBase } from './base-di-calcolo.ts';
import type { Bollettino } from './bollettino.ts';
import { baseDi } from './dati-persistiti.ts';
import { toCambio } from './emissione.ts';
import { contenutoIntegrazione, isDifferenza, versatoAllora } from './integrazione.ts';
import type { CambioBollettino } from './porte.ts';

/**
 * Computes a bollettino again from its own data with the rules in force now.
 * @returns the change to write when the amount or the due date is no longer the stored one (a rule was corrected since),
 *   undefined when all is as it was
 */
export function ricalcola(bollettino: Bollettino, calcolatore: Calcolatore): CambioBollettino | undefined {
  const base = baseDi(bollettino.dati);
  const calcoli = calcolaBase(base, calcolatore);
  if (isDifferenza(bollettino)) {
    const versato = versatoAllora(bollettino);
    // Nothing left to ask by today's rules: what was printed stands until somebody removes it.
    if (somma(calcoli.map(({ totale }) => totale)) <= versato.importo) return undefined;
    return ifChanged(bollettino, contenutoIntegrazione(base, calcoli, versato, bollettino.settimane));
  }
  const calcolo = calcoli.find((uno) => uno.gruppo === bollettino.gruppo);
  if (calcolo === undefined) return undefined;
  const stesso = calcolo.totale === bollettino.importo && calcolo.scadenza.scadenza === bollettino.scadenza;
  return stesso ? undefined : toCambio(base, calcolo, bollettino.settimane);
}

function ifChanged({ importo, scadenza }: Bollettino, cambio: CambioBollettino): CambioBollettino | undefined {
  return cambio.importo === importo && cambio.scadenza === scadenza ? undefined : cambio;
}
