import { describe, expect, it } from 'vitest';
import { buildCausale, parseCausale } from '../../../src/pagopa/identificativi/causale.ts';
import { centesimi } from '../../../src/valori/denaro.ts';

describe('buildCausale', () => {
  it('writes IUV, amount with a point, and text', () => {
    expect(buildCausale({ iuv: '01000000001234519', importo: centesimi(33_800), testo: 'Contributi 4/2020' })).toBe(
      '/RFB/01000000001234519/338.00/TXT/Contributi 4/2020',
    );
  });

  it('leaves out what is not given', () => {
    expect(buildCausale({ iuv: '01000000001234519' })).toBe('/RFB/01000000001234519');
  });

  it('uses the other form for ISO 11649 references', () => {
    expect(buildCausale({ iuv: 'RF45w9' })).toBe('/RFS/RF45w9');
  });

  it('has at most 140 characters that bank transfers carry', () => {
    const causale = buildCausale({
      iuv: '01000000001234519',
      importo: centesimi(1),
      testo: 'Ştefan & Łucja «è» '.repeat(20),
    });
    expect(causale).toMatch(/^[A-Za-z0-9/\-?:().,'+ ]{130,140}$/);
    expect(causale).toContain('/TXT/Stefan Lucja e Stefan');
  });
});

describe('parseCausale', () => {
  it('reads back what is written', () => {
    const causale = { iuv: '01000000001234519', importo: centesimi(33_800), testo: 'Contributi 4/2020' };
    expect(parseCausale(buildCausale(causale))).toEqual(causale);
  });

  it('reads the example of the node, whose text has slashes', () => {
    expect(parseCausale('/RFB/975060008225450157/16.00/TXT/DEBITORE/ABC')).toEqual({
      iuv: '975060008225450157',
      importo: 1_600,
      testo: 'DEBITORE/ABC',
    });
  });

  it('says that another text is not one', () => {
    expect(parseCausale('Bonifico contributi colf')).toBeUndefined();
  });
});
