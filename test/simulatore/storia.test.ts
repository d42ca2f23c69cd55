import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildVerifyPaymentNotice } from '../../src/pagopa/avvisi/verify-payment-notice.ts';
import { PERCORSO_NODO } from '../../src/simulatore/server.ts';
import { type Banco, avviaBanco } from './banco.ts';
import { molo } from './psp-di-prova.ts';

let banco: Banco;
beforeEach(async () => {
  banco = await avviaBanco();
});
afterEach(() => banco.close());

async function api(metodo: string, percorso: string, corpo?: unknown) {
  const risposta = await fetch(`${banco.url}/api${percorso}`, {
    method: metodo,
    headers: { 'Content-Type': typeof corpo === 'string' ? 'application/yaml' : 'application/json' },
    ...(corpo !== undefined && { body: typeof corpo === 'string' ? corpo : JSON.stringify(corpo) }),
  });
  return { stato: risposta.status, testo: await risposta.text() };
}
const regole = () => banco.simulatore.regole.elenco();
const modulo = (percorso: string, campi: [string, string][]) =>
  fetch(`${banco.url}/admin${percorso}`, { method: 'POST', body: new URLSearchParams(campi), redirect: 'manual' });

async function verifica(): Promise<string> {
  const body = buildVerifyPaymentNotice({ psp: molo, qr: { dominio: '10000000000', avviso: '301000000000099123' } });
  const testo = await (await fetch(banco.url + PERCORSO_NODO, { method: 'POST', body })).text();
  return /<faultCode>([^<]*)/.exec(testo)?.[1] ?? '';
}

const LENTO = { descrizione: 'Il nodo si stanca', nodo: { comportamento: 'fault', fault: 'PPT_SYSTEM_ERROR' } };

describe('a scenario of one’s own', () => {
  it('is saved, listed beside the others, named by a rule, changed, removed', async () => {
    expect((await api('POST', '/scenari/nodo-stanco', LENTO)).stato).toBe(204);
    const elenco = JSON.parse((await api('GET', '/scenari')).testo) as { nome: string; salvato: boolean }[];
    expect(elenco.filter(({ salvato }) => salvato)).toMatchObject([
      { nome: 'nodo-stanco', descrizione: LENTO.descrizione },
    ]);
    const { testo } = await api('POST', '/regole', { scenario: 'nodo-stanco', volte: 2 });
    expect(await verifica()).toBe('PPT_SYSTEM_ERROR');
    await api('POST', '/scenari/nodo-stanco', { nodo: { comportamento: 'fault', fault: 'PPT_AUTENTICAZIONE' } });
    expect(await verifica()).toBe('PPT_AUTENTICAZIONE');
    expect(await verifica(), 'twice, and no more').toBe('PPT_DOMINIO_SCONOSCIUTO');
    const inUso = await api('DELETE', '/scenari/nodo-stanco');
    expect([inUso.stato, inUso.testo]).toEqual([409, expect.stringContaining('togliere prima')]);
    await api('DELETE', `/regole/${(JSON.parse(testo) as { id: number }).id}`);
    expect((await api('DELETE', '/scenari/nodo-stanco')).stato).toBe(204);
    expect((await api('DELETE', '/scenari/nodo-stanco')).stato).toBe(404);
  });

  it.each([
    ['eseguito', LENTO, 409],
    ['Maiuscolo', LENTO, 422],
    ['buono', { nodo: { comportamento: 'boh' } }, 422],
    ['buono', { altro: 1 }, 422],
  ])('named %s is refused when name or faces are not right', async (nome, dati, stato) => {
    expect((await api('POST', `/scenari/${nome}`, dati)).stato).toBe(stato);
  });

  it('is made on the page from the faces of the form, primitives and all', async () => {
    const campi: [string, string][] = [
      ['nome', 'attivazione-rotta'],
      ['descrizione', 'Rotta <b>'],
      ['nodo.comportamento', 'fault'],
      ['nodo.fault', 'PPT_SYSTEM_ERROR'],
      ['nodo.operazioni', 'activatePaymentNotice'],
      ['nodo.operazioni', 'verifyPaymentNotice'],
      ['rt.ritardo', '10m'],
    ];
    expect((await modulo('/scenari', campi)).status).toBe(303);
    const pagina = await (await fetch(`${banco.url}/admin`)).text();
    expect(pagina).toContain('<strong>attivazione-rotta</strong> Rotta &lt;b&gt;');
    await modulo('/regole', [
      ['scenario', 'attivazione-rotta'],
      ['quando.psp', molo.idPsp],
      ['flusso.codice', '9'],
    ]);
    expect(regole()).toMatchObject([
      {
        quando: { psp: molo.idPsp },
        facce: {
          rt: { ritardo: 600_000 },
          nodo: { operazioni: ['activatePaymentNotice', 'verifyPaymentNotice'] },
          flusso: { codice: '9' },
        },
      },
    ]);
    expect(await verifica()).toBe('PPT_SYSTEM_ERROR');
    expect((await modulo('/scenari/togli', [['nome', 'attivazione-rotta']])).status).toBe(409);
    await modulo('/regole/togli-tutte', []);
    expect((await modulo('/scenari/togli', [['nome', 'attivazione-rotta']])).status).toBe(303);
    const vuota = await modulo('/regole', [['quando.iuv', '1']]);
    expect([vuota.status, await vuota.text()]).toEqual([422, expect.stringContaining('non cambia nulla')]);
  });
});

