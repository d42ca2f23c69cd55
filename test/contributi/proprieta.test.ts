import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { calcola } from '../../src/contributi/calcola.ts';
import type { DatiCalcolo } from '../../src/contributi/calcolo.ts';
import { norme } from '../../src/norme/norme.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { dividiMezzoInSu } from '../../src/valori/arrotondamento.ts';
import { risultatoNumero, valutaFormula } from './valuta-formula.ts';

const trimestri = fc.record({
  anno: fc.integer({ min: 2012, max: 2026 }),
  numero: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
});
const oreSettimanali = fc.integer({ min: 2, max: 240 }).map((quarti) => new Decimale(quarti).dividedBy(4));
const situazioni = fc
  .record({
    trimestre: trimestri,
    oreSettimanali,
    paga: fc.record({
      tipo: fc.constantFrom('oraria' as const, 'mensile' as const),
      importo: fc.integer({ min: 100, max: 90_000 }).map(centesimi),
    }),
    vittoAlloggioGiorni: fc.integer({ min: 0, max: 7 }),
    senzaCuaf: fc.boolean(),
    tempoDeterminato: fc.boolean(),
    associazione: fc.constantFrom('F2' as const, 'E1' as const, undefined),
  })
  .map(({ associazione, ...resto }): DatiCalcolo => (associazione === undefined ? resto : { ...resto, associazione }));

describe('properties of calcola', () => {
  it('shares add up to the total, and each is worth less than it', () => {
    fc.assert(
      fc.property(situazioni, (dati) => {
        const { totale, quotaLavoratore, quotaDatore } = calcola(dati, norme());
        expect(quotaLavoratore + quotaDatore).toBe(totale);
        expect(quotaLavoratore).toBeGreaterThanOrEqual(0);
        expect(quotaLavoratore).toBeLessThan(quotaDatore);
      }),
    );
  });

  it('more hours never cost less, at the same week', () => {
    fc.assert(
      fc.property(situazioni, fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 300 }), (dati, ore, piu) => {
        const con = (quante: number) => calcola({ ...dati, ore: new Decimale(quante) }, norme()).totale;
        expect(con(ore + piu)).toBeGreaterThanOrEqual(con(ore));
      }),
    );
  });

  it('whole hours split in two parts give the same cents when added again', () => {
    fc.assert(
      fc.property(
        situazioni,
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 200 }),
        (dati, prima, seconda) => {
          const con = (ore: number) => calcola({ ...dati, ore: new Decimale(ore) }, norme());
          const [a, b, insieme] = [con(prima), con(seconda), con(prima + seconda)];
          expect(a.totale + b.totale).toBe(insieme.totale);
          expect(a.quotaLavoratore + b.quotaLavoratore).toBe(insieme.quotaLavoratore);
        },
      ),
    );
  });

  it('every arithmetic step, worked out again from its text, gives its printed result', () => {
    let controllati = 0;
    fc.assert(
      fc.property(situazioni, (dati) => {
        for (const passo of calcola(dati, norme()).passi) {
          const valore = valutaFormula(passo.formula);
          if (valore === undefined) continue;
          const { valore: stampato, cifre } = risultatoNumero(passo);
          // The quotient of a quotient carries an error in the 34th digit; the 20th is exact.
          const atteso = valore.toDecimalPlaces(20).toDecimalPlaces(cifre);
          expect(`${passo.formula} = ${stampato.toFixed()}`).toBe(`${passo.formula} = ${atteso.toFixed()}`);
          controllati++;
        }
      }),
    );
    expect(controllati).toBeGreaterThan(500);
  });

  it('the steps end in the amounts of the result', () => {
    fc.assert(
      fc.property(situazioni, (dati) => {
        const calcolo = calcola(dati, norme());
        const finale = calcolo.passi.findLast(({ etichetta }) =>
          /^(?:Contributi del trimestre|Totale da versare)$/.test(etichetta),
        );
        expect(finale && risultatoNumero(finale).valore.times(100).toNumber()).toBe(calcolo.totale);
        for (const { fonte } of calcolo.passi) expect(fonte.titolo).not.toBe('');
      }),
    );
  });

  it('does not touch its input', () => {
    fc.assert(
      fc.property(situazioni, (dati) => {
        const prima = JSON.stringify(dati);
        void calcola(Object.freeze(dati), norme()).passi;
        expect(JSON.stringify(dati)).toBe(prima);
      }),
      { numRuns: 20 },
    );
  });
});

describe('dividiMezzoInSu', () => {
  it.each([
    [5, 10, 1],
    [4, 10, 0],
    [15, 10, 2],
    [0, 7, 0],
    [7, 1, 7],
  ])('%i / %i → %i', (dividendo, divisore, atteso) => expect(dividiMezzoInSu(dividendo, divisore)).toBe(atteso));

  it('is decimal.js’s half-up on any pair of integers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 50 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (dividendo, divisore) => {
          const atteso = new Decimale(dividendo).dividedBy(divisore).toDecimalPlaces(0).toNumber();
          expect(dividiMezzoInSu(dividendo, divisore)).toBe(atteso);
        },
      ),
    );
  });

  it.each([
    [-1, 2],
    [1, 0],
    [1.5, 2],
    [2 ** 53, 2],
  ])('refuses %d / %d', (dividendo, divisore) => {
    expect(() => dividiMezzoInSu(dividendo, divisore)).toThrow(RangeError);
  });
});
