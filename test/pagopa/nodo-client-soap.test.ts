import { describe, expect, it } from 'vitest';
import type { InviaHttp, RichiestaHttp } from '../../src/pagopa/invia-http.ts';
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
function client(rispondi: (url: string, richiesta: RichiestaHttp) => Risposta | Promise<Risposta>) {
  const invia: InviaHttp = async (url, richiesta) => {
    const { testo = '', stato = 200, location } = await rispondi(url, richiesta);
    const corpo = Buffer.from(testo).subarray(0, richiesta.byteMassimi + 1);
    return { stato, corpo, ...(location !== undefined && { location }) };
  };
  const url = 'http://nodo.example/webservices/input';
  return createNodoClient({ url, ente, segreto: 's3greto', timeoutMs: 1_000, invia });
}

interface Risposta {
  readonly testo?: string;
  readonly stato?: number;
  readonly location?: string;
}

describe('createNodoClient', () => {
  it('sends the cart as SOAP with action and secret, and returns the url', async () => {
    const viste: RichiestaHttp[] = [];
    const nodo = client((url, richiesta) => {
      expect(url).toBe('http://nodo.example/webservices/input');
      viste.push(richiesta);
      return { testo: buildNodoInviaCarrelloRptRisposta({ esito: 'OK', url: 'http://nodo.example/w' }) };
    });
    const esito = await nodo.inviaCarrelloRpt('202180078750587010000000000000000A1', [{ chiave, xml: buildRpt(rpt) }]);
    expect(esito).toEqual({ esito: 'OK', url: 'http://nodo.example/w' });
    const [vista] = viste;
    expect(vista?.intestazioni['SOAPAction']).toBe('"nodoInviaCarrelloRPT"');
    expect(vista?.intestazioni['X-Nodo-Segreto']).toBe('s3greto');
    const letta = readNodoInviaCarrelloRpt(leggiBusta(vista?.corpo ?? ''));
    expect(letta.intestazione).toMatchObject({ stazione: '80078750587_01' });
    expect(letta.elementi.map((elemento) => elemento.chiave)).toEqual([chiave]);
  });

  it('shows the fault of the first RPT when the cart has none of its own', async () => {
    const nodo = client(() => ({ testo: buildNodoInviaCarrelloRptRisposta({ esito: 'KO', erroriRpt: [fault] }) }));
    expect(await nodo.inviaCarrelloRpt('x', [])).toEqual({ esito: 'KO', fault, erroriRpt: [fault] });
  });

  it('gives the RT as text, or the fault', async () => {
    const xml = buildRt(rt);
    expect(await client(() => ({ testo: buildNodoChiediCopiaRtRisposta({ xml }) })).chiediCopiaRt(chiave)).toEqual({
      rt: xml,
    });
    expect(await client(() => ({ testo: buildNodoChiediCopiaRtRisposta({ fault }) })).chiediCopiaRt(chiave)).toEqual(
      fault,
    );
  });

  it.each([
    ['a SOAP Fault', () => ({ testo: scriviSoapFault('Server', 'guasto'), stato: 500 })],
    ['an HTML page', () => ({ testo: '<html><body>Bad gateway</body></html>', stato: 502 })],
    ['nothing', () => ({})],
    ['a huge answer', () => ({ testo: 'x'.repeat(300_000) })],
    ['another operation', () => ({ testo: buildNodoChiediCopiaRtRisposta({ fault }) })],
    ['a redirect', () => ({ stato: 302, location: 'http://altrove.example/' })],
    ['a refused connection', () => Promise.reject(new Error('connect ECONNREFUSED'))],
  ])('knows nothing after %s', async (_che, risposta) => {
    await expect(client(risposta).inviaCarrelloRpt('x', [])).rejects.toThrow(NodoIrraggiungibile);
  });
});
