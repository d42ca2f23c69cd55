import { describe, expect, it } from 'vitest';
import { arrotondaAlCentesimo, Decimale, inEuro, parseDecimale } from '../../src/valori/decimale.ts';
import { centesimi } from '../../src/valori/denaro.ts';

describe('parseDecimale', () => {
  it.each([
    ['25', '25'],
    ['24,5', '24.5'],
    ['24.5', '24.5'],
    [' 0,000001 ', '0.000001'],
  ])('reads «%s»', (testo, atteso) => expect(parseDecimale(testo, 'ore').toFixed()).toBe(atteso));

  it.each(['', '-1', '1.', ',5', '1,0000001', '1e3', 'NaN', '1.234,5', '1234567890'])('refuses «%s»', (testo) => {
    expect(() => parseDecimale(testo, 'ore')).toThrow('ore: ');
    expect(() => parseDecimale(testo, 'ore')).toThrow('scrivere per esempio 25 oppure 24,5');
  });
});

describe('arrotondaAlCentesimo', () => {
  it.each([
    ['1.005', 101],
    ['1.004999', 100],
    ['0.715', 72],
    ['2.675', 268],
    ['338', 33800],
  ])('%s € is %i cents: half up', (euro, cents) => expect(arrotondaAlCentesimo(new Decimale(euro))).toBe(cents));

  it('is undone by inEuro', () => expect(arrotondaAlCentesimo(inEuro(centesimi(33801)))).toBe(33801));
});
