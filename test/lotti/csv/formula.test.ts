import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeFormula, neutralizeFormula } from '../../../src/lotti/csv/formula.ts';

describe('neutralizeFormula (AB-37)', () => {
  it.each([
    '=1+1',
    '+A1',
    '-A1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠A',
    '+1+1',
    '-2*3',
    '--1',
    '=',
    '@',
  ])('makes %j a text', (cella) => expect(neutralizeFormula(cella)).toBe(`'${cella}`));

  it.each(['', 'Rossi', "'=1", '1=1', '-2,5', '-1.234,56', '+39 333 1234567', '+393331234567', '-', '- 3', '€ -3'])(
    'leaves %j as it is',
    (cella) => expect(neutralizeFormula(cella)).toBe(cella),
  );
});

describe('mayBeFormula', () => {
  it('misses no text that would have to be neutralised', () => {
    const inizio = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '＝',
      '＋',
      '－',
      '＠',
      'a',
      '1',
      ' ',
      'è',
      '€',
    );
    fc.assert(
      fc.property(inizio, fc.string(), (primo, resto) => {
        const testo = primo + resto;
        expect(neutralizeFormula(testo) === testo || mayBeFormula(Buffer.from(testo), 0)).toBe(true);
      }),
    );
  });

  it('lets ordinary cells be copied as they stand', () => {
    for (const cella of ['Rossi', '4/2020', 'è', '€', ' x', ';', '"']) {
      expect([cella, mayBeFormula(Buffer.from(cella), 0)]).toEqual([cella, false]);
    }
  });
});
