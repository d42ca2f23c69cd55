import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { daNodo } from './da-nodo.ts';
import {
  buildPaGetPayment,
  type PaGetPaymentRes,
  parsePaGetPaymentRes,
} from '../../src/pagopa/avvisi/pa-get-payment.ts';
import {
  buildPaVerifyPaymentNotice,
  parsePaVerifyPaymentNoticeRes,
} from '../../src/pagopa/avvisi/pa-verify-payment-notice.ts';
import type { RichiestaEnte } from '../../src/pagopa/avvisi/richiesta-ente.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import { ente, QUARTO_2020 } from '../bollettini/ambiente.ts';
import { mandaRicevuta, ricevutaDi, stazione } from './avviso-pagato.ts';
import { type AmbientePagamenti, ambientePagamenti, consegnaRt, consegnati, emetti, rtDi, stati } from './ambiente.ts';

let a: AmbientePagamenti;
beforeEach(async () => {
  a = await ambientePagamenti();
});
afterEach(() => a.prova.close());

const richiesta = (avviso: string, modifiche: Partial<RichiestaEnte['stazione']> = {}): RichiestaEnte => ({
  stazione: { ...stazione, ...modifiche },
  qr: { dominio: ente.codiceFiscale, avviso },
});
const codice = (risposta: { readonly esito: string; readonly fault?: { readonly faultCode: string } }) =>
  risposta.fault?.faultCode ?? risposta.esito;

const verifica = async (r: RichiestaEnte) =>
  parsePaVerifyPaymentNoticeRes(await daNodo(a.pagamenti, buildPaVerifyPaymentNotice(r)));
const chiediPagamento = async (r: RichiestaEnte, versione: 1 | 2 = 2): Promise<PaGetPaymentRes> =>
  parsePaGetPaymentRes(await daNodo(a.pagamenti, buildPaGetPayment({ ...r, versione })), versione);

describe('paVerifyPaymentNotice', () => {
  it('tells what a notice is worth, its due date and what it is for', async () => {
    const bollettino = await emetti(a);
    expect(await verifica(richiesta(bollettino.codiceAvviso))).toMatchObject({
      esito: 'OK',
      importo: 33_800,
      opzione: 'EQ',
      scadenza: '2021-01-11',
      soloPostale: false,
      descrizione: 'Contributi lavoro domestico 4/2020 rapp. 99109784511',
    });
  });

  it('says that a prescribed quarter is past its due date, on the day after its term', async () => {
    a.prova.clock.set('2021-01-05T08:00:00Z');
    const { emessi } = await a.servizio.emetti(a.datore, a.rapporto.id, QUARTO_2020);
    const r = richiesta(emessi[0]?.codiceAvviso ?? '');
    a.prova.clock.set('2026-06-30T20:00:00Z');
    expect(codice(await verifica(r))).toBe('OK');
    a.prova.clock.set('2026-06-30T22:30:00Z');
    expect(codice(await verifica(r))).toBe('PAA_PAGAMENTO_SCADUTO');
    expect(codice(await chiediPagamento(r))).toBe('PAA_PAGAMENTO_SCADUTO');
    await a.servizio.dichiaraAtto(a.datore, emessi[0]?.id ?? '', parseGiorno('2025-05-12'));
    expect(codice(await verifica(r))).toBe('OK');
  });

  it('answers each state in pagoPA’s words', async () => {
    const bollettino = await emetti(a);
    const r = richiesta(bollettino.codiceAvviso);
    expect(codice(await verifica(richiesta('301000000000099999')))).toBe('PAA_PAGAMENTO_SCONOSCIUTO');
    expect(codice(await verifica(richiesta(bollettino.codiceAvviso, { idPa: '00000000000' })))).toBe(
      'PAA_ID_DOMINIO_ERRATO',
    );
    expect(codice(await verifica(richiesta(bollettino.codiceAvviso, { intermediario: '00000000000' })))).toBe(
      'PAA_ID_INTERMEDIARIO_ERRATO',
    );
    expect(codice(await verifica(richiesta(bollettino.codiceAvviso, { stazione: 'x' })))).toBe(
      'PAA_STAZIONE_INT_ERRATA',
    );
    const { tentativi } = await consegnati(a, [bollettino]);
    expect(codice(await verifica(r))).toBe('PAA_PAGAMENTO_IN_CORSO');
    const [tentativo] = tentativi;
    if (tentativo === undefined) throw new Error('no attempt');
    await consegnaRt(a, tentativo, await rtDi(a, tentativo));
    expect(codice(await verifica(r))).toBe('PAA_PAGAMENTO_DUPLICATO');
    const altro = await emetti(a, '3/2020');
    await a.servizio.elimina(a.datore, altro.id, 1);
    expect(codice(await verifica(richiesta(altro.codiceAvviso)))).toBe('PAA_PAGAMENTO_ANNULLATO');
    expect(codice(await chiediPagamento(richiesta(altro.codiceAvviso)))).toBe('PAA_PAGAMENTO_ANNULLATO');
  });

  it('refuses what its schema refuses, and an operation that is not there', async () => {
    const guasto = buildPaVerifyPaymentNotice(richiesta('301000000000099999')).replace(
      '<noticeNumber>',
      '<noticeNumber>x',
    );
    expect(codice(parsePaVerifyPaymentNoticeRes(await daNodo(a.pagamenti, guasto)))).toBe('PAA_SINTASSI_XSD');
    const altra = buildPaVerifyPaymentNotice(richiesta('301000000000099999')).replaceAll(
      'paVerifyPaymentNoticeReq',
      'paDemandPaymentNoticeRequest',
    );
    expect(await daNodo(a.pagamenti, altra)).toMatch(/Fault/);
  });
});

