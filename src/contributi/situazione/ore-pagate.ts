import type { Norme } from '../../norme/norme.ts';
import { vale } from '../../norme/regole-scadenze.ts';
import { dividiMezzoInSu } from '../../valori/arrotondamento.ts';
import { fonteUnica } from '../../scadenze/slittamento.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import type { Fonte } from '../../valori/spiegazione.ts';
import { numeroOre, testoOre } from '../ore.ts';
import { inCentesimiDiOra } from './centesimi-di-ora.ts';
import type { OrePagate } from './situazione.ts';

/** Most hours and days of holidays that can be told: about four years of them. */
const ORE_MASSIME = 1000;
const GIORNI_MASSIMI = 104;

/**
 * Hours said outright, or by the rule of hourly workers: hours of the month before / 26 × days, half-up to the hundredth
 * (collective contract; Corriere della Sera 2018: 78 / 26 × 15 = 45).
 * @param giorno the day whose rule holds
 * @throws ErroreDati naming `campo`
 */
export function orePagate(
  pagate: OrePagate,
  giorno: Giorno,
  campo: string,
  norme: Norme,
): { readonly centesimiDiOra: number; readonly formula: string; readonly fonte: Fonte } {
  if ('ore' in pagate) {
    const centesimiDiOra = inCentesimiDiOra(pagate.ore, campo, ORE_MASSIME);
    return { centesimiDiOra, formula: testoOre(centesimiDiOra), fonte: fonteUnica(norme.assenze.fonti) };
  }
  const regola = norme.assenze.ferieOrarie.find((voce) => vale(voce, giorno));
  if (regola === undefined) {
    throw new ErroreDati(
      'regola-non-nota',
      italiano`${campo}: la regola delle ferie a ore al ${giorno} non è nota; indicare le ore.`,
      {
        campo,
      },
    );
  }
  if (!Number.isInteger(pagate.giorni) || pagate.giorni < 1 || pagate.giorni > GIORNI_MASSIMI) {
    throw new ErroreDati(
      'ferie-non-valide',
      `${campo}: «${pagate.giorni}» giorni non va bene; indicare da 1 a ${GIORNI_MASSIMI} giorni, oppure le ore.`,
      { campo },
    );
  }
  const delMese = inCentesimiDiOra(pagate.oreMesePrecedente, campo, 744);
  return {
    centesimiDiOra: dividiMezzoInSu(delMese * pagate.giorni, regola.divisore),
    formula: `${numeroOre(delMese)} ore / ${regola.divisore} × ${pagate.giorni} giorni`,
    fonte: fonteUnica(regola.fonti),
  };
}
