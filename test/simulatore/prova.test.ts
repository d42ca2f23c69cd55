import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leggiBusta } from '../../src/pagopa/soap/busta.ts';
import { createPspClient } from '../../src/simulatore/sportello/psp-client.ts';
import { PERCORSO_NODO } from '../../src/simulatore/server.ts';
import { incolla } from '../impianto/shell.ts';
import { validaUfficiale } from '../pagopa/schemi-ufficiali.ts';
import { type Banco, avviaBanco, finche } from './banco.ts';
import { molo } from './psp-di-prova.ts';

let banco: Banco;
let cartella: string;
beforeAll(async () => {
  // No station of anybody's: what the start tells must work by itself.
  banco = await avviaBanco({ stazioni: [] });
  cartella = mkdtempSync(join(tmpdir(), 'prova-'));
});
afterAll(async () => {
  await banco.close();
  rmSync(cartella, { recursive: true });
});

/** The commands that the start prints under a title, as printed. */
function stampati(titolo: string): string {
  const righe = banco.simulatore.benvenuto('it', true);
  const da = righe.findIndex((riga) => riga.startsWith(`# ${titolo}`));
  expect(da, titolo).toBeGreaterThan(0);
  const fino = righe.findIndex((riga, i) => i > da && riga === '');
  return righe.slice(da, fino).join('\n');
}

const arrivati = async (operazione: string): Promise<readonly { stato: string; fault: string }[]> =>
  (await (await fetch(`${banco.url}/api/messaggi?operazione=${operazione}`)).json()) as never;

describe('what the start tells, pasted into a shell as printed', () => {
  it('pays a notice: verify, activate, outcome, and the creditor gets its receipt', async () => {
    const comandi = stampati('Modello a numero avviso');
    for (const [, corpo = ''] of comandi.matchAll(/<<'?FINE'?[^\n]*\n([\s\S]*?)\nFINE/g)) {
      validaUfficiale(corpo.replace('$TOKEN', '0'.repeat(32)));
      leggiBusta(corpo.replace('$TOKEN', '0'.repeat(32)));
    }
    const detto = await incolla(comandi, cartella);
    expect(detto.match(/<outcome>OK<\/outcome>/g)).toHaveLength(2);
    expect(detto).toMatch(/^[0-9a-f]{32}$/m);
    await finche(async () => (await arrivati('paSendRTV2')).length === 1, 'the receipt');
  });

  it('sends a cart and pays it', async () => {
    const detto = await incolla(stampati('Carrello di RPT'), cartella);
    expect(detto).toContain('"esito":"DIFFERITO"');
    await finche(async () => (await arrivati('paaInviaRT')).length === 2, 'both RTs');
  });

  it('sends one RPT, pays it, asks for its state', async () => {
    const detto = await incolla(stampati('Una sola RPT'), cartella);
    expect(detto).toContain('"esito":"DIFFERITO"');
    expect(detto).toContain('<stato>RPT_ACCETTATA_PSP</stato>');
  });

  it('pays at the counter in the first model, with the PSP’s RT', async () => {
    const detto = await incolla(stampati('Primo modello allo sportello'), cartella);
    expect(detto.match(/<esito>OK<\/esito>/g)).toHaveLength(3);
    expect(await arrivati('nodoInviaRT')).toMatchObject([{ stato: 'HTTP 200', fault: '' }]);
  });

  it('opens a cart of Checkout, whose page answers', async () => {
    const detto = await incolla(stampati('Checkout'), cartella);
    const dove = /location: (\S+)/i.exec(detto)?.[1] ?? '';
    expect((await fetch(dove)).status).toBe(200);
  });

  it('says it in the language that was asked for, or without examples', () => {
    expect(banco.simulatore.benvenuto('en', false)).toEqual([
      `Simulated pagoPA node listening on ${banco.url}`,
      `Try it: ${banco.url}/prova · scenarios, clock and messages: ${banco.url}/admin · WSDL: ${banco.url}/webservices/input?wsdl`,
    ]);
    expect(banco.simulatore.benvenuto('de', true).join('\n')).toContain('# Warenkorb von RPT');
  });
});

describe('the creditors of the simulator', () => {
  it('know the notices of their segregation code alone', async () => {
    const psp = createPspClient({ url: banco.url + PERCORSO_NODO, psp: molo, versione: 1, timeoutMs: 5_000 });
    for (const dominio of ['99999990019', '99999990027']) {
      const esito = await psp.verifica({ dominio, avviso: '301000000000000123' });
      expect(esito).toMatchObject({ esito: 'KO', fault: { originalFaultCode: 'PAA_PAGAMENTO_SCONOSCIUTO' } });
    }
  });

  it('answer a SOAP Fault to what they do not understand, and take people back', async () => {
    const ente = `${banco.url}/enti-di-prova/99999990019`;
    const male = await fetch(`${ente}/avvisi`, { method: 'POST', body: '<a/>' });
    expect([male.status, await male.text()]).toEqual([500, expect.stringContaining('soapenv:Client')]);
    expect(await (await fetch(`${ente}/ritorno?esito=OK`)).text()).toContain('Di ritorno dall’ente di prova');
    expect((await fetch(`${banco.url}/enti-di-prova/00000000000/avvisi`, { method: 'POST' })).status).toBe(404);
  });

  it('give an RT only of an RPT that the node has', async () => {
    expect((await fetch(`${banco.url}/prova/nodoInviaRT.xml?iuv=1&ccp=1`)).status).toBe(404);
  });
});
