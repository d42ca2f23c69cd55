import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPaGetPayment } from '../../src/pagopa/avvisi/pa-get-payment.ts';
import { buildPaSendRt, type RicevutaAvviso } from '../../src/pagopa/avvisi/pa-send-rt.ts';
import { buildPaVerifyPaymentNotice } from '../../src/pagopa/avvisi/pa-verify-payment-notice.ts';
import { buildPaaAttivaRpt, buildPaaVerificaRpt } from '../../src/pagopa/operazioni/paa-attivazione.ts';
import { buildPaaInviaRt } from '../../src/pagopa/operazioni/paa-invia-rt.ts';
import { buildRt } from '../../src/pagopa/rpt/build-rt.ts';
import { ente } from '../bollettini/ambiente.ts';
import { rt } from '../pagopa/esempi.ts';
import { ufficialiPresenti, validaUfficiale } from '../pagopa/schemi-ufficiali.ts';
import { conTesto, guastiDi } from '../simulatore/guasti.ts';
import { type AmbientePagamenti, ambientePagamenti, emetti } from './ambiente.ts';
import { ricevutaDi, stazione } from './avviso-pagato.ts';
import { daNodo } from './da-nodo.ts';

let a: AmbientePagamenti;
let ricevuta: RicevutaAvviso;
let avviso: string;
let iuv: string;
let ricevute = 0;
const PERSONA = {
  tipo: 'F',
  codice: 'RSSMRA80A01D620V',
  anagrafica: 'Mario Rossi',
  indirizzo: 'Via Prova',
  civico: '1',
  cap: '40100',
  localita: 'Bologna',
  provincia: 'BO',
  nazione: 'IT',
  email: 'persona@example.org',
} as const;
beforeAll(async () => {
  a = await ambientePagamenti();
  const bollettino = await emetti(a);
  ({ codiceAvviso: avviso, iuv } = bollettino);
  const altro = { pspCodiceFiscale: '99999900060', pspPartitaIva: '99999900060', debitore: PERSONA, versante: PERSONA };
  ricevuta = ricevutaDi(bollettino, {
    ...altro,
    ufficio: 'Domestici',
    nota: 'nota',
    metadati: [{ chiave: 'k', valore: 'v' }],
  });
});
afterAll(() => a.prova.close());

const { intermediario, codiceFiscale: dominio } = ente;
const intestazione = () => ({ intermediario, stazione: ente.stazione, dominio, iuv, ccp: 'a'.repeat(32) });
const domanda = () => ({ stazione, qr: { dominio, avviso } });
const senza = (...nomi: readonly string[]): readonly string[] => nomi.map((nome) => `senza ${nome}`);
const INDIRIZZO = senza('streetName', 'civicNumber', 'postalCode', 'city', 'stateProvinceRegion', 'country', 'e-mail');
const DELLA_RICEVUTA = [
  ...senza('officeName', 'pspFiscalCode', 'pspPartitaIVA', 'payer', 'paymentMethod', 'fee'),
  ...senza('paymentDateTime', 'applicationDate', 'transferDate', 'metadata'),
  ...INDIRIZZO,
  'receiptId vuoto',
  'due mapEntry',
  'due transfer',
];
const PERSONE_RPT = ['Versante', 'Pagatore'].flatMap((chi) =>
  ['indirizzo', 'civico', 'cap', 'localita', 'provincia', 'nazione', 'e-mail'].map(
    (campo) => `senza pay_i:${campo}${chi}`,
  ),
);
const STAZIONE_AVVISI = [
  ['idPA', '00000000000', 'PAA_ID_DOMINIO_ERRATO'],
  ['idBrokerPA', 'ALTRO', 'PAA_ID_INTERMEDIARIO_ERRATO'],
  ['idStation', 'ALTRA', 'PAA_STAZIONE_INT_ERRATA'],
] as const;
const STAZIONE_RPT = [
  ['identificativoDominio', '00000000000', 'PAA_ID_DOMINIO_ERRATO'],
  ['identificativoIntermediarioPA', 'ALTRO', 'PAA_ID_INTERMEDIARIO_ERRATO'],
  ['identificativoStazioneIntermediarioPA', 'ALTRA', 'PAA_STAZIONE_INT_ERRATA'],
] as const;
const IGNOTO = ['noticeNumber', '301000000000099999', 'PAA_PAGAMENTO_SCONOSCIUTO'] as const;

