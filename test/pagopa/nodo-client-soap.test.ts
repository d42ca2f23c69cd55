import { describe, expect, it } from 'vitest';
import { NodoIrraggiungibile } from '../../src/pagopa/nodo-client.ts';
import { createNodoClient } from '../../src/pagopa/nodo-client-soap.ts';
import { buildNodoChiediCopiaRtRisposta } from '../../src/pagopa/operazioni/nodo-chiedi-copia-rt.ts';
import {
  buildNodoInviaCarrelloRptRisposta,
  readNodoInviaCarrelloRpt,
} from '../../src/pagopa/operazioni/nodo-invia-carrello-rpt.ts';
import { buildRpt } from '../../src/pagopa/rpt/build-rpt.ts';
import { buildRt } from '../../src/pagopa/rpt/build-rt.ts';
import type { Iuv } from '../../src/pagopa/identificativi/codice-avviso.ts';
import { leggiBusta, scriviSoapFault } from '../../src/pagopa/soap/busta.ts';
import { ID_NODO } from '../../src/pagopa/soap/fault.ts';
import { intestazione, rpt, rt } from './esempi.ts';

const ente = {
  codiceFiscale: '80078750587',
  intermediario: '80078750587',
  stazione: '80078750587_01',
  password: 'password1',
};
const chiave = { dominio: intestazione.dominio, iuv: intestazione.iuv as Iuv, ccp: intestazione.ccp };
const fault = { faultCode: 'PPT_RPT_DUPLICATA', faultString: 'RPT duplicata.', id: ID_NODO, serial: 1 };

/** A client whose node always answers this. */
function client(rispondi: (url: string, init: RequestInit) => Response | Promise<Response>, timeoutMs = 1000) {
  const fetch = (url: string | URL | Request, init?: RequestInit): Promise<Response> =>
    Promise.resolve(rispondi(url as string, init ?? {}));
  return createNodoClient({ url: 'http://nodo.example/webservices/input', ente, segreto: 's3greto', timeoutMs, fetch });
}

describe('createNodoClient', () => {
  it('sends the cart as SOAP with action and secret, and returns the url', async () => {
    const viste: RequestInit[] = [];
    const nodo = client((url, init) => {
      expect(url).toBe('http://nodo.example/webservices/input');
      viste.push(init);
      return new Response(buildNodoInviaCarrelloRptRisposta({ esito: 'OK', url: 'http://nodo.example/w' }));
    });
    const esito = await nodo.inviaCarrelloRpt('202180078750587010000000000000000A1', [{ chiave, xml: buildRpt(rpt) }]);
    expect(esito).toEqual({ esito: 'OK', url: 'http://nodo.example/w' });
    const [init] = viste;
    expect(new Headers(init?.headers).get('SOAPAction')).toBe('"nodoInviaCarrelloRPT"');
    expect(new Headers(init?.headers).get('X-Nodo-Segreto')).toBe('s3greto');
    const letta = readNodoInviaCarrelloRpt(leggiBusta(init?.body as string));
    expect(letta.intestazione).toMatchObject({ stazione: '80078750587_01' });
    expect(letta.elementi.map((elemento) => elemento.chiave)).toEqual([chiave]);
  });

  it('shows the fault of the first RPT when the cart has none of its own', async () => {
    const nodo = client(() => new Response(buildNodoInviaCarrelloRptRisposta({ esito: 'KO', erroriRpt: [fault] })));
    expect(await nodo.inviaCarrelloRpt('x', [])).toEqual({ esito: 'KO', fault, erroriRpt: [fault] });
  });

  it('gives the RT as text, or the fault', async () => {
    const xml = buildRt(rt);
    expect(await client(() => new Response(buildNodoChiediCopiaRtRisposta({ xml }))).chiediCopiaRt(chiave)).toEqual({
      rt: xml,
    });
    expect(await client(() => new Response(buildNodoChiediCopiaRtRisposta({ fault }))).chiediCopiaRt(chiave)).toEqual(
      fault,
    );
  });

  it.each([
    ['a SOAP Fault', () => new Response(scriviSoapFault('Server', 'guasto'), { status: 500 })],
    ['an HTML page', () => new Response('<html><body>Bad gateway</body></html>', { status: 502 })],
    ['nothing', () => new Response(null, { status: 200 })],
    ['a huge answer', () => new Response('x'.repeat(300_000))],
    ['another operation', () => new Response(buildNodoChiediCopiaRtRisposta({ fault }))],
    ['a redirect', () => new Response(null, { status: 302, headers: { Location: 'http://altrove.example/' } })],
    ['a refused connection', () => Promise.reject(new TypeError('fetch failed'))],
  ])('knows nothing after %s', async (_che, risposta) => {
    await expect(client(risposta).inviaCarrelloRpt('x', [])).rejects.toThrow(NodoIrraggiungibile);
  });

  it('gives up after its time, whatever the node later does', async () => {
    const nodo = client(
      (_url, init) =>
        new Promise((_ok, fallisci) => {
          init.signal?.addEventListener('abort', () => fallisci(init.signal?.reason as Error));
        }),
      20,
    );
    await expect(nodo.chiediStatoRpt(chiave)).rejects.toThrow(NodoIrraggiungibile);
  });
});
