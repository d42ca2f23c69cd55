import { describe, expect, it } from 'vitest';
import { difettiIndirizzo, formatIndirizzo, NESSUN_INDIRIZZO, parseIndirizzo } from '../../src/anagrafe/indirizzo.ts';

const buono = { via: ' Via  Aldini', civico: '3', cap: '40136', comune: 'Bologna', provincia: 'bo' };

describe('parseIndirizzo', () => {
  it('cleans what was written, and takes nothing for no address', () => {
    const indirizzo = { via: 'Via Aldini', civico: '3', cap: '40136', comune: 'Bologna', provincia: 'BO' };
    expect(parseIndirizzo(buono)).toEqual(indirizzo);
    expect(formatIndirizzo(indirizzo)).toBe('Via Aldini 3, 40136 Bologna (BO)');
    expect(formatIndirizzo({ ...indirizzo, civico: '' })).toBe('Via Aldini, 40136 Bologna (BO)');
    expect(parseIndirizzo({ ...NESSUN_INDIRIZZO, civico: ' ' })).toBeUndefined();
  });

  it.each([
    ['a part alone', { ...NESSUN_INDIRIZZO, civico: '3' }, ['via', 'cap', 'comune', 'provincia']],
    ['a CAP without the zeros that a sheet took', { ...buono, cap: '184' }, ['cap']],
    ['a number for a street', { ...buono, via: '3' }, ['via']],
    ['a CAP in the town', { ...buono, comune: '40136 Bologna' }, ['comune']],
    ['a province in letters', { ...buono, provincia: 'Bologna' }, ['provincia']],
    ['what cannot be seen', { ...buono, via: 'Via\u200b Aldini' }, ['via']],
    ['a text that pagoPA does not take', { ...buono, via: 'V'.repeat(71), civico: '1'.repeat(17) }, ['via', 'civico']],
  ])('names %s', (_, scritto, campi) => {
    expect(difettiIndirizzo(scritto).map(({ campo }) => campo)).toEqual(campi);
    expect(() => parseIndirizzo(scritto)).toThrow(new RegExp(`^${campi[0] ?? ''}: `));
  });
});
