import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildActivatePaymentNotice } from '../../src/pagopa/avvisi/activate-payment-notice.ts';
import { buildSendPaymentOutcome } from '../../src/pagopa/avvisi/send-payment-outcome.ts';
import { PERCORSO_NODO } from '../../src/simulatore/server.ts';
import { validaUfficiale } from '../pagopa/schemi-ufficiali.ts';
import { type Banco, avviaBanco, stazione } from './banco.ts';
import { avviaEnteAvvisi, type EnteAvvisi } from './ente-avvisi.ts';
import { conTesto } from './guasti.ts';
import { attiva, cometa, dettagli, importo, molo, pspDi, qrDi } from './psp-di-prova.ts';

const chiaveIdempotenza = '99999900060_0123456789';
const versante = { tipo: 'F', codice: 'RSSMRA80A01H501U', anagrafica: 'Persona di Prova' } as const;

let banco: Banco;
let ente: EnteAvvisi;
beforeEach(async () => {
  ente = await avviaEnteAvvisi();
  banco = await avviaBanco({
    stazioni: [{ ...stazione('http://127.0.0.1:9'), urlAvvisi: ente.url, versioneAvvisi: 2 }],
  });
});
afterEach(async () => {
  await banco.close();
  await ente.close();
});

async function manda(xml: string): Promise<string> {
  const risposta = await fetch(banco.url + PERCORSO_NODO, { method: 'POST', body: xml });
  const testo = await risposta.text();
  validaUfficiale(testo);
  return testo;
}
const codiceDi = (xml: string): string => /<faultCode>([^<]*)/.exec(xml)?.[1] ?? 'OK';
const tokenDi = (xml: string): string => /<paymentToken>([^<]*)/.exec(xml)?.[1] ?? '';

const attivazione = (versione: 1 | 2 = 1): string =>
  buildActivatePaymentNotice({
    versione,
    psp: molo,
    chiaveIdempotenza,
    qr: qrDi(ente.nuovo().avviso),
    durataMs: 600_000,
    importo,
    scadenza: '2021-01-11',
    nota: 'carrello 1',
  });
const esito = (token: string, versione: 1 | 2 = 1): string =>
  buildSendPaymentOutcome({
    versione,
    psp: molo,
    chiaveIdempotenza,
    token: [token],
    esito: 'OK',
    dettagli: { ...dettagli, canale: 'frontOffice', versante },
  });

/** Text of an element that may be changed, and another that its schema bears. */
const CAMBIATI = {
  idBrokerPSP: cometa.intermediario,
  idChannel: cometa.canale,
  password: 'altra-password',
  fiscalCode: '12345678903',
  noticeNumber: '301000000000099966',
  expirationTime: '300000',
  amount: '1.00',
  dueDate: '2021-01-12',
  paymentNote: 'altra',
} as const;
const CAMBIATI_ESITO = {
  idBrokerPSP: cometa.intermediario,
  idChannel: cometa.canale,
  password: 'altra-password',
  paymentToken: 'altro',
  outcome: 'KO',
  paymentMethod: 'other',
  paymentChannel: 'atm',
  fee: '0.01',
  entityUniqueIdentifierValue: 'VRDLGI80A01H501U',
  fullName: 'Altra Persona',
  applicationDate: '2021-01-04',
  transferDate: '2021-01-07',
} as const;

