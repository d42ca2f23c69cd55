import { describe, expect, it } from 'vitest';
import { condizioni, solo } from './situazione.ts';

describe('the rows of a quarter in which the terms change', () => {
  it('stay apart for pays that differ in one band', () => {
    const termini = (importo: string, dal: string) => ({
      dal,
      oreSettimanali: '20',
      orario: ['0', '4', '4', '4', '4', '4', '0'],
      paga: { tipo: 'oraria', importo },
    });
    const righe = (seconda: string) =>
      solo({}, termini('5', '2015-01-01'), termini(seconda, '2020-11-01')).dettaglio?.righe.map(
        ({ ore, retribuzioneOrariaEffettiva, fascia }) => [ore.toFixed(), retribuzioneOrariaEffettiva, fascia],
      );
    // 5.00 × 13/12 = 5.42 €, 5.50 × 13/12 = 5.96 €: both in the first band of 2020, up to 8.10 €.
    expect(righe('5.50')).toEqual([
      ['100', 542, 1],
      ['160', 596, 1],
    ]);
    expect(righe('5')).toEqual([['260', 542, 1]]);
  });

  it('above 24 hours need no value of board, which in a year to come is not known; up to 24 they do', () => {
    const conVitto = { dal: '2005-01-01', paga: { tipo: 'mensile', importo: '900' }, vittoAlloggioGiorni: 7 };
    const calcolo = solo({ trimestre: '4/2027' }, condizioni({ ...conVitto, oreSettimanali: '40' }));
    expect([calcolo.fascia, calcolo.retribuzioneOrariaEffettiva]).toEqual([4, null]);
    expect(() => solo({ trimestre: '4/2027' }, condizioni({ ...conVitto, oreSettimanali: '24' }))).toThrow(
      'Il valore convenzionale di vitto e alloggio del 2027 non è noto',
    );
  });

  it('of who replaces an absent worker before 2013 have a step that was seen, without a law', () => {
    const { passi } = solo(
      { trimestre: '4/2012' },
      condizioni({ dal: '2012-01-01', tempoDeterminato: true, sostituzione: true }),
    );
    expect(passi.find(({ risultato }) => risultato === 'non dovuta')?.fonte).toEqual({
      titolo: 'prima del 2013 l’addizionale non esisteva',
      certezza: 'vista',
    });
  });
});
