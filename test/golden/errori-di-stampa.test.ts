import { describe, expect, it } from 'vitest';
import { calcola } from '../../src/contributi/calcola.ts';
import { contributoDaAliquote } from '../../src/norme/controlli-anno.ts';
import { norme } from '../../src/norme/norme.ts';
import { parseEuro } from '../../src/valori/denaro.ts';
import { dati } from '../contributi/dati.ts';

const fascia = (anno: number, effettiva: string) =>
  calcola(dati({ trimestre: `4/${anno}`, oreSettimanali: '10', effettiva }), norme()).fascia;

/** Wrong figures met in print: what ours would be if they had been believed. */
describe('slips of printed tables are not ours', () => {
  it('INPS circ. 23/2014 prints 5.00 for the convenzionale above 24 hours: its own 1.08 and 1.09 need 5.06', () => {
    const tariffe = (convenzionale: string) =>
      ['19.9675', '20.0875'].map((base) => contributoDaAliquote(parseEuro(convenzionale), [base, '1.40']));
    expect(tariffe('5.00')).toEqual([107, 107]);
    expect(tariffe('5.06')).toEqual([108, 109]);
    expect(norme().tabella(2014).fasce[3]).toMatchObject({
      convenzionale: 506,
      tempoDeterminato: { conCuaf: 108, senzaCuaf: 109 },
    });
  });

  it('stranieriinitalia.it prints 2.34 for the 3rd band of 2026 senza CUAF: 11.70 × 20.0875% is 2.35', () => {
    const { contributo, convenzionale } = norme().tabella(2026).fasce[2];
    expect(contributoDaAliquote(convenzionale, ['20.0875'])).toBe(235);
    expect(contributo).toEqual({ conCuaf: 234, senzaCuaf: 235 });
    expect(norme().tabella(2026).fasce[3].contributo).toEqual({ conCuaf: 124, senzaCuaf: 125 });
  });

  it.each([
    // The limits of the year before: 7.97 and 9.70 instead of 8.06 and 9.81.
    ['colfbadanti.eu', 2019, '8,00', 1, '9,75', 2],
    // 7.86 and 9.57 instead of 7.88 and 9.59.
    ['informazionipertutti.it', 2015, '7,87', 1, '9,58', 2],
    // 10.06 instead of 10.86.
    ['pmi.it', 2023, '8,92', 1, '10,50', 2],
  ])('%s moves the limits of %i', (_pagina, anno, prima, attesa, seconda, altraAttesa) => {
    expect([fascia(anno, prima), fascia(anno, seconda)]).toEqual([attesa, altraAttesa]);
  });
});
