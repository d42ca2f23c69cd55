import type { DatiCalcolo } from '../../src/contributi/calcolo.ts';
import { type Norme, norme } from '../../src/norme/norme.ts';
import { regoleFinoAl } from '../../src/norme/proietta-tabella.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { parseEuro } from '../../src/valori/denaro.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';

/** The rules of a quarter's year, projected where its table is not out: there the value of board is not known. */
export function normePer({ trimestre: { anno } }: Pick<DatiCalcolo, 'trimestre'>): Norme {
  return regoleFinoAl(norme(), anno);
}

/** Readable input for tests: numbers and amounts as a person writes them. */
export interface Scritti {
  trimestre?: string;
  oreSettimanali?: string;
  ore?: string;
  settimane?: number;
  pagaOraria?: string;
  pagaMensile?: string;
  effettiva?: string;
  vitto?: number;
  senzaCuaf?: boolean;
  termine?: boolean;
  associazione?: 'F2' | 'E1';
  assunzione?: string;
  cessazione?: string;
}

export function dati(scritti: Scritti): DatiCalcolo {
  const { oreSettimanali, ore, settimane, pagaOraria, pagaMensile, effettiva, vitto, associazione } = scritti;
  return {
    trimestre: parseTrimestre(scritti.trimestre ?? '4/2020'),
    senzaCuaf: scritti.senzaCuaf ?? false,
    tempoDeterminato: scritti.termine ?? false,
    ...(oreSettimanali === undefined ? {} : { oreSettimanali: new Decimale(oreSettimanali) }),
    ...(ore === undefined ? {} : { ore: new Decimale(ore) }),
    ...(settimane === undefined ? {} : { settimane }),
    ...(pagaOraria === undefined ? {} : { paga: { tipo: 'oraria' as const, importo: parseEuro(pagaOraria) } }),
    ...(pagaMensile === undefined ? {} : { paga: { tipo: 'mensile' as const, importo: parseEuro(pagaMensile) } }),
    ...(effettiva === undefined ? {} : { retribuzioneOrariaEffettiva: parseEuro(effettiva) }),
    ...(vitto === undefined ? {} : { vittoAlloggioGiorni: vitto }),
    ...(associazione === undefined ? {} : { associazione }),
    ...(scritti.assunzione === undefined ? {} : { assunzione: parseGiorno(scritti.assunzione) }),
    ...(scritti.cessazione === undefined ? {} : { cessazione: parseGiorno(scritti.cessazione) }),
  };
}
