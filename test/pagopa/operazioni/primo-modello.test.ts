import { describe, expect, it } from 'vitest';
import { faultPaa } from '../../../src/pagopa/faults.ts';
import type { FaultBean } from '../../../src/pagopa/nodo-client.ts';
import * as copia from '../../../src/pagopa/operazioni/nodo-chiedi-copia-rt.ts';
import * as pendenti from '../../../src/pagopa/operazioni/nodo-chiedi-lista-pendenti-rpt.ts';
import * as stato from '../../../src/pagopa/operazioni/nodo-chiedi-stato-rpt.ts';
import * as carrello from '../../../src/pagopa/operazioni/nodo-invia-carrello-rpt.ts';
import * as inviaRpt from '../../../src/pagopa/operazioni/nodo-invia-rpt.ts';
import * as inviaRt from '../../../src/pagopa/operazioni/paa-invia-rt.ts';
import { buildRpt } from '../../../src/pagopa/rpt/build-rpt.ts';
import { buildRt } from '../../../src/pagopa/rpt/build-rt.ts';
import { leggiBusta, scriviSoapFault } from '../../../src/pagopa/soap/busta.ts';
import { intestazione, rpt, rt } from '../esempi.ts';
import { validaUfficiale } from '../schemi-ufficiali.ts';

const stazione = { intermediario: '80078750587', stazione: '80078750587_01', password: 'password1' };
const { dominio, iuv, ccp } = intestazione;
const chiave = { dominio, iuv, ccp };
const fault: FaultBean = {
  faultCode: 'PPT_SEMANTICA',
  faultString: 'Errore semantico.',
  id: 'NodoDeiPagamentiSPC',
  description: '<importo> & "altro"',
  serial: 2,
  originalFaultCode: 'X',
  originalFaultString: 'Y',
  originalDescription: 'Z',
};
/** Every message the tests below write goes through the official schemas too. */
function valida(xml: string): string {
  validaUfficiale(xml);
  return xml;
}

describe('nodoInviaCarrelloRPT', () => {
  const xml = buildRpt(rpt);
  const richiesta = {
    ...carrello.CANALE_WISP,
    intestazione: { ...stazione, idCarrello: '202180078750587010000000000000000A1' },
    password: 'password1',
  };

  it('carries 1-5 RPTs in base64 under the cart header', () => {
    const soap = valida(
      carrello.buildNodoInviaCarrelloRpt({
        ...richiesta,
        elementi: Array.from({ length: 5 }, () => ({ chiave, xml })),
      }),
    );
    const letta = carrello.readNodoInviaCarrelloRpt(leggiBusta(soap));
    expect(letta.elementi).toHaveLength(5);
    expect(Buffer.from(letta.elementi[0]?.rpt ?? []).toString()).toBe(xml);
    expect(letta).toMatchObject({ psp: 'AGID_01', password: 'password1' });
    expect(letta.intestazione.idCarrello).toBe('202180078750587010000000000000000A1');
    expect(letta).not.toHaveProperty('multiBeneficiario');
  });

  it('is refused with six RPTs, naming the operation', () => {
    const sei = carrello.buildNodoInviaCarrelloRpt({
      ...richiesta,
      elementi: Array.from({ length: 6 }, () => ({ chiave, xml })),
    });
    expect(() => leggiBusta(sei)).toThrow(
      expect.objectContaining({ motivo: 'schema', operazione: 'nodoInviaCarrelloRPT' }) as Error,
    );
  });

  it.each([
    [{ esito: 'OK', url: 'http://localhost:3001/wallet/welcome?idSession=a&b=1' } as const],
    [{ esito: 'KO', fault, erroriRpt: [] } as const],
    [{ esito: 'KO', erroriRpt: [fault, { ...fault, serial: 3 }] } as const],
  ])('answers %o', (risposta) => {
    const soap = valida(carrello.buildNodoInviaCarrelloRptRisposta(risposta));
    expect(carrello.parseNodoInviaCarrelloRptRisposta(soap)).toEqual(risposta);
  });

  it.each(['', '<url></url>'])(
    'OK without an address (%s) is no answer: nobody knows what became of the cart',
    (url) => {
      const ok = carrello.buildNodoInviaCarrelloRptRisposta({ esito: 'OK', url: 'http://x/y' });
      const senza = ok.replace('<url>http://x/y</url>', url);
      expect(() => carrello.parseNodoInviaCarrelloRptRisposta(senza)).toThrow(/without url/);
      expect(() => carrello.parseNodoInviaCarrelloRptRisposta(ok.replace('>OK<', '>prova<'))).toThrow(/prova/);
    },
  );
});

