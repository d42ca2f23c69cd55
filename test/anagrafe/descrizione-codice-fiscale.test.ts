import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseCodiceFiscale } from '../../src/anagrafe/codice-fiscale.ts';
import { descriviCodiceFiscale } from '../../src/anagrafe/descrizione-codice-fiscale.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import { codiceFiscaleArbitrario, conOmocodia } from './arbitrari.ts';

const oggi = parseGiorno('2026-10-05');

describe('descriviCodiceFiscale', () => {
  it('tells sex, day and place of birth', () => {
    expect(descriviCodiceFiscale(parseCodiceFiscale('MLLSNT82P65Z404U'), oggi)).toEqual({
      tipo: 'persona',
      sesso: 'F',
      nascitePossibili: ['1982-09-25'],
      luogo: 'Z404',
      natoAllEstero: true,
      omocodia: false,
    });
  });

  it('gives both centuries where both fit: a boy of 2013 or a man of 1913', () => {
    const descrizione = descriviCodiceFiscale(parseCodiceFiscale('VRDGPP13R10B293P'), oggi);
    expect(descrizione).toMatchObject({ nascitePossibili: ['2013-10-10', '1913-10-10'], natoAllEstero: false });
  });

  it('knows that 29 February 1900 did not exist', () => {
    const codice = parseCodiceFiscale('RSSMRA00B29H501Y');
    expect(descriviCodiceFiscale(codice, oggi)).toMatchObject({ nascitePossibili: ['2000-02-29'] });
  });

  it('calls eleven digits provisional', () => {
    expect(descriviCodiceFiscale(parseCodiceFiscale('80078750587'), oggi)).toEqual({ tipo: 'provvisorio' });
  });

  it('tells the same of a code and of its omocodia variants', () => {
    fc.assert(
      fc.property(codiceFiscaleArbitrario(), fc.integer({ min: 1, max: 127 }), (codice, posti) => {
        const base = descriviCodiceFiscale(parseCodiceFiscale(codice), oggi);
        const variante = descriviCodiceFiscale(parseCodiceFiscale(conOmocodia(codice, posti)), oggi);
        expect(variante).toEqual({ ...base, omocodia: true });
      }),
    );
  });
});