describe.each([1, 2] as const)('a key of idempotency, V%d', (versione) => {
  it('with anything changed in the activation is an error, and leaves the first answer good', async () => {
    const prima = attivazione(versione);
    const risposta = await manda(prima);
    expect(codiceDi(risposta)).toBe('OK');
    for (const [nome, testo] of Object.entries(CAMBIATI)) {
      expect([nome, codiceDi(await manda(conTesto(prima, nome, testo)))]).toEqual([nome, 'PPT_ERRORE_IDEMPOTENZA']);
    }
    for (const nome of ['expirationTime', 'dueDate', 'paymentNote']) {
      const senza = prima.replace(new RegExp(`<${nome}>.*</${nome}>`), '');
      expect([nome, codiceDi(await manda(senza))]).toEqual([nome, 'PPT_ERRORE_IDEMPOTENZA']);
    }
    expect(await manda(prima)).toBe(risposta);
    expect(ente.richieste).toHaveLength(1);
    expect(ente.richieste[0]).toMatchObject({ scadenza: '2021-01-11', nota: 'carrello 1', importo: 33800 });
  });

  it('with anything changed in the outcome is an error too', async () => {
    const token = tokenDi(await manda(attivazione(versione)));
    const prima = esito(token, versione);
    const risposta = await manda(prima);
    expect(codiceDi(risposta)).toBe('OK');
    for (const [nome, testo] of Object.entries(CAMBIATI_ESITO)) {
      expect([nome, codiceDi(await manda(conTesto(prima, nome, testo)))]).toEqual([nome, 'PPT_ERRORE_IDEMPOTENZA']);
    }
    expect(await manda(prima)).toBe(risposta);
  });

  it('is of one operation: the same one serves activation and outcome', async () => {
    const prima = attivazione(versione);
    const token = tokenDi(await manda(prima));
    expect(codiceDi(await manda(esito(token, versione)))).toBe('OK');
    expect(codiceDi(await manda(prima))).toBe('PPT_PAGAMENTO_DUPLICATO');
  });
});

describe('what a key remembers', () => {
  it('a KO: the same again, even once it could be done', async () => {
    const richiesta = attivazione();
    ente.prossime.push('cade');
    const rifiuto = await manda(richiesta);
    expect(codiceDi(rifiuto)).toBe('PPT_STAZIONE_INT_PA_IRRAGGIUNGIBILE');
    expect(await manda(richiesta)).toBe(rifiuto);
    const nuova = conTesto(richiesta, 'idempotencyKey', '99999900060_9876543210');
    expect(codiceDi(await manda(nuova))).toBe('OK');
    banco.simulatore.orologio.sposta(30 * 60_000 + 1);
    expect(codiceDi(await manda(richiesta))).toBe('OK');
  });

  it('a wrong password: the right one is then another request', async () => {
    const richiesta = attivazione();
    const sbagliata = conTesto(richiesta, 'password', 'sbagliata1');
    expect(codiceDi(await manda(sbagliata))).toBe('PPT_AUTENTICAZIONE');
    expect(codiceDi(await manda(richiesta))).toBe('PPT_ERRORE_IDEMPOTENZA');
  });

  it('nothing of what is out of its schema', async () => {
    const richiesta = attivazione();
    expect(codiceDi(await manda(conTesto(richiesta, 'idPSP', '')))).toBe('PPT_SINTASSI_EXTRAXSD');
    expect(codiceDi(await manda(richiesta))).toBe('OK');
  });

  it('a token as long as it lives: after a KO, or once it is over, the same activation is a new one', async () => {
    const richiesta = attivazione();
    const primo = tokenDi(await manda(richiesta));
    await pspDi(banco.url).esito({ token: [primo], esito: 'KO' });
    const secondo = tokenDi(await manda(richiesta));
    banco.simulatore.orologio.sposta(600_001);
    const terzo = tokenDi(await manda(richiesta));
    expect(new Set([primo, secondo, terzo, '']).size).toBe(4);
  });

  it('a token of one PSP: the same key of another finds the notice taken', async () => {
    const { avviso } = ente.nuovo();
    await attiva(avviso, pspDi(banco.url), { chiaveIdempotenza });
    const altro = await pspDi(banco.url, cometa).attiva({ qr: qrDi(avviso), importo, chiaveIdempotenza });
    expect(altro).toMatchObject({ fault: { faultCode: 'PPT_PAGAMENTO_IN_CORSO' } });
  });
});

describe('the counter of the simulator', () => {
  it('does not repeat itself: what failed once can be paid afterwards', async () => {
    const { avviso } = ente.nuovo();
    const paga = async (): Promise<unknown> => {
      const risposta = await fetch(`${banco.url}/api/sportello/paga`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ codice: avviso, canale: molo.canale }),
      });
      return risposta.json();
    };
    banco.simulatore.regole.aggiungi({
      quando: { avviso },
      avviso: { fault: 'PPT_SYSTEM_ERROR' },
      volte: 2,
    });
    expect(await paga()).toMatchObject({ esito: 'non-pagato' });
    expect(await paga()).toMatchObject({ esito: 'non-pagato' });
    expect(await paga()).toMatchObject({ esito: 'pagato' });
  });
});
