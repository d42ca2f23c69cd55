import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIdCarrello } from '../../../src/pagopa/rpt/id-carrello.ts';
import { buildRpt } from '../../../src/pagopa/rpt/build-rpt.ts';
import { parseRpt } from '../../../src/pagopa/rpt/parse-rpt.ts';
import { centesimi } from '../../../src/valori/denaro.ts';
import { rpt } from '../esempi.ts';
import { validaUfficiale } from '../schemi-ufficiali.ts';

describe('RPT', () => {
  it('comes back as it was written, and both schemas accept it', () => {
    const xml = buildRpt(rpt);
    validaUfficiale(xml);
    expect(parseRpt(xml)).toEqual(rpt);
    expect(parseRpt(Buffer.from(xml))).toEqual(rpt);
  });

  it('is the same bytes for the same data', () => {
    expect(buildRpt({ ...rpt })).toBe(buildRpt(rpt));
  });

  it('carries a versante, a digital stamp and debit coordinates', () => {
    const ricca = {
      ...rpt,
      versante: { tipo: 'G', codice: '12345678903', anagrafica: 'Studio «Ferri & figli»' } as const,
      ibanAddebito: 'IT60X0542811101000000123456',
      bicAddebito: 'SIMLITM1',
      versamenti: [
        {
          importo: centesimi(33800),
          causale: 'x',
          datiSpecificiRiscossione: '9/abc',
          bollo: { tipo: '01', hash: 'AAAA', provincia: 'BO' },
          commissioneCaricoPa: centesimi(1),
        },
      ],
    };
    const xml = buildRpt(ricca);
    validaUfficiale(xml);
    expect(parseRpt(xml)).toEqual(ricca);
  });

  it('survives any name: markup is escaped, illegal characters are shown, length is cut at 70', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 90 }), (nome) => {
        fc.pre(nome.trim() !== '');
        const xml = buildRpt({ ...rpt, pagatore: { ...rpt.pagatore, anagrafica: nome } });
        validaUfficiale(xml);
        const letto = parseRpt(xml).pagatore.anagrafica;
        expect([...letto].length).toBeLessThanOrEqual(70);
        expect(letto.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out address parts that are empty', () => {
    const xml = buildRpt({ ...rpt, pagatore: { ...rpt.pagatore, civico: ' ', provincia: '' } });
    validaUfficiale(xml);
    expect(parseRpt(xml).pagatore).not.toHaveProperty('civico');
  });

  it.each([
    ['a wrong date', '<dataEsecuzionePagamento>2021-01-05', '<dataEsecuzionePagamento>2021-13-05'],
    ['three decimals', '>338.00<', '>338.000<'],
    ['an unknown element', '<firmaRicevuta>', '<altro/><firmaRicevuta>'],
    ['an unknown tipoVersamento', '>BBT<', '>XXX<'],
    ['an empty name', '>Alessandra Bernini<', '><'],
  ])('is refused with %s', (_che, da, a) => {
    const guasta = buildRpt(rpt).replace(da, a);
    expect(guasta).not.toBe(buildRpt(rpt));
    expect(() => parseRpt(guasta)).toThrow(expect.objectContaining({ motivo: 'schema' }) as Error);
  });
});

describe('identificativoCarrello', () => {
  it('has its 35 characters', () => {
    const id = buildIdCarrello({ anno: 2021, dominio: '80078750587', codiceSorgente: '01', progressivo: 161n });
    expect(id).toBe('202180078750587010000000000000000A1');
  });

  it('refuses a creditor that is not 11 characters long', () => {
    const dati = { anno: 2021, dominio: '8007', codiceSorgente: '01', progressivo: 1n };
    expect(() => buildIdCarrello(dati)).toThrow(RangeError);
  });
});
