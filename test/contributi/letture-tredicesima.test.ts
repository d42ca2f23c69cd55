import { describe, expect, it } from 'vitest';
import type { DatiCalcoloCompleti } from '../../src/contributi/calcolo.ts';
import { contestoTrimestre } from '../../src/contributi/contesto-trimestre.ts';
import { passiRetribuzione } from '../../src/contributi/passi-retribuzione.ts';
import {
  conAltraTredicesima,
  inInteri,
  retribuzioneEffettiva,
  retribuzioneEsatta,
} from '../../src/contributi/retribuzione-effettiva.ts';
import { norme } from '../../src/norme/norme.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { leggiOre } from '../../src/valori/ore.ts';
import type { Passo } from '../../src/valori/spiegazione.ts';
import { dati, type Scritti } from './dati.ts';

function effettiva(scritti: Scritti, altro: Partial<DatiCalcoloCompleti> = {}) {
  const completi: DatiCalcoloCompleti = { ...dati(scritti), ...altro };
  const contesto = contestoTrimestre(completi.trimestre, norme());
  const orario = { settimanali: leggiOre(completi.oreSettimanali ?? new Decimale(0)), divisore: 1 };
  const esito = retribuzioneEffettiva(completi, orario, contesto, completi.tredicesima);
  if (esito === null) throw new Error('no pay');
  const passi: Passo[] = [];
  passiRetribuzione(passi, esito, contesto.criteri);
  return {
    centesimi: esito.centesimi,
    altraLettura: conAltraTredicesima(esito),
    esatta: () => retribuzioneEsatta(esito),
    passi,
  };
}

const CON_VITTO = { oreSettimanali: '20', pagaOraria: '8,00', vitto: 7 };
const SULLA_PAGA = { tredicesima: 'sulla-paga' } as const;

describe('the two readings of the thirteenth', () => {
  it('each names the other’s result where there is board, and none where there is not', () => {
    // (8.00 + 1.9635) × 13/12 = 10.793791…; 8.00 × 13/12 + 1.9635 = 10.630166…
    expect([effettiva(CON_VITTO).centesimi, effettiva(CON_VITTO).altraLettura]).toEqual([1079, 1063]);
    const altra = effettiva(CON_VITTO, SULLA_PAGA);
    expect([altra.centesimi, altra.altraLettura]).toEqual([1063, 1079]);
    expect(effettiva({ oreSettimanali: '20', pagaOraria: '8,00' }).altraLettura).toBeUndefined();
    expect(effettiva({ oreSettimanali: '20', effettiva: '8,00' }).altraLettura).toBeUndefined();
  });

  it('each has its own exact value', () => {
    expect(effettiva(CON_VITTO).esatta().toFixed(6)).toBe('10.793792');
    expect(effettiva(CON_VITTO, SULLA_PAGA).esatta().toFixed(6)).toBe('10.630167');
    expect(effettiva({ oreSettimanali: '20', effettiva: '8,00' }).esatta().toFixed(2)).toBe('8.00');
  });

  it.each([
    ['20.125', 1078, 1062],
    ['7.001', 1474, 1428],
  ])('with hours finer than a hundredth (%s) too', (oreSettimanali, suTutto, sullaPaga) => {
    const caso = { ...CON_VITTO, oreSettimanali };
    expect([effettiva(caso).centesimi, effettiva(caso, SULLA_PAGA).centesimi]).toEqual([suTutto, sullaPaga]);
  });

  it('is told in the steps: what each thirteenth is a twelfth of', () => {
    const passi = (altro: Partial<DatiCalcoloCompleti>) =>
      effettiva(CON_VITTO, altro).passi.map(({ formula, risultato }) => `${formula} = ${risultato}`);
    expect(passi({})).toContain('(8,00 € + 5,61 € × 7 giorni / 20 ore) / 12 = 0,830292 €');
    expect(passi(SULLA_PAGA)).toContain('8,00 € / 12 = 0,666667 €');
    expect(passi(SULLA_PAGA)).toContain('8,00 € × 13 / 12 + 5,61 € × 7 giorni / 20 ore = 10,63 €');
  });

  it('is told in the steps with hours finer than a hundredth too', () => {
    const passi = (altro: Partial<DatiCalcoloCompleti>) =>
      effettiva({ ...CON_VITTO, oreSettimanali: '20.125' }, altro).passi.map(
        ({ formula, risultato }) => `${formula} = ${risultato}`,
      );
    // 39.27 / 20.125 = 1.951304…; (8.00 + 1.951304…) / 12 = 0.829275…
    expect(passi({})).toContain('5,61 € × 7 giorni / 20,125 ore = 1,951304 €');
    expect(passi({})).toContain('(8,00 € + 5,61 € × 7 giorni / 20,125 ore) / 12 = 0,829275 €');
    expect(passi(SULLA_PAGA)).toContain('8,00 € / 12 = 0,666667 €');
  });
});

describe('the integers of the effective pay', () => {
  const settimanale = (millesimi: number) => ({ millesimi, esatti: undefined, ogni: 'settimana', testo: '' }) as const;

  const stanno = (paga: object, vitto: object | null, ore: number) =>
    inInteri(paga as never, vitto as never, ore, 1) !== undefined;

  it('give way to decimals where a product would no longer be exact', () => {
    // 13 × m × 2000 + hours reaches 2^53 − 1 with these.
    const [m, ore] = [346_430_740_566, 24_991];
    expect(m * 26_000 + ore).toBe(Number.MAX_SAFE_INTEGER);
    expect(stanno(settimanale(m), null, ore)).toBe(false);
    expect(stanno(settimanale(m), null, ore - 1)).toBe(true);
    expect(stanno(settimanale(m - 1000), settimanale(1000), ore)).toBe(false);
    expect(stanno(settimanale(m - 1000), settimanale(1000), ore - 1)).toBe(true);
    expect(stanno(settimanale(Number.NaN), null, 20)).toBe(false);
  });
});
