import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPaGetPaymentRes, type DatiPagamentoAvviso } from '../../src/pagopa/avvisi/pa-get-payment.ts';
import { buildPaVerifyPaymentNoticeRes } from '../../src/pagopa/avvisi/pa-verify-payment-notice.ts';
import { faultPaa } from '../../src/pagopa/faults.ts';
import {
  buildPaaAttivazioneRisposta,
  type OperazioneAttivazione,
} from '../../src/pagopa/operazioni/paa-attivazione.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { rpt } from '../pagopa/esempi.ts';
import { validaUfficiale } from '../pagopa/schemi-ufficiali.ts';
import { type Banco, avviaBanco, DOMINIO, stazione } from './banco.ts';
import { avviaEnteAvvisi, type EnteAvvisi } from './ente-avvisi.ts';
import { conTesto, guastiDi } from './guasti.ts';
import { importo, pspDi, qrDi } from './psp-di-prova.ts';

const SECONDO = '12345678903';
const IBAN = 'IT60X0542811101000000123456';
const completo = {
  ...rpt.pagatore,
  indirizzo: 'Via Prova',
  civico: '1',
  cap: '40100',
  localita: 'Bologna',
  provincia: 'BO',
  nazione: 'IT',
  email: 'persona@example.org',
};

let ente: EnteAvvisi;
let modelli: Readonly<Record<'avvisi' | 'v2' | 'rpt', Banco>>;
beforeAll(async () => {
  ente = await avviaEnteAvvisi();
  const secondo = { ...stazione('http://127.0.0.1:9'), idDominio: SECONDO, stazione: `${DOMINIO}_02` };
  const con = (come: object): Promise<Banco> =>
    avviaBanco({ stazioni: [{ ...stazione('http://127.0.0.1:9'), ...come }, secondo] });
  const [avvisi, v2, primo] = await Promise.all([
    con({ urlAvvisi: ente.url }),
    con({ urlAvvisi: ente.url, versioneAvvisi: 2 }),
    con({ urlAttivazione: ente.url }),
  ]);
  modelli = { avvisi, v2, rpt: primo };
});
afterAll(async () => {
  await Promise.all(Object.values(modelli).map((banco) => banco.close()));
  await ente.close();
});

const transfer = (id: number, dominio = DOMINIO, iban = IBAN) => ({
  id,
  importo: centesimi(16900),
  dominio,
  iban,
  causale: 'contributi',
  categoria: '9/0301109AP/',
});
const dati: DatiPagamentoAvviso = {
  iuv: '01000000000000144',
  importo: centesimi(33800),
  scadenza: '2021-01-11',
  dataRitenzione: '2021-01-11T10:00:00',
  ultimoPagamento: true,
  descrizione: 'Contributi 4/2020',
  ente: 'INPS (simulato)',
  ufficio: 'Domestici',
  debitore: completo,
  trasferimenti: [transfer(1), transfer(2, SECONDO)],
};
const getPayment = (versione: 1 | 2, trasferimenti = dati.trasferimenti): string =>
  buildPaGetPaymentRes({ esito: 'OK', dati: { ...dati, trasferimenti } }, versione);
const verify = buildPaVerifyPaymentNoticeRes({
  esito: 'OK',
  importo,
  opzione: 'EQ',
  scadenza: '2021-01-11',
  dettaglio: 'unica rata',
  soloPostale: false,
  descrizione: 'Contributi 4/2020',
  dominio: DOMINIO,
  ente: 'INPS (simulato)',
  ufficio: 'Domestici',
});
const primoModello = (operazione: OperazioneAttivazione): string =>
  buildPaaAttivazioneRisposta(operazione, {
    esito: 'OK',
    dati: { importo, iban: IBAN, ente: rpt.ente, causale: 'contributi' },
  });

/** What the node tells the PSP when the creditor answers so. */
async function esitoDi(banco: Banco, passo: 'verifica' | 'attiva', risposta: string): Promise<string> {
  const qr = qrDi(ente.nuovo().avviso);
  ente.prossime.push(risposta);
  const psp = pspDi(banco.url);
  const detto = passo === 'verifica' ? await psp.verifica(qr) : await psp.attiva({ qr, importo });
  return detto.esito === 'OK' ? 'OK' : detto.fault.faultCode;
}

const ERRORE = 'PPT_STAZIONE_INT_PA_ERRORE_RESPONSE';
const SOGGETTO = ['streetName', 'civicNumber', 'postalCode', 'city', 'stateProvinceRegion', 'country', 'e-mail'];
const senza = (...nomi: readonly string[]): readonly string[] => nomi.map((nome) => `senza ${nome}`);

