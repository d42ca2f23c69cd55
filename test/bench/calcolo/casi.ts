import type { CodiceAssociazione, DatiCalcolo } from '../../../src/contributi/calcolo.ts';
import { Decimale } from '../../../src/valori/decimale.ts';
import { centesimi } from '../../../src/valori/denaro.ts';

/** What every way of computing must agree on, in cents. */
export interface Esito {
  readonly contributoOrario: number;
  readonly totale: number;
  readonly quotaLavoratore: number;
  readonly quotaDatore: number;
}

/** A case in plain numbers: hours a week, cents an hour, days of board a week. Quarter 4/2020, con CUAF, permanent. */
export interface Caso {
  readonly nome: string;
  readonly oreSettimanali: number;
  readonly paga?: number;
  readonly giorniVitto?: number;
  readonly associazione?: CodiceAssociazione;
}

export const OLTRE_24: Caso = { nome: '25 ore a settimana', oreSettimanali: 25 };
export const A_FASCIA: Caso = {
  nome: '12 ore con paga, vitto e alloggio e F2',
  oreSettimanali: 12,
  paga: 900,
  giorniVitto: 3,
  associazione: 'F2',
};

/** The same case as the product takes it. */
export function comeDati({ oreSettimanali, paga, giorniVitto, associazione }: Caso): DatiCalcolo {
  return {
    trimestre: { anno: 2020, numero: 4 },
    senzaCuaf: false,
    tempoDeterminato: false,
    oreSettimanali: new Decimale(oreSettimanali),
    ...(paga === undefined ? {} : { paga: { tipo: 'oraria', importo: centesimi(paga) } }),
    ...(giorniVitto === undefined ? {} : { vittoAlloggioGiorni: giorniVitto }),
    ...(associazione === undefined ? {} : { associazione }),
  };
}

const PAGHE = 211;
const ANNI = 14;

/**
 * Cases that differ in year, quarter, hours, pay, CUAF, term and fund, so that no figure of one serves the next: as many
 * with a pay as without.
 */
export function misti(quanti: number): DatiCalcolo[] {
  return Array.from({ length: quanti }, (_, indice) => {
    const conPaga = indice % 2 === 1;
    return {
      trimestre: { anno: 2026 - (indice % ANNI), numero: ((indice % 4) + 1) as 1 | 2 | 3 | 4 },
      senzaCuaf: indice % 3 === 0,
      tempoDeterminato: indice % 5 === 0,
      oreSettimanali: new Decimale(conPaga ? 4 + (indice % 21) : 25 + (indice % 30)),
      ...(conPaga ? { paga: { tipo: 'oraria', importo: centesimi(600 + (indice % PAGHE) * 3) } } : {}),
      ...(indice % 7 === 0 ? { associazione: 'F2' } : {}),
    };
  });
}
