import type { Criteri } from '../norme/criteri.ts';
import type { NumeroFascia, TabellaAnno } from '../norme/tabella-anno.ts';
import type { Decimale } from '../valori/decimale.ts';
import { leggiOre, ORA, type Ore, superano } from '../valori/ore.ts';
import { pagaNota } from './accordo-paga.ts';
import type { PagaEVitto } from './calcolo.ts';
import type { OrarioOrdinario } from './ore.ts';
import type { Letture } from './letture.ts';

/** True when a week of these hours is above the limit up to which the pay decides the band. */
export function oltreIlLimite(oreSettimanali: Decimale, { oltre24 }: Criteri): boolean {
  return superano(leggiOre(oreSettimanali), oltre24.limiteOre * ORA);
}

/** True when a week of these hours can be paid in a band: between the thresholds in any, by one reading or the other. */
export function possibileIn(fascia: NumeroFascia, oreSettimanali: Decimale, criteri: Criteri): boolean {
  return fascia === 4
    ? oltreIlLimite(oreSettimanali, criteri)
    : sotto(leggiOre(oreSettimanali), criteri.oltre24.dalleOre * ORA);
}

/** True between 24 and 25 hours, both left out: there the sources differ. */
export function fraLeDueSoglie({ settimanali, divisore }: OrarioOrdinario, { oltre24 }: Criteri): boolean {
  const soglia = oltre24.dalleOre * ORA * divisore;
  return superano(settimanali, oltre24.limiteOre * ORA * divisore) && sotto(settimanali, soglia);
}

function sotto(ore: Ore, soglia: number): boolean {
  return typeof ore === 'number' ? ore < soglia : ore.times(ORA).lessThan(soglia);
}

/**
 * True when the fourth band holds for a week. Between the two thresholds the reading decides: by default the pay's band,
 * which costs more and is safe, where the pay is known.
 */
export function inQuartaFascia(
  orario: OrarioOrdinario,
  criteri: Criteri,
  lettura: Letture['quartaFascia'],
  condizioni: PagaEVitto | null,
  tabella: TabellaAnno,
): boolean {
  const { settimanali, divisore } = orario;
  const { limiteOre, dalleOre } = criteri.oltre24;
  if (!superano(settimanali, limiteOre * ORA * divisore)) return false;
  if (!sotto(settimanali, dalleOre * ORA * divisore)) return true;
  if (lettura !== undefined) return lettura === 'oltre-24';
  return condizioni === null || !pagaNota(condizioni, tabella);
}
