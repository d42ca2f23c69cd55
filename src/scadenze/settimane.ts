import { aggiungiGiorni, type Giorno, giornoDellaSettimana, partiDelGiorno } from '../valori/giorno.ts';
import { estremi, type Trimestre } from './trimestre.ts';

/** A contribution week: Sunday to Saturday. */
export interface Settimana {
  readonly domenica: Giorno;
  readonly sabato: Giorno;
}

const note = new Map<number, readonly Settimana[]>();

/** The Sunday on which a quarter's contribution weeks begin, and the Saturday on which they end. */
export function estremiDelleSettimane(trimestre: Trimestre): Settimana {
  const { primo, ultimo } = estremi(trimestre);
  return {
    domenica: aggiungiGiorni(primo, -giornoDellaSettimana(primo)),
    sabato: aggiungiGiorni(ultimo, -((giornoDellaSettimana(ultimo) + 1) % 7)),
  };
}

/**
 * The contribution weeks of a quarter: those whose Saturday falls in it, 12 to 14. The first may begin in the quarter
 * before, and the days after the last Saturday belong to the next quarter.
 * Source: DPR 1403/1971 art. 8 (hours of each week) and INPS's practice of assigning a week by its Saturday.
 */
export function settimane(trimestre: Trimestre): readonly Settimana[] {
  const chiave = trimestre.anno * 4 + trimestre.numero;
  const gia = note.get(chiave);
  if (gia !== undefined) return gia;
  const estremi = estremiDelleSettimane(trimestre);
  const elenco: Settimana[] = [];
  for (let { domenica } = estremi; domenica < estremi.sabato; domenica = aggiungiGiorni(domenica, 7)) {
    elenco.push({ domenica, sabato: aggiungiGiorni(domenica, 6) });
  }
  note.set(chiave, elenco);
  return elenco;
}

/** The quarter that pays a day's hours: that of the Saturday on which its week ends. */
export function trimestreDelGiorno(giorno: Giorno): Trimestre {
  const { anno, mese } = partiDelGiorno(aggiungiGiorni(giorno, 6 - giornoDellaSettimana(giorno)));
  return { anno, numero: Math.ceil(mese / 3) as Trimestre['numero'] };
}

const giorniNoti = new Map<number, readonly Giorno[]>();

/** The days of the quarter's contribution weeks, seven a week, from the first Sunday to the last Saturday. */
export function giorniDelleSettimane(trimestre: Trimestre): readonly Giorno[] {
  const chiave = trimestre.anno * 4 + trimestre.numero;
  let giorni = giorniNoti.get(chiave);
  if (giorni === undefined) {
    giorni = settimane(trimestre).flatMap(({ domenica }) =>
      [0, 1, 2, 3, 4, 5, 6].map((n) => aggiungiGiorni(domenica, n)),
    );
    giorniNoti.set(chiave, giorni);
  }
  return giorni;
}

/**
 * The quarter's weeks in which the rapporto exists at least one day.
 * @param assunzione first day, absent when before the quarter or not known
 * @param cessazione last day, included
 */
export function settimaneDelRapporto(
  trimestre: Trimestre,
  assunzione?: Giorno,
  cessazione?: Giorno,
): readonly Settimana[] {
  const tutte = settimane(trimestre);
  if (assunzione === undefined && cessazione === undefined) return tutte;
  return tutte.filter(
    ({ domenica, sabato }) =>
      (assunzione === undefined || sabato >= assunzione) && (cessazione === undefined || domenica <= cessazione),
  );
}
