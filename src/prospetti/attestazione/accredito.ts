import type { Criteri } from '../../norme/criteri.ts';
import { settimaneAccreditate } from '../../contributi/settimane-accreditate.ts';
import { settimane } from '../../scadenze/settimane.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { leggiOre, perEccesso } from '../../valori/ore.ts';
import { Decimale } from '../../valori/decimale.ts';
import { raggruppa } from '../raggruppa.ts';
import type { BollettinoPagato } from './bollettino-pagato.ts';

/**
 * Weeks credited by each payment of one worker, so that those of a quarter add up to its own: all are put on the first
 * payment of a rapporto's quarter, and never more in all than the quarter has weeks (DPR 1403/1971 art. 10).
 * @param righe in order
 * @returns one number a payment; null where the quarter's stand on another line
 */
export function accrediti(righe: readonly BollettinoPagato[], criteri: Criteri): (number | null)[] {
  const dei = new Map<BollettinoPagato, number>();
  for (const delTrimestre of raggruppa(righe, ({ trimestre }) => formatTrimestre(trimestre)).values()) {
    let restano = settimane((delTrimestre[0] as BollettinoPagato).trimestre).length;
    for (const suoi of raggruppa(delTrimestre, ({ codiceRapporto }) => codiceRapporto).values()) {
      const quante = Math.min(restano, delRapporto(suoi, criteri));
      restano -= quante;
      dei.set(suoi[0] as BollettinoPagato, quante);
    }
  }
  return righe.map((riga) => dei.get(riga) ?? null);
}

function delRapporto(pagati: readonly BollettinoPagato[], criteri: Criteri): number {
  const veri = pagati.filter(({ doppio }) => !doppio);
  const ore = veri.reduce((somma, riga) => somma.plus(riga.ore), new Decimale(0));
  const pagate = veri.reduce((somma, riga) => somma + riga.settimane, 0);
  return settimaneAccreditate(perEccesso(leggiOre(Decimale.max(ore, 0))), pagate, criteri);
}
