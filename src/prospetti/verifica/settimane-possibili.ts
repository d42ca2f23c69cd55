import { ORE_DI_UNA_SETTIMANA } from '../../contributi/ore.ts';
import type { Decimale } from '../../valori/decimale.ts';
import type { FattiNoti } from './dati-verifica.ts';

/**
 * The longest week that a hypothesis may suppose: six days of thirteen hours, since eleven of rest follow each day and one day
 * of rest each week (art. 7 and 9 D.Lgs. 66/2003). What the notice itself says may be more.
 */
export const ORE_CREDIBILI_A_SETTIMANA = 78;

/** A way of spreading the hours of a quarter over its weeks. */
export interface Distribuzione {
  readonly settimane: number;
  /** Hours of each week; where the weeks differ, those agreed when they are known, else the average. */
  readonly oreSettimanali: Decimale;
  /** True when every week has the same whole (or half) hours. */
  readonly regolare: boolean;
}

/**
 * The numbers of weeks over which these hours can be spread: all those that give the same hours every week, and the
 * largest one, with different weeks, when it does not.
 * @param entra whether weekly hours can be of the band looked for
 * @param massimo weeks of the quarter
 */
export function settimanePossibili(
  ore: Decimale,
  entra: (oreSettimanali: Decimale) => boolean,
  massimo: number,
  mezzeOre: boolean,
  noti: FattiNoti,
): Distribuzione[] {
  const { oreSettimanali, settimane } = noti;
  if (oreSettimanali !== undefined) return conOreNote(ore, oreSettimanali, entra, settimane ?? massimo, noti);
  if (settimane !== undefined) {
    return entra(ore.dividedBy(settimane)) ? [spread(ore, settimane, mezzeOre)] : [];
  }
  const tutte = Array.from({ length: massimo }, (_, indice) => spread(ore, massimo - indice, mezzeOre));
  return tutte
    .filter(({ oreSettimanali: media }) => entra(media) && media.lessThanOrEqualTo(ORE_CREDIBILI_A_SETTIMANA))
    .filter(({ regolare }, indice) => regolare || indice === 0);
}

/** The weekly hours agreed are known: the weeks that give exactly these hours, or all weeks with absences or overtime. */
function conOreNote(
  ore: Decimale,
  oreSettimanali: Decimale,
  entra: (oreSettimanali: Decimale) => boolean,
  massimo: number,
  noti: FattiNoti,
): Distribuzione[] {
  if (!entra(oreSettimanali) || ore.greaterThan(ORE_DI_UNA_SETTIMANA * massimo)) return [];
  const esatte = ore.dividedBy(oreSettimanali);
  const regolare =
    esatte.isInteger() && esatte.lessThanOrEqualTo(massimo) && (noti.settimane === undefined || esatte.equals(massimo));
  return [{ settimane: regolare ? esatte.toNumber() : massimo, oreSettimanali, regolare }];
}

function spread(ore: Decimale, settimane: number, mezzeOre: boolean): Distribuzione {
  const oreSettimanali = ore.dividedBy(settimane);
  const regolare = oreSettimanali.isInteger() || (mezzeOre && oreSettimanali.times(2).isInteger());
  return { settimane, oreSettimanali, regolare };
}
