import type { Norme } from '../../norme/norme.ts';
import { vale } from '../../norme/regole-scadenze.ts';
import { dividiMezzoInSu } from '../../valori/arrotondamento.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Giorno } from '../../valori/giorno.ts';
import type { Decimale } from '../../valori/decimale.ts';
import { quanti } from '../../valori/italiano.ts';
import type { Fonte } from '../../valori/spiegazione.ts';
import { numeroOre, ORE_DI_UNA_SETTIMANA, testoOre } from '../ore.ts';
import { inCentesimiDiOra } from './centesimi-di-ora.ts';
import type { OrePagate } from './situazione.ts';
import { fonteUnica } from '../../valori/fonte-unica.ts';

/** Most hours and days of holidays that can be told: about four years of them. */
const ORE_MASSIME = 1000;
const GIORNI_MASSIMI = 104;

/** Paid hours that belong to no work, with how they come about. */
export interface OreContate {
  /** Hundredths of an hour. */
  readonly centesimiDiOra: number;
  readonly formula: string;
  readonly fonte: Fonte;
}

/** Where and when hours are paid: the day whose rule holds, and the weekly hours agreed then. */
export interface DiQuando {
  readonly giorno: Giorno;
  readonly oreSettimanali: Decimale | undefined;
  readonly campo: string;
}

/**
 * Hours said outright, or by the rule of hourly workers: a sixth of the weekly hours a day (CCNL art. 17; 20 hours, 18 days:
 * 60), or by the older reading the hours of the month before / 26 × days (78 / 26 × 15 = 45); half-up to the hundredth.
 * @throws ErroreDati naming `campo`
 */
export function orePagate(pagate: OrePagate, quando: DiQuando, norme: Norme): OreContate {
  const { campo } = quando;
  if ('ore' in pagate) {
    const centesimiDiOra = inCentesimiDiOra(pagate.ore, campo, ORE_MASSIME);
    return { centesimiDiOra, formula: testoOre(centesimiDiOra), fonte: fonteUnica(norme.assenze.fonti) };
  }
  if (!Number.isInteger(pagate.giorni) || pagate.giorni < 1 || pagate.giorni > GIORNI_MASSIMI) {
    throw new ErroreDati('ferie-non-valide', { giorni: pagate.giorni, massimo: GIORNI_MASSIMI, campo });
  }
  return pagate.lettura === 'ore-del-mese' ? delMese(pagate, quando, norme) : delSesto(pagate, quando, norme);
}

type AGiorni = Exclude<OrePagate, { readonly ore: unknown }>;

function delSesto(pagate: AGiorni, quando: DiQuando, norme: Norme): OreContate {
  const { giorno, oreSettimanali, campo } = quando;
  const { giorni, oreMesePrecedente } = pagate;
  const regola = norme.assenze.ferieOrarie.find((voce) => vale(voce, giorno));
  if (regola === undefined) throw regolaIgnota(giorno, campo);
  if (oreSettimanali === undefined) {
    throw new ErroreDati('ore-mancanti/ferie', { campo });
  }
  const settimanali = inCentesimiDiOra(oreSettimanali, campo, ORE_DI_UNA_SETTIMANA);
  const altra =
    oreMesePrecedente === undefined
      ? ''
      : `; per la lettura «ore-del-mese» sarebbero ${testoOre(delMese(pagate, quando, norme).centesimiDiOra)}`;
  return {
    centesimiDiOra: dividiMezzoInSu(settimanali * giorni, regola.frazioneDellOrario),
    formula: `${numeroOre(settimanali)} ore / ${regola.frazioneDellOrario} × ${quanti(giorni, 'giorno', 'giorni')}${altra}`,
    fonte: fonteUnica(regola.fonti),
  };
}

function delMese({ giorni, oreMesePrecedente }: AGiorni, { giorno, campo }: DiQuando, norme: Norme): OreContate {
  const regola = norme.assenze.ferieDelMese.find((voce) => vale(voce, giorno));
  if (regola === undefined) throw regolaIgnota(giorno, campo);
  if (oreMesePrecedente === undefined) {
    throw new ErroreDati('ore-mancanti/mese-prima', { campo });
  }
  const mese = inCentesimiDiOra(oreMesePrecedente, campo, 744);
  return {
    centesimiDiOra: dividiMezzoInSu(mese * giorni, regola.divisore),
    formula: `${numeroOre(mese)} ore / ${regola.divisore} × ${quanti(giorni, 'giorno', 'giorni')}`,
    fonte: fonteUnica(regola.fonti),
  };
}

function regolaIgnota(giorno: Giorno, campo: string): ErroreDati {
  return new ErroreDati('regola-non-nota/ferie', { giorno, campo });
}
