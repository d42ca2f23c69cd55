import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERAZIONI_PSP } from '../../src/simulatore/avvisi/operazioni-psp.ts';
import { OPERAZIONI_PA } from '../../src/simulatore/nodo/operazioni.ts';
import { OPERAZIONI_PSP_PRIMO_MODELLO } from '../../src/simulatore/psp-primo-modello/operazioni.ts';
import { PERCORSO_NODO } from '../../src/simulatore/server.ts';
import { avviaBanco, type Banco } from './banco.ts';

let banco: Banco;
beforeAll(async () => {
  banco = await avviaBanco();
});
afterAll(() => banco.close());

const busta = (dentro: string) =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ws="http://ws.pagamenti.telematici.gov/">${dentro}</s:Envelope>`;

/** Messages from which no operation can be told. */
const GUASTI: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['no XML', 'ciao'],
  ['an empty body', busta('<s:Body/>')],
  ['no body', busta('')],
  ['two bodies', busta('<s:Body><ws:a/></s:Body><s:Body><ws:b/></s:Body>')],
  ['another envelope', '<a/>'],
  ['a DOCTYPE', `<!DOCTYPE a [<!ENTITY b "c">]>${busta('<s:Body/>')}`],
  ['an operation of nobody', busta('<s:Body><x:altra xmlns:x="urn:x"/></s:Body>')],
  ['a processing instruction for a body', busta('<s:Body><?pi x?></s:Body>')],
];
const AZIONI = Object.entries({ ...OPERAZIONI_PA, ...OPERAZIONI_PSP, ...OPERAZIONI_PSP_PRIMO_MODELLO }).map(
  ([nome, { azione }]) => azione ?? nome,
);

async function manda(corpo: string, azione: string) {
  const risposta = await fetch(banco.url + PERCORSO_NODO, {
    method: 'POST',
    headers: { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: `"${azione}"` },
    body: corpo,
  });
  return { stato: risposta.status, xml: await risposta.text() };
}

describe('a message that no operation can be told from', () => {
  it.each(AZIONI)('is refused with 200 in the terms of the one that SOAPAction names: %s', async (azione) => {
    for (const [nome, guasto] of GUASTI) {
      const { stato, xml } = await manda(guasto, azione);
      expect(stato, nome).toBe(200);
      expect(xml, nome).toMatch(/<faultCode>PPT_SINTASSI_EXTRAXSD<\/faultCode>/);
      expect(xml, nome).toMatch(new RegExp(`<\\w+:${azione}(Risposta|Res|Response)[ >]`));
    }
  });

  it.each(GUASTI)('gets a SOAP Fault when SOAPAction names none of ours: %s', async (_nome, guasto) => {
    for (const azione of ['', 'altra', '__proto__', 'constructor']) {
      const { stato, xml } = await manda(guasto, azione);
      expect(stato).toBe(500);
      expect(xml).toMatch(/<soapenv:Fault><faultcode>soapenv:Client</);
    }
  });

  it('gets a MustUnderstand fault for a header that must be understood', async () => {
    const header = '<s:Header><w:x xmlns:w="urn:w" s:mustUnderstand="1"/></s:Header>';
    const { stato, xml } = await manda(
      busta(`${header}<s:Body><ws:nodoChiediStatoRPT/></s:Body>`),
      'nodoChiediStatoRPT',
    );
    expect(stato).toBe(500);
    expect(xml).toContain('<faultcode>soapenv:MustUnderstand</faultcode>');
  });
});
