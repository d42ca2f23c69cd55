import { describe, expect, it } from 'vitest';
import { carrelloCheckoutV1, carrelloCheckoutV2 } from '../../../src/pagopa/checkout/carrello-checkout.ts';
import { createCheckoutClient } from '../../../src/pagopa/checkout/checkout-client.ts';
import type { RichiestaHttp } from '../../../src/pagopa/invia-http.ts';
import { NodoIrraggiungibile } from '../../../src/pagopa/nodo-client.ts';

const ritorni = { returnOkUrl: 'http://e/ok', returnCancelUrl: 'http://e/via', returnErrorUrl: 'http://e/no' };
const avviso = {
  noticeNumber: '303000000000000124',
  fiscalCode: '80078750587',
  amount: 33800,
  companyName: 'INPS',
  description: 'Contributi 4/2020',
};
const carrello = { paymentNotices: [avviso], returnUrls: ritorni };

interface Risposta {
  readonly testo?: string;
  readonly stato?: number;
  readonly location?: string;
}

function client(rispondi: (richiesta: RichiestaHttp) => Risposta | Promise<Risposta>) {
  return createCheckoutClient({
    url: 'http://c.example/checkout/ec/v1',
    chiave: 'k',
    timeoutMs: 100,
    invia: async (_url, richiesta) => {
      const { testo = '', stato = 200, location } = await rispondi(richiesta);
      const corpo = Buffer.from(testo).subarray(0, richiesta.byteMassimi + 1);
      return { stato, corpo, ...(location !== undefined && { location }) };
    },
  });
}

describe('createCheckoutClient', () => {
  it('sends the cart with its key and resolves to where the browser goes', async () => {
    const risposta = await client((richiesta) => {
      expect(richiesta.intestazioni['Ocp-Apim-Subscription-Key']).toBe('k');
      expect(JSON.parse(richiesta.corpo)).toEqual(carrello);
      return { stato: 302, location: '/c/1' };
    }).inviaCarrello(carrello);
    expect(risposta).toEqual({ esito: 'OK', url: 'http://c.example/c/1' });
  });

  it('tells a refusal with its detail', async () => {
    const corpo = JSON.stringify({ title: 'x', detail: 'already paid' });
    const risposta = await client(() => ({ testo: corpo, stato: 422 })).inviaCarrello(carrello);
    expect(risposta).toEqual({ esito: 'KO', stato: 422, dettaglio: 'already paid' });
    const muta = await client(() => ({ testo: '<html>', stato: 500 })).inviaCarrello(carrello);
    expect(muta).toEqual({ esito: 'KO', stato: 500, dettaglio: '' });
  });

  it('knows nothing after a refused line or an answer without a place to go', async () => {
    await expect(client(() => Promise.reject(new TypeError('x'))).inviaCarrello(carrello)).rejects.toThrow(
      NodoIrraggiungibile,
    );
    await expect(client(() => ({ testo: 'ok' })).inviaCarrello(carrello)).rejects.toThrow(NodoIrraggiungibile);
    await expect(client(() => ({ testo: 'x'.repeat(70_000), stato: 500 })).inviaCarrello(carrello)).rejects.toThrow(
      NodoIrraggiungibile,
    );
  });
});

describe('the cart’s schema', () => {
  it.each([
    ['no notice', { ...carrello, paymentNotices: [] }],
    ['six notices', { ...carrello, paymentNotices: Array.from({ length: 6 }, () => avviso) }],
    ['a notice of 17 digits', { ...carrello, paymentNotices: [{ ...avviso, noticeNumber: '3' }] }],
    ['a free payment', { ...carrello, paymentNotices: [{ ...avviso, amount: 0 }] }],
    ['half a cent', { ...carrello, paymentNotices: [{ ...avviso, amount: 0.5 }] }],
    ['a return to a script', { ...carrello, returnUrls: { ...ritorni, returnOkUrl: 'javascript:alert(1)' } }],
    ['no return', { paymentNotices: [avviso] }],
    ['an unknown field', { ...carrello, extra: 1 }],
  ])('refuses %s', (_che, corpo) => {
    expect(carrelloCheckoutV1.safeParse(corpo).success).toBe(false);
  });

  it('wants the waiting address in the second version alone', () => {
    const conAttesa = { ...carrello, returnUrls: { ...ritorni, returnWaitingUrl: 'http://e/forse' } };
    expect(carrelloCheckoutV1.safeParse(carrello).success).toBe(true);
    expect(carrelloCheckoutV1.safeParse(conAttesa).success).toBe(false);
    expect(carrelloCheckoutV2.safeParse(conAttesa).success).toBe(true);
    expect(carrelloCheckoutV2.safeParse(carrello).success).toBe(false);
  });
});
