import { describe, expect, it } from 'vitest';
import {
  buildFlussoRiversamento,
  causaleAccredito,
  type FlussoRiversamento,
  flussoDellaCausale,
  parseFlussoRiversamento,
} from '../../../src/pagopa/flussi/flusso-riversamento.ts';
import * as flussi from '../../../src/pagopa/operazioni/nodo-chiedi-flussi.ts';
import { leggiBusta } from '../../../src/pagopa/soap/busta.ts';
import { ID_NODO } from '../../../src/pagopa/soap/fault.ts';
import { centesimi } from '../../../src/valori/denaro.ts';
import { validaUfficiale } from '../schemi-ufficiali.ts';

const flusso: FlussoRiversamento = {
  id: '2021-01-06SIMLUN01-0000000001',
  dataOra: '2021-01-07T08:00:00',
  regolamento: 'TRN0001',
  dataRegolamento: '2021-01-06',
  mittente: { tipo: 'B', codice: 'SIMLITM1', denominazione: 'Banca della Luna' },
  bicBanca: 'SIMLITM1',
  ricevente: { tipo: 'G', codice: '80078750587', denominazione: 'INPS' },
  totale: centesimi(50000),
  righe: [
    { iuv: '1', iur: 'a', indice: 1, importo: centesimi(33800), codice: '0', dataEsito: '2021-01-05' },
    { iuv: '2', iur: 'b', importo: centesimi(16200), codice: '9', dataEsito: '2021-01-05' },
  ],
};

function valida(xml: string): string {
  validaUfficiale(xml);
  return xml;
}

describe('a flow', () => {
  it('comes back as it was written, and both schemas accept it', () => {
    expect(parseFlussoRiversamento(valida(buildFlussoRiversamento(flusso)))).toEqual({ ...flusso, nonComprese: [] });
  });

  it('carries payments made in stand-in', () => {
    const righe = flusso.righe.map((riga, i) => ({ ...riga, codice: i === 0 ? ('4' as const) : ('8' as const) }));
    expect(parseFlussoRiversamento(buildFlussoRiversamento({ ...flusso, righe })).righe).toEqual(righe);
  });

  it.each([
    ['an unknown code', 'Pagamento>9<', 'Pagamento>7<', 'codice di esito 7'],
    ['a code in letters', 'Pagamento>9<', 'Pagamento>NOVE<', 'codice di esito NOVE'],
    ['an inherited name for a code', 'Pagamento>9<', 'Pagamento>toString<', 'codice di esito toString'],
    [
      'a day that is not',
      'Pagamento>2021-01-05</dataEsitoSingoloPagamento></datiSingoliPagamenti></F',
      'Pagamento>2021-02-30</dataEsitoSingoloPagamento></datiSingoliPagamenti></F',
      'data dell’esito 2021-02-30',
    ],
    ['an amount with a comma', '>162.00<', '>162,00<', 'importo 162,00'],
    ['an IUV too long', 'Versamento>2<', `Versamento>${'2'.repeat(36)}<`, `IUV ${'2'.repeat(36)}`],
    ['no IUR', /<identificativoUnivocoRiscossione>b<.identificativoUnivocoRiscossione>/, '', 'IUR '],
  ])('sets a payment apart that it does not understand, and keeps the others: %s', (_nome, da, a, difetto) => {
    const letto = parseFlussoRiversamento(buildFlussoRiversamento(flusso).replace(da, a));
    expect(letto.righe).toEqual([flusso.righe[0]]);
    expect(letto.nonComprese).toMatchObject([{ posto: 2, difetto }]);
  });

  it('is read when its days bear a time zone', () => {
    const xml = buildFlussoRiversamento(flusso).replaceAll('>2021-01-05<', '>2021-01-05+01:00<');
    expect(parseFlussoRiversamento(xml).righe).toEqual(flusso.righe);
  });

  it('is for a legal person alone', () => {
    const xml = buildFlussoRiversamento(flusso).replace('Univoco>G<', 'Univoco>A<');
    expect(() => parseFlussoRiversamento(xml)).toThrow(expect.objectContaining({ motivo: 'schema' }) as Error);
  });

  it('that does not add up is refused whole', () => {
    const xml = buildFlussoRiversamento(flusso);
    expect(() => parseFlussoRiversamento(xml.replace('500.00', '500.01'))).toThrow(/sum/);
    expect(() => parseFlussoRiversamento(xml.replace('Pagamenti>2<', 'Pagamenti>3<'))).toThrow(/numeroTotale/);
  });

  it('of ten thousand payments is read', () => {
    const righe = Array.from({ length: 10_000 }, (_, i) => ({ ...flusso.righe[1], iur: `r${i}` }) as never);
    const totale = centesimi(16200 * 10_000);
    expect(parseFlussoRiversamento(buildFlussoRiversamento({ ...flusso, righe, totale })).righe).toHaveLength(10_000);
  });
});

describe('the credit transfer', () => {
  it('names its flow', () => {
    const causale = causaleAccredito('2021-01-05', flusso.id);
    expect(causale).toBe('/PUR/LGPE-RIVERSAMENTO Cumulativo pagamenti del 20210105/URI/2021-01-06SIMLUN01-0000000001');
    expect(flussoDellaCausale(causale)).toBe(flusso.id);
    expect(flussoDellaCausale('bonifico di Mario')).toBeUndefined();
  });
});

describe('asking for flows', () => {
  const stazione = { intermediario: '80078750587', stazione: '80078750587_01', password: 'password1' };
  const fault = { faultCode: 'PPT_ID_FLUSSO_SCONOSCIUTO', faultString: 'x', id: ID_NODO };

  it('lists them', () => {
    const domanda = { stazione, dominio: '80078750587', psp: 'SIMLUN01' };
    const soap = valida(flussi.buildNodoChiediElencoFlussi(domanda));
    expect(flussi.readNodoChiediElencoFlussi(leggiBusta(soap))).toEqual(domanda);
    const risposta = { flussi: [{ id: flusso.id, dataOra: flusso.dataOra }] };
    const xml = valida(flussi.buildNodoChiediElencoFlussiRisposta(risposta));
    expect(flussi.parseNodoChiediElencoFlussiRisposta(xml)).toEqual(risposta);
    const ko = valida(flussi.buildNodoChiediElencoFlussiRisposta({ fault }));
    expect(flussi.parseNodoChiediElencoFlussiRisposta(ko)).toEqual({ fault });
  });

  it('gets one', () => {
    const domanda = { stazione, dominio: '80078750587', id: flusso.id };
    const soap = valida(flussi.buildNodoChiediFlusso(domanda));
    expect(flussi.readNodoChiediFlusso(leggiBusta(soap))).toEqual(domanda);
    const xml = buildFlussoRiversamento(flusso);
    const letta = flussi.parseNodoChiediFlussoRisposta(valida(flussi.buildNodoChiediFlussoRisposta({ xml })));
    expect('xml' in letta && Buffer.from(letta.xml).toString()).toBe(xml);
    const ko = valida(flussi.buildNodoChiediFlussoRisposta({ fault }));
    expect(flussi.parseNodoChiediFlussoRisposta(ko)).toEqual({ fault });
  });
});
