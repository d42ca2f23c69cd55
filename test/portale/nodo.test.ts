import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { type PortaleDiProva, startPortaleDiProva } from './portale-di-prova.ts';

let portale: PortaleDiProva;
beforeAll(async () => {
  portale = await startPortaleDiProva();
});
afterAll(() => portale.close());

const busta = (dentro: string) =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">${dentro}</s:Envelope>`;
const AZIONI = [
  'paaInviaRT',
  'paaVerificaRPT',
  'paaAttivaRPT',
  'paVerifyPaymentNotice',
  'paGetPayment',
  'paGetPaymentV2',
  'paSendRT',
  'paSendRTV2',
];
const GUASTI: readonly (readonly [string, string])[] = [
  ['no XML', 'ciao'],
  ['an empty body', busta('<s:Body/>')],
  ['two bodies', busta('<s:Body><a/></s:Body><s:Body><b/></s:Body>')],
  ['a processing instruction for a body', busta('<s:Body><?pi x?></s:Body>')],
  ['another envelope', '<a/>'],
];

async function manda(corpo: string | Buffer, azione: string, tipo = 'text/xml; charset=utf-8') {
  const { agent } = portale.browser();
  return agent
    .post(percorsi.riceviAvvisi)
    .set('X-Nodo-Segreto', portale.segreti.nodo)
    .set('SOAPAction', azione)
    .set('Content-Type', tipo)
    .send(corpo);
}

function ultimi(): Promise<readonly { sottotipo: string; messaggio: string }[]> {
  return portale.app.knex('giornale_eventi').select('sottotipo', 'messaggio').orderBy('id', 'desc').limit(2);
}

describe('where pagoPA’s node calls', () => {
  it.each(AZIONI)('a broken message is refused in SOAP and kept in the journal: %s', async (azione) => {
    for (const [nome, guasto] of GUASTI) {
      const risposta = await manda(guasto, `"${azione}"`);
      expect(risposta.status, nome).toBe(200);
      expect(risposta.text, nome).toMatch(/<faultCode>PAA_SINTASSI_EXTRAXSD<\/faultCode>/);
      expect(risposta.text, nome).toContain(`:${azione}R`);
      expect((await ultimi()).map(({ messaggio }) => messaggio)).toContain(guasto);
    }
  });

  it('what names no operation of ours gets a SOAP Fault, kept too, whatever its type', async () => {
    for (const tipo of ['text/xml', 'application/json', 'text/plain; charset=koi8-r']) {
      const risposta = await manda('ciao', '', tipo);
      expect(risposta.status).toBe(500);
      expect(risposta.headers['content-type']).toMatch(/^text\/xml/);
      expect(risposta.text).toContain('<faultcode>soapenv:Client</faultcode>');
      expect(await ultimi()).toMatchObject([{ sottotipo: 'RSP' }, { sottotipo: 'REQ', messaggio: 'ciao' }]);
    }
  });

  it('a message too large gets a SOAP Fault', async () => {
    const risposta = await manda(Buffer.alloc(300_000, 'x'), 'paaInviaRT');
    expect(risposta.status).toBe(413);
    expect(risposta.text).toContain('<faultcode>soapenv:Client</faultcode>');
  });
});