describe('nodoInviaRPT', () => {
  it('carries one RPT under its own header', () => {
    const dati = { ...carrello.CANALE_WISP, intestazione, password: 'password1', xml: buildRpt(rpt) };
    const letta = inviaRpt.readNodoInviaRpt(leggiBusta(valida(inviaRpt.buildNodoInviaRpt(dati))));
    expect(letta.intestazione).toEqual(intestazione);
    expect(Buffer.from(letta.rpt).toString()).toBe(dati.xml);
  });

  it.each([[{ esito: 'OK', url: 'http://x/y?idSession=1' } as const], [{ esito: 'OK' } as const]])(
    'answers %o',
    (risposta) => {
      const soap = valida(inviaRpt.buildNodoInviaRptRisposta(risposta));
      expect(inviaRpt.parseNodoInviaRptRisposta(soap)).toEqual(risposta);
    },
  );

  it('answers KO with the fault', () => {
    const soap = valida(inviaRpt.buildNodoInviaRptRisposta({ esito: 'KO', fault }));
    expect(inviaRpt.parseNodoInviaRptRisposta(soap)).toEqual({ esito: 'KO', fault });
  });

  it('that half means yes is no answer', () => {
    const ok = inviaRpt.buildNodoInviaRptRisposta({ esito: 'OK' });
    for (const detto of ['KO', 'prova']) {
      expect(() => inviaRpt.parseNodoInviaRptRisposta(ok.replace('>OK<', `>${detto}<`))).toThrow(/disagree/);
    }
    const ko = inviaRpt.buildNodoInviaRptRisposta({ esito: 'KO', fault });
    expect(() => inviaRpt.parseNodoInviaRptRisposta(ko.replace('>KO<', '>OK<'))).toThrow(/disagree/);
  });
});

describe('nodoChiediStatoRPT', () => {
  it('asks with station, password and key', () => {
    const domanda = { stazione, chiave };
    expect(stato.readDomandaRpt(leggiBusta(valida(stato.buildNodoChiediStatoRpt(domanda))))).toEqual(domanda);
  });

  it('answers the state with its history, or a fault', () => {
    const risposta = {
      stato: 'RPT_PARCHEGGIATA_NODO',
      url: 'http://x/wallet/welcome?idSession=1',
      storico: [{ data: '2021-01-05T10:30:01', stato: 'RPT_RICEVUTA_NODO', descrizione: 'ricevuta' }],
    };
    const soap = valida(stato.buildNodoChiediStatoRptRisposta(risposta));
    expect(stato.parseNodoChiediStatoRptRisposta(soap)).toEqual(risposta);
    const ko = valida(stato.buildNodoChiediStatoRptRisposta({ fault }));
    expect(stato.parseNodoChiediStatoRptRisposta(ko)).toEqual({ fault });
    expect(stato.parseNodoChiediStatoRptRisposta(ko.replace('<esito><stato></stato></esito>', ''))).toEqual({ fault });
  });
});

describe('nodoChiediCopiaRT', () => {
  it('answers the bytes of the RT, or a fault', () => {
    const domanda = { stazione, chiave };
    expect(stato.readDomandaRpt(leggiBusta(valida(copia.buildNodoChiediCopiaRt(domanda))))).toEqual(domanda);
    const xml = buildRt(rt);
    const letta = copia.parseNodoChiediCopiaRtRisposta(valida(copia.buildNodoChiediCopiaRtRisposta({ xml })));
    expect('rt' in letta && Buffer.from(letta.rt).toString()).toBe(xml);
    const ko = valida(copia.buildNodoChiediCopiaRtRisposta({ fault }));
    expect(copia.parseNodoChiediCopiaRtRisposta(ko)).toEqual({ fault });
  });
});

