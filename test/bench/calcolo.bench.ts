import { pathToFileURL } from 'node:url';
import { calcola } from '../../src/contributi/calcola.ts';
import type { DatiCalcolo } from '../../src/contributi/calcolo.ts';
import { norme } from '../../src/norme/norme.ts';
import { arrotondaAlCentesimo, Decimale } from '../../src/valori/decimale.ts';
import { centesimi } from '../../src/valori/denaro.ts';

/**
 * One explained calculation (all steps, sources and warnings composed) beside the bare arithmetic of the same case, in
 * integers and in decimal.js. Ratios count, not the figures: the machine is shared.
 */
export interface Misura {
  readonly nome: string;
  readonly alSecondo: number;
}

const GIRI = 300_000;

function misura(nome: string, uno: (indice: number) => number): Misura {
  let controllo = 0;
  for (let indice = 0; indice < GIRI / 5; indice++) controllo += uno(indice);
  const inizio = process.hrtime.bigint();
  for (let indice = 0; indice < GIRI; indice++) controllo += uno(indice);
  const secondi = Number(process.hrtime.bigint() - inizio) / 1e9;
  if (controllo === 0) throw new RangeError('nothing was computed');
  return { nome, alSecondo: Math.round(GIRI / secondi) };
}

/** Measures the calculation and its two yardsticks in one run. */
export function misureCalcolo(): Misura[] {
  const regole = norme();
  const ore = new Decimale(25);
  const comune = { trimestre: { anno: 2020, numero: 4 }, senzaCuaf: false, tempoDeterminato: false } as const;
  const oltre24: DatiCalcolo = { ...comune, oreSettimanali: ore };
  const aFascia: DatiCalcolo = {
    ...comune,
    oreSettimanali: new Decimale(12),
    paga: { tipo: 'oraria', importo: centesimi(900) },
    vittoAlloggioGiorni: 3,
    associazione: 'F2',
  };
  const spiegato = (dati: DatiCalcolo): number => {
    const { totale, passi } = calcola(dati, regole);
    return totale + passi.length;
  };
  const [, , , { contributo, quotaLavoratore }] = regole.tabella(2020).fasce;
  return [
    misura('calcola, 25 ore a settimana, con tutti i passi', () => spiegato(oltre24)),
    misura('calcola, 12 ore, paga, vitto e F2, con tutti i passi', () => spiegato(aFascia)),
    misura('ore × centesimi in interi, senza spiegazione', (indice) => {
      const quante = 25 * (12 + (indice % 3));
      return quante * contributo.conCuaf + quante * quotaLavoratore;
    }),
    misura('ore × euro in decimal.js, senza spiegazione', (indice) => {
      const quante = ore.times(12 + (indice % 3));
      const totale = arrotondaAlCentesimo(quante.times('1.04'));
      return totale + arrotondaAlCentesimo(quante.times('0.26'));
    }),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { nome, alSecondo } of misureCalcolo())
    console.log(`${alSecondo.toLocaleString('it-IT').padStart(12)}/s  ${nome}`);
}