/** What the node sends to a creditor: a good message, what its schema bears, what names somebody or something else. */
const PRIMITIVE: readonly {
  readonly nome: string;
  readonly dentroA: 'Header' | 'Body';
  readonly buona: () => string;
  readonly tollerati: readonly string[];
  readonly ignoti: readonly (readonly [string, string, string])[];
}[] = [
  {
    nome: 'paVerifyPaymentNotice',
    dentroA: 'Body',
    buona: () => buildPaVerifyPaymentNotice(domanda()),
    tollerati: [],
    ignoti: [...STAZIONE_AVVISI, IGNOTO],
  },
  ...([1, 2] as const).map((versione) => ({
    nome: `paGetPayment V${versione}`,
    dentroA: 'Body' as const,
    buona: () =>
      buildPaGetPayment({
        ...domanda(),
        versione,
        importo: ricevuta.importo,
        nota: 'n',
        tipoTrasferimento: 'PAGOPA',
        scadenza: '2021-01-11',
      }),
    tollerati: senza('amount', 'paymentNote', 'transferType', 'dueDate'),
    ignoti: [...STAZIONE_AVVISI, IGNOTO],
  })),
  ...([1, 2] as const).map((versione) => ({
    nome: `paSendRT V${versione}`,
    dentroA: 'Body' as const,
    buona: () =>
      buildPaSendRt({
        versione,
        stazione,
        ricevuta: { ...ricevuta, idRicevuta: `${avviso}-${(ricevute += 1)}` },
      }),
    tollerati: [...DELLA_RICEVUTA, ...(versione === 2 ? senza('paymentNote') : [])],
    ignoti: [...STAZIONE_AVVISI],
  })),
  {
    nome: 'paaVerificaRPT',
    dentroA: 'Header',
    buona: () => buildPaaVerificaRpt({ intestazione: intestazione(), psp: 'SIMTAB06' }),
    tollerati: [],
    ignoti: [...STAZIONE_RPT, ['identificativoUnivocoVersamento', '01000000000099999', 'PAA_PAGAMENTO_SCONOSCIUTO']],
  },
  {
    nome: 'paaAttivaRPT',
    dentroA: 'Header',
    buona: () =>
      buildPaaAttivaRpt({
        intestazione: intestazione(),
        psp: 'SIMTAB06',
        intermediarioPsp: '99999900060',
        canale: '99999900060_SPORTELLO',
        importo: ricevuta.importo,
        versante: PERSONA,
        pagatore: PERSONA,
      }),
    tollerati: [...senza('soggettoVersante', 'soggettoPagatore'), ...PERSONE_RPT],
    ignoti: [...STAZIONE_RPT, ['identificativoUnivocoVersamento', '01000000000099999', 'PAA_PAGAMENTO_SCONOSCIUTO']],
  },
  {
    nome: 'paaInviaRT',
    dentroA: 'Header',
    buona: () =>
      buildPaaInviaRt({ intestazione: intestazione(), xml: buildRt({ ...rt, dominio, iuv, ccp: 'a'.repeat(32) }) }),
    // An empty RT is a matter of its own schema; the signature's kind is always empty.
    tollerati: ['tipoFirma vuoto', 'rt vuoto'],
    ignoti: [...STAZIONE_RPT, ['identificativoUnivocoVersamento', '01000000000099999', 'PAA_SEMANTICA']],
  },
];

const faultDi = (xml: string): string => /<faultCode>([^<]*)/.exec(xml)?.[1] ?? 'OK';
const sintassi = (fault: string): boolean => /^PAA_SINTASSI_(EXTRA)?XSD$/.test(fault);

async function manda(xml: string, azione: string): Promise<string> {
  const risposta = await daNodo(a.pagamenti, xml, azione);
  validaUfficiale(risposta);
  return faultDi(risposta);
}

function buonoPerUfficiali(xml: string): boolean {
  try {
    validaUfficiale(xml);
    return true;
  } catch {
    return false;
  }
}

describe.each(PRIMITIVE)('$nome, from the node', ({ nome, dentroA, buona, tollerati, ignoti }) => {
  const azione = nome.replace(/ V1$/, '').replace(/ V2$/, 'V2');

  it('with anything missing, empty or twice is out of its schema, and of the official one', async () => {
    const passati: string[] = [];
    for (const guasto of guastiDi(buona(), dentroA)) {
      const detto = await manda(guasto.xml, azione);
      if (!sintassi(detto)) passati.push(guasto.nome);
      const dentroLaBusta = !/soapenv:|ppt:|pafn:|ppthead:/.test(guasto.nome);
      // Of a creditor's own XSD fault an RT's is one too.
      if (ufficialiPresenti && dentroLaBusta && guasto.nome !== 'rt vuoto') {
        expect([guasto.nome, buonoPerUfficiali(guasto.xml)]).toEqual([guasto.nome, !sintassi(detto)]);
      }
    }
    expect(passati.sort()).toEqual(tollerati.filter((uno) => uno !== 'rt vuoto').sort());
  });

  it('that names somebody or something else is told so', async () => {
    for (const [elemento, valore, fault] of ignoti) {
      expect([elemento, await manda(conTesto(buona(), elemento, valore), azione)]).toEqual([elemento, fault]);
    }
  });
});

describe('an RT from the node', () => {
  it('with anything missing, empty or twice is out of its schema, and of the official one', async () => {
    const intera = { ...rt, dominio, iuv, ccp: 'a'.repeat(32), versante: PERSONA, pagatore: PERSONA };
    const passati: string[] = [];
    for (const guasto of guastiDi(buildRt(intera))) {
      const detto = await manda(buildPaaInviaRt({ intestazione: intestazione(), xml: guasto.xml }), 'paaInviaRT');
      if (!sintassi(detto)) passati.push(guasto.nome);
      if (ufficialiPresenti) {
        expect([guasto.nome, buonoPerUfficiali(guasto.xml)]).toEqual([guasto.nome, !sintassi(detto)]);
      }
    }
    const persone = PERSONE_RPT.map((uno) => uno.replace('pay_i:', ''));
    const altri = [
      ...senza(
        'identificativoStazioneRichiedente',
        'soggettoVersante',
        'datiSingoloPagamento',
        'esitoSingoloPagamento',
      ),
      ...senza('commissioniApplicatePSP'),
      'due datiSingoloPagamento',
    ];
    expect(passati.sort()).toEqual([...altri, ...persone].sort());
  });
});