describe('paGetPayment', () => {
  it.each([1, 2] as const)('version %i gives debtor, account and causale, and locks nothing', async (versione) => {
    const bollettino = await emetti(a);
    const risposta = await chiediPagamento(richiesta(bollettino.codiceAvviso), versione);
    if (risposta.esito !== 'OK') throw new Error(codice(risposta));
    expect(risposta.dati).toMatchObject({
      iuv: bollettino.iuv,
      importo: 33_800,
      scadenza: '2021-01-11',
      debitore: { codice: 'RSSMRA80A01D620V', anagrafica: 'Mario Rossi' },
    });
    expect(risposta.dati.trasferimenti).toMatchObject([{ id: 1, importo: 33_800, iban: ente.iban }]);
    expect(await stati(a)).toMatchObject({ bollettini: ['nel-carrello'], tentativi: [] });
  });
});

describe('paSendRT', () => {
  it.each([1, 2] as const)(
    'version %i closes the payment, with its receipt among the payments made',
    async (versione) => {
      const bollettino = await emetti(a);
      expect(await mandaRicevuta(a, ricevutaDi(bollettino), versione)).toBe('OK');
      expect(await stati(a)).toEqual({
        bollettini: ['pagato'],
        tentativi: ['eseguito'],
        consegne: ['conclusa'],
        anomalie: [],
      });
      const [riga] = await a.pagamenti.effettuati(a.datore);
      expect(riga).toMatchObject({
        consegna: { modo: 'avviso', totale: 33_800 },
        ricevuta: {
          istitutoAttestante: 'Sportello di Prova',
          importoPagato: '338.00',
          commissione: '1.50',
          iur: 'c110729d258c4ab1b765fe902aae41d6',
        },
      });
    },
  );

  it.each([1, 2] as const)(
    'version %i is taken for a payment in Stand-in, of which nothing was asked',
    async (versione) => {
      const bollettino = await emetti(a);
      expect(await mandaRicevuta(a, ricevutaDi(bollettino, { standIn: true }), versione)).toBe('OK');
      expect(await stati(a)).toMatchObject({ bollettini: ['pagato'], anomalie: [] });
    },
  );

  it('is heard once however often it comes, also at the same moment', async () => {
    const bollettino = await emetti(a);
    const ricevuta = ricevutaDi(bollettino);
    const risposte = await Promise.all(Array.from({ length: 8 }, () => mandaRicevuta(a, ricevuta)));
    expect(new Set(risposte)).toEqual(new Set(['OK']));
    expect(await a.prova.knex('incassi')).toHaveLength(1);
    expect(await mandaRicevuta(a, { ...ricevuta, importo: centesimi(1), psp: 'Altro' })).toBe('PAA_RECEIPT_DUPLICATA');
    expect((await stati(a)).anomalie).toEqual(['rt-alterata']);
  });

  it('another payment of the same notice is kept and marked to be given back', async () => {
    const bollettino = await emetti(a);
    await mandaRicevuta(a, ricevutaDi(bollettino));
    expect(await mandaRicevuta(a, ricevutaDi(bollettino, { idRicevuta: 'altro' }))).toBe('PAA_RECEIPT_DUPLICATA');
    expect((await stati(a)).anomalie).toEqual(['pagamento-doppio']);
    expect((await a.prova.knex('incassi').select('natura').orderBy('natura')) as unknown[]).toEqual([
      { natura: 'doppio' },
      { natura: 'dovuto' },
    ]);
  });

  it('pays also while a cart waits for its RT: the cart’s money, if it comes, is the double one', async () => {
    const bollettino = await emetti(a);
    const { tentativi } = await consegnati(a, [bollettino]);
    const [tentativo] = tentativi;
    if (tentativo === undefined) throw new Error('no attempt');
    expect(await mandaRicevuta(a, ricevutaDi(bollettino))).toBe('OK');
    expect((await stati(a)).bollettini).toEqual(['pagato']);
    await consegnaRt(a, tentativo, await rtDi(a, tentativo));
    expect((await stati(a)).anomalie).toEqual(['pagamento-doppio']);
    expect((await stati(a)).bollettini).toEqual(['pagato']);
  });

  it('a cart that fails after the notice was paid gives nothing back to the cart', async () => {
    const bollettino = await emetti(a);
    const { tentativi } = await consegnati(a, [bollettino]);
    const [tentativo] = tentativi;
    if (tentativo === undefined) throw new Error('no attempt');
    await mandaRicevuta(a, ricevutaDi(bollettino));
    await consegnaRt(a, tentativo, await rtDi(a, tentativo, { esito: '1' }));
    expect(await stati(a)).toMatchObject({ bollettini: ['pagato'], anomalie: [] });
  });

  it('with another amount pays nothing and is shown to operators', async () => {
    const bollettino = await emetti(a);
    expect(await mandaRicevuta(a, ricevutaDi(bollettino, { importo: centesimi(33_000) }))).toBe('OK');
    expect(await stati(a)).toMatchObject({
      bollettini: ['in-pagamento'],
      tentativi: ['anomalo'],
      anomalie: ['avviso-importo-diverso'],
    });
    expect(await a.prova.knex('incassi')).toEqual([]);
  });

  it('for a notice of nobody, or removed, is kept', async () => {
    const bollettino = await emetti(a);
    const ignota = ricevutaDi(bollettino, { avviso: '301000000000099999', iuv: '01000000000099999' });
    expect(await mandaRicevuta(a, ignota)).toBe('PAA_PAGAMENTO_SCONOSCIUTO');
    await a.servizio.elimina(a.datore, bollettino.id, 1);
    expect(await mandaRicevuta(a, ricevutaDi(bollettino))).toBe('OK');
    expect(await stati(a)).toMatchObject({
      bollettini: ['pagato'],
      anomalie: ['avviso-sconosciuto', 'pagato-dopo-eliminazione'],
    });
  });

  it('leaves every message in the journal under its IUV', async () => {
    const bollettino = await emetti(a);
    await verifica(richiesta(bollettino.codiceAvviso));
    await chiediPagamento(richiesta(bollettino.codiceAvviso));
    await mandaRicevuta(a, ricevutaDi(bollettino));
    const eventi = await a.prova.archivio.letture.giornale.elenco({ iuv: bollettino.iuv });
    expect(eventi.map((evento) => `${evento.tipo} ${evento.sottotipo} ${evento.esito ?? ''}`.trim())).toEqual([
      'paVerifyPaymentNotice REQ',
      'paVerifyPaymentNotice RSP OK',
      'paGetPayment REQ',
      'paGetPayment RSP OK',
      'paSendRT REQ',
      'paSendRT RSP OK',
    ]);
  });
});
