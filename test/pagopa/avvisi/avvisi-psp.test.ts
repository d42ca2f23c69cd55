import { describe, expect, it } from 'vitest';
import * as activate from '../../../src/pagopa/avvisi/activate-payment-notice.ts';
import * as outcome from '../../../src/pagopa/avvisi/send-payment-outcome.ts';
import * as verify from '../../../src/pagopa/avvisi/verify-payment-notice.ts';
import { leggiBusta } from '../../../src/pagopa/soap/busta.ts';
import { ID_NODO } from '../../../src/pagopa/soap/fault.ts';
import { centesimi } from '../../../src/valori/denaro.ts';
import { rpt } from '../esempi.ts';
import { validaUfficiale } from '../schemi-ufficiali.ts';

const psp = {
  idPsp: 'SIMTAB06',
  intermediario: '99999900060',
  canale: '99999900060_SPORTELLO',
  password: 'simulazione',
};
const qr = { dominio: '80078750587', avviso: '303000000000000124' };
const fault = { faultCode: 'PPT_PAGAMENTO_IN_CORSO', faultString: 'in corso', id: ID_NODO };

function valida(xml: string): string {
  validaUfficiale(xml);
  return xml;
}

describe('verifyPaymentNotice', () => {
  it('asks and is answered', () => {
    const richiesta = { psp, qr };
    expect(verify.readVerifyPaymentNotice(leggiBusta(valida(verify.buildVerifyPaymentNotice(richiesta))))).toEqual(
      richiesta,
    );
    const risposta: verify.VerifyPaymentNoticeRes = {
      esito: 'OK',
      importo: centesimi(33800),
      opzione: 'EQ',
      scadenza: '2021-01-11',
      descrizione: 'Contributi 4/2020',
      dominio: qr.dominio,
      ente: 'INPS',
      ufficio: 'Domestici',
    };
    expect(verify.parseVerifyPaymentNoticeRes(valida(verify.buildVerifyPaymentNoticeRes(risposta)))).toEqual(risposta);
    const standIn = { ...risposta, standIn: true };
    expect(verify.parseVerifyPaymentNoticeRes(valida(verify.buildVerifyPaymentNoticeRes(standIn)))).toEqual(standIn);
    const ko = valida(verify.buildVerifyPaymentNoticeRes({ esito: 'KO', fault }));
    expect(verify.parseVerifyPaymentNoticeRes(ko)).toEqual({ esito: 'KO', fault });
  });
});

describe.each([1, 2] as const)('activatePaymentNotice, version %i', (versione) => {
  it('takes a notice and gets a token', () => {
    const richiesta: activate.ActivatePaymentNotice = {
      versione,
      psp,
      chiaveIdempotenza: '99999900060_0123456789',
      qr,
      durataMs: 600_000,
      importo: centesimi(33800),
      nota: 'carrello 1',
    };
    const soap = valida(activate.buildActivatePaymentNotice(richiesta));
    expect(activate.readActivatePaymentNotice(leggiBusta(soap))).toEqual(richiesta);
    const risposta: activate.ActivatePaymentNoticeRes = {
      esito: 'OK',
      importo: centesimi(33800),
      descrizione: 'Contributi 4/2020',
      dominio: qr.dominio,
      ente: 'INPS',
      token: 'c110729d258c4ab1b765fe902aae41d6',
      trasferimenti: [
        {
          id: 1,
          importo: centesimi(33800),
          dominio: qr.dominio,
          iban: 'IT60X0542811101000000123456',
          causale: '/RFB/03000000000000124/338.00',
          ...(versione === 2 && { categoria: '9/0301109AP/', ente: 'INPS' }),
        },
      ],
      iuv: '03000000000000124',
    };
    const ok = valida(activate.buildActivatePaymentNoticeRes(risposta, versione));
    expect(activate.parseActivatePaymentNoticeRes(ok, versione)).toEqual(risposta);
    expect(() =>
      activate.parseActivatePaymentNoticeRes(ok.replace(/<paymentToken>.*<\/paymentToken>/, ''), versione),
    ).toThrow(/token/);
    const standIn = { ...risposta, standIn: true };
    const segnata = valida(activate.buildActivatePaymentNoticeRes(standIn, versione));
    expect(activate.parseActivatePaymentNoticeRes(segnata, versione)).toEqual(standIn);
    const ko = valida(activate.buildActivatePaymentNoticeRes({ esito: 'KO', fault }, versione));
    expect(activate.parseActivatePaymentNoticeRes(ko, versione)).toEqual({ esito: 'KO', fault });
  });
});

describe.each([1, 2] as const)('sendPaymentOutcome, version %i', (versione) => {
  it('tells how it ended', () => {
    const richiesta: outcome.SendPaymentOutcome = {
      versione,
      psp,
      chiaveIdempotenza: '99999900060_0123456790',
      token: versione === 2 ? ['a', 'b', 'c', 'd', 'e'] : ['a'],
      esito: 'OK',
      dettagli: {
        metodo: 'cash',
        canale: 'frontOffice',
        commissione: centesimi(200),
        versante: rpt.pagatore,
        dataApplicazione: '2021-01-08',
        dataTrasferimento: '2021-01-11',
      },
    };
    const soap = valida(outcome.buildSendPaymentOutcome(richiesta));
    expect(outcome.readSendPaymentOutcome(leggiBusta(soap))).toEqual(richiesta);
    const { dettagli: _dettagli, ...senza } = { ...richiesta, esito: 'KO' as const };
    const ko = valida(outcome.buildSendPaymentOutcome(senza));
    expect(outcome.readSendPaymentOutcome(leggiBusta(ko))).toEqual(senza);
    for (const risposta of [{ esito: 'OK' as const }, { esito: 'KO' as const, fault }]) {
      const xml = valida(outcome.buildSendPaymentOutcomeRes(risposta, versione));
      expect(outcome.parseSendPaymentOutcomeRes(xml, versione)).toEqual(risposta);
    }
  });
});

describe('the schema of a PSP’s messages', () => {
  it.each([
    ['an idempotency key without its ten characters', '99999900060_0123456789', '99999900060_1'],
    ['a token that lives more than half an hour', '600000', '1800001'],
    ['a notice of 17 digits', qr.avviso, qr.avviso.slice(1)],
  ])('refuses %s', (_che, da, a) => {
    const soap = activate.buildActivatePaymentNotice({
      versione: 1,
      psp,
      chiaveIdempotenza: '99999900060_0123456789',
      qr,
      durataMs: 600_000,
      importo: centesimi(33800),
    });
    expect(() => leggiBusta(soap.replace(da, a))).toThrow(expect.objectContaining({ motivo: 'schema' }) as Error);
  });
});
