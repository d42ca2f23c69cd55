import { arrotondaAlCentesimo, Decimale } from '../../../src/valori/decimale.ts';
import type { Caso, Esito } from './casi.ts';

/** The printed row of 2020 in euro: upper limit, hourly contribution con CUAF, worker's share. */
const FASCE = [
  { finoA: new Decimale('8.10'), contributo: new Decimale('1.43'), quota: new Decimale('0.36') },
  { finoA: new Decimale('9.86'), contributo: new Decimale('1.62'), quota: new Decimale('0.41') },
  { finoA: new Decimale('Infinity'), contributo: new Decimale('1.97'), quota: new Decimale('0.49') },
] as const;
const QUARTA = { contributo: new Decimale('1.04'), quota: new Decimale('0.26') };
const VITTO = new Decimale('5.61');
const FONDO = { totale: new Decimale('0.03'), quota: new Decimale('0.01') };

/** The same case with decimal.js for every figure, from hours to shares, without explanation. */
export function inDecimali({ oreSettimanali, paga = 0, giorniVitto = 0, associazione }: Caso): Esito {
  const settimanali = new Decimale(oreSettimanali);
  const ore = settimanali.times(13);
  const { contributo, quota } = settimanali.greaterThan(24) ? QUARTA : fasciaDi(settimanali, paga, giorniVitto);
  const assistenza = associazione === undefined ? new Decimale(0) : ore.times(FONDO.totale);
  const quotaAssistenza = associazione === undefined ? new Decimale(0) : ore.times(FONDO.quota);
  const totale = ore.times(contributo).plus(assistenza);
  const quotaLavoratore = ore.times(quota).plus(quotaAssistenza);
  return {
    contributoOrario: arrotondaAlCentesimo(contributo),
    totale: arrotondaAlCentesimo(totale),
    quotaLavoratore: arrotondaAlCentesimo(quotaLavoratore),
    quotaDatore: arrotondaAlCentesimo(totale.minus(quotaLavoratore)),
  };
}

function fasciaDi(settimanali: Decimale, paga: number, giorniVitto: number): (typeof FASCE)[number] {
  const oraria = new Decimale(paga).dividedBy(100);
  const vitto = VITTO.times(giorniVitto).dividedBy(settimanali);
  const effettiva = oraria.plus(vitto).times(13).dividedBy(12).toDecimalPlaces(2);
  return FASCE.find(({ finoA }) => effettiva.lessThanOrEqualTo(finoA)) ?? FASCE[2];
}
