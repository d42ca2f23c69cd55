import { describe, expect, it } from 'vitest';
import { buildRt } from '../../../src/pagopa/rpt/build-rt.ts';
import { controllaRt } from '../../../src/pagopa/rpt/controlla-rt.ts';
import { parseRt } from '../../../src/pagopa/rpt/parse-rt.ts';
import { centesimi } from '../../../src/valori/denaro.ts';
import { rpt, rt, rtNegativa } from '../esempi.ts';
import { validaUfficiale } from '../schemi-ufficiali.ts';

describe('RT', () => {
  it.each([
    ['eseguito', rt],
    ['non eseguito', rtNegativa],
    ['decorrenza termini', { ...rtNegativa, esito: '3' as const, pagamenti: [] }],
    [
      'with attachment and commissions of both sides',
      {
        ...rt,
        pagamenti: rt.pagamenti.map((singolo) => ({
          ...singolo,
          commissioniPa: centesimi(10),
          allegato: { tipo: 'ES' as const, base64: 'AAAA' },
        })),
      },
    ],
  ])('%s comes back as it was written, and both schemas accept it', (_nome, ricevuta) => {
    const xml = buildRt(ricevuta);
    validaUfficiale(xml);
    expect(parseRt(xml)).toEqual(ricevuta);
  });

  it('refuses an RPT in its place', () => {
    expect(() => parseRt(buildRt(rt).replaceAll('RT>', 'RPT>').replace('<RT ', '<RPT '))).toThrow();
  });
});

describe('controllaRt', () => {
  const codici = (ricevuta: typeof rt) => controllaRt(ricevuta, rpt).map((difetto) => difetto.codice);

  it('finds nothing wrong in a sound RT, executed or not', () => {
    expect(codici(rt)).toEqual([]);
    expect(codici(rtNegativa)).toEqual([]);
  });

  it('names each broken rule', () => {
    const [singolo] = rt.pagamenti;
    if (singolo === undefined) throw new Error('the example has one payment');
    expect(codici({ ...rt, ccp: 'altro' })).toEqual(['chiave']);
    expect(codici({ ...rt, riferimentoMessaggio: 'RPTaltra' })).toEqual(['riferimento']);
    expect(codici({ ...rt, pagamenti: [{ ...singolo, importo: centesimi(33799) }] })).toEqual(['somma']);
    expect(codici({ ...rt, esito: '1' })).toEqual(['esito-negativo-con-importo']);
    expect(codici({ ...rt, importoTotale: centesimi(0), pagamenti: [] })).toEqual([
      'numero-pagamenti',
      'importo-diverso',
    ]);
    const { esito: _esito, ...senzaEsito } = rtNegativa.pagamenti[0] ?? singolo;
    expect(codici({ ...rtNegativa, pagamenti: [senzaEsito] })).toEqual(['esito-senza-descrizione']);
  });

  it('does not call executed an RT of another amount', () => {
    const meno = { ...rt, importoTotale: centesimi(33700) };
    const pagamenti = rt.pagamenti.map((singolo) => ({ ...singolo, importo: centesimi(33700) }));
    expect(codici({ ...meno, pagamenti })).toEqual(['importo-diverso']);
  });
});
