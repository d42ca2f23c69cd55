import { describe, expect, it } from 'vitest';
import { difettiIndirizzo, formatIndirizzo, NESSUN_INDIRIZZO, parseIndirizzo } from '../../src/anagrafe/indirizzo.ts';

const buono = { via: ' Via  Aldini', civico: '3', cap: '40136', comune: 'Bologna', provincia: 'bo', nazione: '' };
const svizzero = {
  via: 'Bahnhofstrasse',
  civico: '1',
  cap: '8001',
  comune: 'Zürich',
  provincia: '',
  nazione: 'svizzera',
};

describe('parseIndirizzo', () => {
  it('cleans what was written, and takes nothing for no address', () => {
    const indirizzo = {
      via: 'Via Aldini',
      civico: '3',
      cap: '40136',
      comune: 'Bologna',
      provincia: 'BO',
      nazione: 'IT',
    };
    expect(parseIndirizzo(buono)).toEqual(indirizzo);
    expect(formatIndirizzo(indirizzo)).toBe('Via Aldini 3, 40136 Bologna (BO)');
    expect(formatIndirizzo({ ...indirizzo, civico: '' })).toBe('Via Aldini, 40136 Bologna (BO)');
    expect(parseIndirizzo({ ...NESSUN_INDIRIZZO, civico: ' ' })).toBeUndefined();
  });

  it('takes one abroad, with its country by name or by two letters', () => {
    const pulito = { ...svizzero, nazione: 'CH' };
    expect(parseIndirizzo(svizzero)).toEqual(pulito);
    expect(parseIndirizzo({ ...svizzero, nazione: ' ch ' })).toEqual(pulito);
    expect(formatIndirizzo(pulito)).toBe('Bahnhofstrasse 1, 8001 Zürich, SVIZZERA');
    const inglese = { ...pulito, cap: 'SW1A 1AA', comune: 'London', nazione: 'Regno Unito' };
    expect(parseIndirizzo(inglese)).toMatchObject({ cap: 'SW1A 1AA', nazione: 'GB' });
    expect(parseIndirizzo({ ...pulito, cap: '', provincia: 'Zürich' })).toMatchObject({ cap: '', provincia: 'Zürich' });
    expect(parseIndirizzo({ ...buono, nazione: 'Italia' })).toMatchObject({ provincia: 'BO', nazione: 'IT' });
    expect(parseIndirizzo({ ...NESSUN_INDIRIZZO, nazione: 'IT' })).toBeUndefined();
  });

  it.each([
    ['a country that is none', { ...svizzero, nazione: 'Elvezia' }, ['nazione']],
    ['a foreign address without its country', { ...svizzero, nazione: '' }, ['provincia', 'cap']],
    ['one abroad without a town', { ...svizzero, comune: ' ' }, ['comune']],
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
