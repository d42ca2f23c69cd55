import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldToAscii } from '../../../src/pagopa/identificativi/testo-ascii.ts';

describe('foldToAscii', () => {
  it.each([
    ['Nicolò Perché', 'Nicolo Perche'],
    ['Łódź Święta', 'Lodz Swieta'],
    ['Ștefania Țurcanu', 'Stefania Turcanu'],
    ['Nguyễn Thị Hương', 'Nguyen Thi Huong'],
    ['Straße Ærø', 'Strasse Aero'],
    ['Юлія Шевченко', 'Iuliia Shevchenko'],
    ['Щербакова Анна', 'Shcherbakova Anna'],
    ['Йовка Цветанова', 'Iovka Tsvetanova'],
    ['D’Angelo', "D'Angelo"],
    ['e\u0301', 'e'],
    ['№ 5 – 2 €', 'N 5 - 2 EUR'],
    ['ﬁlo', 'filo'],
    ['4° trimestre', '4 trimestre'],
    ['李', 'Li'],
  ])('%s → %s', (testo, atteso) => {
    expect(foldToAscii(testo)).toBe(atteso);
  });

  it('gives printable ASCII whatever it gets, and leaves ASCII alone', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (testo) => /^[ -~]*$/.test(foldToAscii(testo))));
    fc.assert(fc.property(fc.stringMatching(/^[A-Za-z0-9 .,'-]*$/), (testo) => foldToAscii(testo) === testo));
  });
});