/** Answers of a creditor, the step they answer to, and what may be missing without the answer being refused. */
const RISPOSTE = [
  ['paVerifyPaymentNoticeRes', 'avvisi', 'verifica', verify, senza('dueDate', 'detailDescription', 'officeName')],
  [
    'paGetPaymentRes',
    'avvisi',
    'attiva',
    getPayment(1),
    senza('retentionDate', 'lastPayment', 'companyName', 'officeName', ...SOGGETTO),
  ],
  [
    'paGetPaymentV2Response',
    'v2',
    'attiva',
    getPayment(2),
    senza('retentionDate', 'lastPayment', 'officeName', ...SOGGETTO),
  ],
  ['paaVerificaRPTRisposta', 'rpt', 'verifica', primoModello('paaVerificaRPT'), senza('enteBeneficiario')],
  ['paaAttivaRPTRisposta', 'rpt', 'attiva', primoModello('paaAttivaRPT'), senza('enteBeneficiario')],
] as const;

describe('what a creditor answers to the node', () => {
  it.each(RISPOSTE)('%s is good as it is', async (_nome, modello, passo, buona) => {
    validaUfficiale(buona);
    expect(await esitoDi(modelli[modello], passo, buona)).toBe('OK');
  });

  it.each(RISPOSTE)(
    '%s with anything missing, empty or twice is no answer',
    async (nome, modello, passo, buona, ok) => {
      const esiti: Record<string, string> = {};
      const attesi: Record<string, string> = {};
      for (const guasto of guastiDi(buona, nome)) {
        esiti[guasto.nome] = await esitoDi(modelli[modello], passo, guasto.xml);
        attesi[guasto.nome] = ok.includes(guasto.nome) ? 'OK' : ERRORE;
      }
      expect(esiti).toEqual(attesi);
    },
  );

  it.each(RISPOSTE)('%s that says KO without a fault, or neither OK nor KO', async (_nome, modello, passo, buona) => {
    const esito = modello === 'rpt' ? 'esito' : 'outcome';
    for (const detto of ['KO', 'prova', 'ok', ' OK ']) {
      expect([detto, await esitoDi(modelli[modello], passo, conTesto(buona, esito, detto))]).toEqual([detto, ERRORE]);
    }
  });

  it.each(RISPOSTE)('%s that says OK and names a fault', async (_nome, modello, passo, buona) => {
    const { faultCode, faultString, id } = faultPaa('PAA_SEMANTICA', DOMINIO);
    const xml = `<fault><faultCode>${faultCode}</faultCode><faultString>${faultString}</faultString><id>${id}</id></fault>`;
    const [prima, dopo] = modello === 'rpt' ? [xml, ''] : ['', xml];
    const con = buona.replace(/<(esito|outcome)>OK<\/\1>/, `${prima}$&${dopo}`);
    expect(await esitoDi(modelli[modello], passo, con)).toBe(ERRORE);
  });
});

describe('a creditor’s parts to be paid', () => {
  it.each([
    ['numbered 1 and 3', [transfer(1), transfer(3, SECONDO)]],
    ['numbered 2 and 3', [transfer(2), transfer(3, SECONDO)]],
    ['numbered 1 and 1', [transfer(1), transfer(1, SECONDO)]],
    ['that do not add up', [transfer(1)]],
    ['for a creditor that the node does not know', [transfer(1), transfer(2, '10000000000')]],
    ['on an account that is not of its creditor', [transfer(1), transfer(2, SECONDO, 'IT45R0760103200000000001016')]],
  ])('%s are refused', async (_come, trasferimenti) => {
    expect(await esitoDi(modelli.avvisi, 'attiva', getPayment(1, trasferimenti))).toBe(ERRORE);
    expect(await esitoDi(modelli.v2, 'attiva', getPayment(2, trasferimenti))).toBe(ERRORE);
  });

  it('in any order are taken', async () => {
    const alContrario = [transfer(2, SECONDO), transfer(1)];
    expect(await esitoDi(modelli.avvisi, 'attiva', getPayment(1, alContrario))).toBe('OK');
  });

  it.each(['verifica', 'attiva'] as const)('in the first model go to an account it registered (%s)', async (passo) => {
    const operazione = passo === 'verifica' ? 'paaVerificaRPT' : 'paaAttivaRPT';
    const ignoto = conTesto(primoModello(operazione), 'ibanAccredito', 'IT40R0000000000000000300009');
    expect(await esitoDi(modelli.rpt, passo, ignoto)).toBe('PPT_IBAN_NON_CENSITO');
  });
});
