import { arrotondaAlCentesimo, Decimale, inEuro } from '../../valori/decimale.ts';
import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import type { DatiVerifica } from './dati-verifica.ts';
import type { TariffaPossibile } from './tariffe-possibili.ts';

/** Paid hours, whole or with a half, that cost exactly the amount; the known hours when they are given. */
export function orePossibili(dati: DatiVerifica, tariffa: TariffaPossibile): Decimale[] {
  const { importo, noti, mezzeOre } = dati;
  if (noti.ore !== undefined) return importoDi(noti.ore, tariffa) === importo ? [noti.ore] : [];
  if (!mezzeOre) return importo % tariffa.oraria === 0 ? [new Decimale(importo / tariffa.oraria)] : [];
  // Rounding moves a half hour's amount by at most a cent: the neighbours of the quotient are enough.
  const vicino = Math.floor((2 * importo) / tariffa.oraria);
  return [vicino - 1, vicino, vicino + 1]
    .filter((mezze) => mezze > 0)
    .map((mezze) => new Decimale(mezze).dividedBy(2))
    .filter((ore) => importoDi(ore, tariffa) === importo);
}

/** What these hours cost: contributions and association, each rounded to the cent, as the calculation does. */
export function importoDi(ore: Decimale, { contributoOrario, oraria }: TariffaPossibile): Centesimi {
  const contributi = arrotondaAlCentesimo(inEuro(contributoOrario).times(ore));
  const assistenza = arrotondaAlCentesimo(inEuro(centesimi(oraria - contributoOrario)).times(ore));
  return centesimi(contributi + assistenza);
}