describe('a slow node', () => {
  it('answers, later', async () => {
    banco.simulatore.regole.aggiungi({ nodo: { comportamento: 'lento', attesa: '300ms' } });
    expect(await verifica()).toBe('PPT_DOMINIO_SCONOSCIUTO');
  });
});

describe('a story', () => {
  const scrivi = async (): Promise<string> => {
    await api('POST', '/scenari/nodo-stanco', LENTO);
    await api('POST', '/regole', { quando: { importo: '338.00' }, scenario: 'nodo-stanco', volte: '3' });
    await api('POST', '/regole', { quando: { importo: '338.00' }, rt: { variazione: '-1.00', ritardo: '10m' } });
    return (await api('GET', '/storia')).testo;
  };
  const senzaId = () => regole().map(({ id: _, usata: __, origine: ___, ...resto }) => resto);

  it('goes out, and comes in elsewhere with the same rules in the same order', async () => {
    const storia = await scrivi();
    const prima = senzaId();
    expect(prima).toHaveLength(2);
    await api('DELETE', '/regole');
    await api('DELETE', '/scenari/nodo-stanco');
    await api('POST', '/regole', { scenario: 'rt-mai' });
    expect((await api('POST', '/storia', storia)).stato).toBe(204);
    expect(senzaId()).toEqual(prima);
    expect((await api('GET', '/storia')).testo).toBe(storia);
  });

  it('is a file that --scenari reads, and that the page gives and takes', async () => {
    const storia = await scrivi();
    const cartella = mkdtempSync(join(tmpdir(), 'storia-'));
    writeFileSync(join(cartella, 'F.yaml'), storia);
    const altro = await avviaBanco({ fileScenari: join(cartella, 'F.yaml') });
    expect(altro.simulatore.regole.elenco().map(({ scenario }) => scenario)).toEqual([undefined, 'nodo-stanco']);
    await altro.close();
    rmSync(cartella, { recursive: true });
    expect(await (await fetch(`${banco.url}/admin/storia`)).text()).toBe(storia);
    await api('DELETE', '/regole');
    const dati = new FormData();
    dati.set('file', new File([storia], 'storia.yaml'));
    const letta = await fetch(`${banco.url}/admin/storia`, { method: 'POST', body: dati, redirect: 'manual' });
    expect([letta.status, regole().length]).toEqual([303, 2]);
    const niente = await fetch(`${banco.url}/admin/storia`, { method: 'POST', body: new FormData() });
    expect([niente.status, await niente.text()]).toEqual([422, expect.stringContaining('Scegliere il file')]);
  });

  it.each([
    ['regole: [{ scenario: boh }]', 422, 'Storia, regola 1: Scenario «boh» sconosciuto'],
    ['scenari: { eseguito: { descrizione: x } }', 409, 'è del catalogo'],
    ['regole: 3', 422, 'regole: un elenco'],
    ['stazioni: []', 422, 'stazioni'],
    ['a: [', 422, 'Storia:'],
  ])('that is wrong changes nothing: %s', async (testo, stato, errore) => {
    await api('POST', '/regole', { scenario: 'rt-mai' });
    const letta = await api('POST', '/storia', testo);
    expect([letta.stato, (JSON.parse(letta.testo) as { title: string }).title]).toEqual([
      stato,
      expect.stringContaining(errore),
    ]);
    expect(regole()).toMatchObject([{ scenario: 'rt-mai' }]);
  });
});
