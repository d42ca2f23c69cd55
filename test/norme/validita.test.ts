import { describe, expect, it } from 'vitest';
import { vale } from '../../src/norme/regole-scadenze.ts';
import { controllaSuccessione } from '../../src/norme/validita.ts';
import { type Giorno, parseGiorno } from '../../src/valori/giorno.ts';

function versione(dal: string, al?: string): { dal: Giorno; al?: Giorno } {
  return { dal: parseGiorno(dal), ...(al === undefined ? {} : { al: parseGiorno(al) }) };
}

describe('controllaSuccessione', () => {
  it.each([
    ['no version', []],
    ['one that still holds', [versione('2020-01-01')]],
    ['one that is over', [versione('2020-01-01', '2020-12-31')]],
    ['one of a single day', [versione('2020-01-01', '2020-01-01')]],
    [
      'three, day by day',
      [versione('2019-03-01', '2020-02-29'), versione('2020-03-01', '2020-03-31'), versione('2020-04-01')],
    ],
  ])('accepts %s', (_nome, versioni) => {
    expect(controllaSuccessione(versioni, 'cuaf')).toEqual([]);
  });

  it.each([
    [
      'an end before its beginning',
      [versione('2020-01-01', '2019-12-31')],
      [{ chiave: 'cuaf.0.al', motivo: '2019-12-31 viene prima di dal 2020-01-01' }],
    ],
    [
      'an open version that another follows',
      [versione('2019-01-01'), versione('2020-01-01')],
      [{ chiave: 'cuaf.0.al', motivo: 'manca, ma un’altra versione segue' }],
    ],
    [
      'a day without a rule',
      [versione('2019-01-01', '2019-12-31'), versione('2020-01-02')],
      [{ chiave: 'cuaf.1.dal', motivo: 'serve il giorno dopo 2019-12-31, non 2020-01-02' }],
    ],
    [
      'a day with two rules',
      [versione('2019-01-01', '2019-12-31'), versione('2019-12-31')],
      [{ chiave: 'cuaf.1.dal', motivo: 'serve il giorno dopo 2019-12-31, non 2019-12-31' }],
    ],
    [
      'two faults, in order',
      [versione('2019-01-01', '2019-06-30'), versione('2019-08-01'), versione('2020-01-01', '2019-01-01')],
      [
        { chiave: 'cuaf.1.dal', motivo: 'serve il giorno dopo 2019-06-30, non 2019-08-01' },
        { chiave: 'cuaf.1.al', motivo: 'manca, ma un’altra versione segue' },
        { chiave: 'cuaf.2.al', motivo: '2019-01-01 viene prima di dal 2020-01-01' },
      ],
    ],
  ])('tells %s', (_nome, versioni, attesi) => {
    expect(controllaSuccessione(versioni, 'cuaf')).toEqual(attesi);
  });
});

describe('vale', () => {
  const chiusa = versione('2020-02-01', '2020-02-29');
  it.each([
    ['2020-01-31', false],
    ['2020-02-01', true],
    ['2020-02-29', true],
    ['2020-03-01', false],
  ])('on %s: %s', (giorno, attesa) => {
    expect(vale(chiusa, parseGiorno(giorno))).toBe(attesa);
  });

  it('has no end without «al»', () => {
    expect(vale(versione('2020-02-01'), parseGiorno('2199-12-31'))).toBe(true);
  });
});
