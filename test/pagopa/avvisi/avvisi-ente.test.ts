import { describe, expect, it } from 'vitest';
import * as get from '../../../src/pagopa/avvisi/pa-get-payment.ts';
import * as rt from '../../../src/pagopa/avvisi/pa-send-rt.ts';
import * as verify from '../../../src/pagopa/avvisi/pa-verify-payment-notice.ts';
import type { Trasferimento } from '../../../src/pagopa/avvisi/trasferimento.ts';
import { faultPaa } from '../../../src/pagopa/faults.ts';
import { leggiBusta } from '../../../src/pagopa/soap/busta.ts';
import { centesimi } from '../../../src/valori/denaro.ts';
import { rpt } from '../esempi.ts';
import { validaUfficiale } from '../schemi-ufficiali.ts';

const dominio = '80078750587';
const richiesta = {
  stazione: { idPa: dominio, intermediario: dominio, stazione: `${dominio}_01` },
  qr: { dominio, avviso: '303000000000000124' },
};
const fault = faultPaa('PAA_PAGAMENTO_SCADUTO', dominio);
const trasferimento: Trasferimento = {
  id: 1,
  importo: centesimi(33800),
  dominio,
  iban: 'IT60X0542811101000000123456',
  causale: '/RFB/03000000000000124/338.00',
  categoria: '9/0301109AP/',
};
const dati: get.DatiPagamentoAvviso = {
  iuv: '03000000000000124',
  importo: centesimi(33800),
  scadenza: '2021-01-11',
  ultimoPagamento: true,
  descrizione: 'Contributi 4/2020',
  ente: 'INPS',
  ufficio: 'Lavoratori domestici',
  debitore: rpt.pagatore,
  trasferimenti: [trasferimento],
};
const ricevuta: rt.RicevutaAvviso = {
  idRicevuta: 'c110729d258c4ab1b765fe902aae41d6',
  avviso: richiesta.qr.avviso,
  dominio,
  esito: 'OK',
  iuv: dati.iuv,
  importo: dati.importo,
  descrizione: dati.descrizione,
  ente: 'INPS',
  debitore: rpt.pagatore,
  trasferimenti: [trasferimento],
  idPsp: 'SIMTAB06',
  pspCodiceFiscale: '99999900060',
  pspPartitaIva: '99999900060',
  psp: 'Ricevitorie del Molo',
  canale: '99999900060_SPORTELLO',
  descrizioneCanale: 'frontOffice',
  versante: rpt.pagatore,
  metodo: 'cash',
  commissione: centesimi(200),
  dataOra: '2021-01-08T10:35:12',
  dataApplicazione: '2021-01-08',
  dataTrasferimento: '2021-01-11',
};

function valida(xml: string): string {
  validaUfficiale(xml);
  return xml;
}

describe('paVerifyPaymentNotice', () => {
  it('asks about a notice and is answered with amount and due date', () => {
    const soap = valida(verify.buildPaVerifyPaymentNotice(richiesta));
    expect(verify.readPaVerifyPaymentNotice(leggiBusta(soap))).toEqual(richiesta);
    const risposta: verify.PaVerifyPaymentNoticeRes = {
      esito: 'OK',
      importo: centesimi(33800),
      opzione: 'EQ',
      scadenza: '2021-01-11',
      dettaglio: 'Contributi <4/2020>',
      soloPostale: false,
      descrizione: 'Contributi 4/2020',
      dominio,
      ente: 'INPS',
      ufficio: 'Lavoratori domestici',
    };
    const ok = valida(verify.buildPaVerifyPaymentNoticeRes(risposta));
    expect(verify.parsePaVerifyPaymentNoticeRes(ok)).toEqual(risposta);
  });

  it('answers KO with a fault, and neither OK with one nor KO without', () => {
    const ko = valida(verify.buildPaVerifyPaymentNoticeRes({ esito: 'KO', fault }));
    expect(verify.parsePaVerifyPaymentNoticeRes(ko)).toEqual({ esito: 'KO', fault });
    expect(() => verify.parsePaVerifyPaymentNoticeRes(ko.replace('KO<', 'OK<'))).toThrow(/disagree/);
    expect(() => verify.parsePaVerifyPaymentNoticeRes(ko.replace(/<fault>.*<\/fault>/, ''))).toThrow(/disagree/);
    const vuota = ko.replace(/<fault>.*<\/fault>/, '').replace('KO<', 'OK<');
    expect(() => verify.parsePaVerifyPaymentNoticeRes(vuota)).toThrow(/paymentList/);
  });
});

describe.each([1, 2] as const)('paGetPayment, version %i', (versione) => {
  it('asks and is answered with what to pay with', () => {
    const domanda: get.PaGetPayment = {
      versione,
      ...richiesta,
      importo: centesimi(33800),
      nota: 'carrello 1',
      tipoTrasferimento: 'PAGOPA',
      scadenza: '2021-01-11',
    };
    expect(get.readPaGetPayment(leggiBusta(valida(get.buildPaGetPayment(domanda))))).toEqual(domanda);
    const ok = valida(get.buildPaGetPaymentRes({ esito: 'OK', dati }, versione));
    expect(get.parsePaGetPaymentRes(ok, versione)).toEqual({ esito: 'OK', dati });
    const ko = valida(get.buildPaGetPaymentRes({ esito: 'KO', fault }, versione));
    expect(get.parsePaGetPaymentRes(ko, versione)).toEqual({ esito: 'KO', fault });
  });

  it('does not take the answer of the other version', () => {
    const altra = get.buildPaGetPaymentRes({ esito: 'OK', dati }, versione === 1 ? 2 : 1);
    expect(() => get.parsePaGetPaymentRes(altra, versione)).toThrow(/instead of/);
  });
});

describe.each([1, 2] as const)('paSendRT, version %i', (versione) => {
  it('brings the receipt and is answered', () => {
    const completa = versione === 2 ? { ...ricevuta, nota: 'carrello 1', commissioneEnte: centesimi(0) } : ricevuta;
    const invio = { versione, stazione: richiesta.stazione, ricevuta: completa };
    expect(rt.readPaSendRt(leggiBusta(valida(rt.buildPaSendRt(invio))))).toEqual(invio);
    const ok = valida(rt.buildPaSendRtRes({ esito: 'OK' }, versione));
    expect(rt.parsePaSendRtRes(ok, versione)).toEqual({ esito: 'OK' });
    const duplicata = { esito: 'KO', fault: faultPaa('PAA_RECEIPT_DUPLICATA', dominio) } as const;
    expect(rt.parsePaSendRtRes(valida(rt.buildPaSendRtRes(duplicata, versione)), versione)).toEqual(duplicata);
  });
});

describe('digital stamps in V2', () => {
  it('travel as a request to the PSP and as an attachment in the receipt', () => {
    const { iban: _iban, ...senzaIban } = trasferimento;
    const bollo = { ...senzaIban, bollo: { hash: 'AAAA', tipo: '01', provincia: 'BO' } };
    const xml = valida(get.buildPaGetPaymentRes({ esito: 'OK', dati: { ...dati, trasferimenti: [bollo] } }, 2));
    expect(get.parsePaGetPaymentRes(xml, 2)).toMatchObject({ dati: { trasferimenti: [bollo] } });
    const allegata = { ...senzaIban, bolloAllegato: 'AAAA' };
    const invio = {
      versione: 2 as const,
      stazione: richiesta.stazione,
      ricevuta: { ...ricevuta, trasferimenti: [allegata] },
    };
    expect(rt.readPaSendRt(leggiBusta(valida(rt.buildPaSendRt(invio))))).toEqual(invio);
  });
});