describe('nodoChiediListaPendentiRPT', () => {
  it('asks with a range and a size', () => {
    const domanda = { stazione, dominio, da: '2021-01-01T00:00:00', a: '2021-01-31T23:59:59', dimensioneLista: 100 };
    const soap = valida(pendenti.buildNodoChiediListaPendentiRpt(domanda));
    expect(pendenti.readNodoChiediListaPendentiRpt(leggiBusta(soap))).toEqual(domanda);
    const minima = { stazione, dimensioneLista: 1 };
    const soapMinima = valida(pendenti.buildNodoChiediListaPendentiRpt(minima));
    expect(pendenti.readNodoChiediListaPendentiRpt(leggiBusta(soapMinima))).toEqual(minima);
  });

  it('answers the pending keys with their states', () => {
    const risposta = { totale: 1, pendenti: [{ ...chiave, stato: 'RPT_ACCETTATA_PSP' }] };
    const soap = valida(pendenti.buildNodoChiediListaPendentiRptRisposta(risposta));
    expect(pendenti.parseNodoChiediListaPendentiRptRisposta(soap)).toEqual(risposta);
    const ko = valida(pendenti.buildNodoChiediListaPendentiRptRisposta({ fault }));
    expect(pendenti.parseNodoChiediListaPendentiRptRisposta(ko)).toEqual({ fault });
  });
});

describe('paaInviaRT', () => {
  it('hands over the RT under the header of its RPT', () => {
    const xml = buildRt(rt);
    const letta = inviaRt.parsePaaInviaRt(valida(inviaRt.buildPaaInviaRt({ intestazione, xml })));
    expect(letta.intestazione).toEqual(intestazione);
    expect(Buffer.from(letta.rt).toString()).toBe(xml);
  });

  it('answers in two nested elements, the inner one unqualified', () => {
    const ok = valida(inviaRt.buildPaaInviaRtRisposta({ esito: 'OK' }));
    expect(ok).toContain('<ppt:paaInviaRTRisposta><paaInviaRTRisposta><esito>OK</esito></paaInviaRTRisposta>');
    expect(inviaRt.parsePaaInviaRtRisposta(ok)).toEqual({ esito: 'OK' });
    const duplicata = { esito: 'KO', fault: faultPaa('PAA_RT_DUPLICATA', dominio) } as const;
    const ko = valida(inviaRt.buildPaaInviaRtRisposta(duplicata));
    expect(inviaRt.parsePaaInviaRtRisposta(ko)).toEqual(duplicata);
  });

  it('is refused without its header, in qualified children, or as another operation', () => {
    const soap = inviaRt.buildPaaInviaRt({ intestazione, xml: buildRt(rt) });
    const senzaHeader = soap.replace(/<soapenv:Header>.*<\/soapenv:Header>/, '');
    expect(() => inviaRt.parsePaaInviaRt(senzaHeader)).toThrow(/needs the header/);
    const qualificata = soap.replace('<rt>', '<ppt:rt>').replace('</rt>', '</ppt:rt>');
    expect(() => inviaRt.parsePaaInviaRt(qualificata)).toThrow(expect.objectContaining({ motivo: 'schema' }) as Error);
    expect(() => inviaRt.parsePaaInviaRt(scriviSoapFault('Server', 'down <&>'))).toThrow(/got Fault/);
  });

  it('is refused with two bodies or an unknown namespace', () => {
    const soap = inviaRt.buildPaaInviaRt({ intestazione, xml: buildRt(rt) });
    const corpo = /<soapenv:Body>.*<\/soapenv:Body>/.exec(soap)?.[0] ?? '';
    expect(() => leggiBusta(soap.replace(corpo, corpo + corpo))).toThrow(
      expect.objectContaining({ motivo: 'busta' }) as Error,
    );
    expect(() => leggiBusta(soap.replace('"http://ws.pagamenti.telematici.gov/"', '"urn:altro"'))).toThrow(/namespace/);
  });
});
