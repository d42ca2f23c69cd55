import { formatEuro } from '../valori/denaro.ts';
import type { Condizioni } from './rapporto-di-lavoro.ts';

/** Terms of a rapporto for programs: amounts `"8.00"`, null where there is none. */
export function condizioniToJson(condizioni: Condizioni) {
  const { paga } = condizioni;
  return {
    dal: condizioni.dal,
    oreSettimanali: Number(condizioni.oreSettimanali),
    paga: paga === undefined ? null : { tipo: paga.tipo, importo: formatEuro(paga.importo) },
    vittoAlloggioGiorni: condizioni.vittoAlloggioGiorni,
    senzaCuaf: condizioni.senzaCuaf,
    tempoDeterminato: condizioni.tempoDeterminato,
    associazione: condizioni.associazione ?? null,
  };
}
