import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Sqlite } from '../../src/sqlite/driver.ts';
import { createCheckoutClient } from '../../src/pagopa/checkout/checkout-client.ts';
import { PERCORSO_CHECKOUT } from '../../src/simulatore/server.ts';
import { type Banco, avviaBanco, DOMINIO, finche, SEGRETO, stazione } from './banco.ts';
import { cittadino } from './cittadino.ts';
import { avviaEnteAvvisi } from './ente-avvisi.ts';

const POSIZIONE = {
  dominio: '80078750587',
  avviso: '301000000000000245',
  importo: '338.00',
  descrizione: 'Contributi',
  scadenza: '2021-01-11',
  debitore: { tipo: 'F', codice: 'BNCLCU58E52D620L', anagrafica: 'Bianchi Lucia' },
};

describe('while another process holds the node’s database', () => {
  let banco: Banco;
  let altro: BetterSqlite3.Database;
  let cartella: string;
  beforeEach(async () => {
    cartella = mkdtempSync(join(tmpdir(), 'nodo-preso-'));
    banco = await avviaBanco({ dbFile: join(cartella, 'nodo.sqlite') });
    altro = new Sqlite(join(cartella, 'nodo.sqlite'));
  });
  afterEach(async () => {
    altro.close();
    await banco.close();
    rmSync(cartella, { recursive: true });
  });

  const chiama = (metodo: string, percorso: string, corpo?: unknown) =>
    fetch(banco.url + percorso, {
      method: metodo,
      redirect: 'manual',
      headers: { 'Content-Type': 'application/json' },
      ...(corpo !== undefined && { body: JSON.stringify(corpo) }),
    });
  const modulo = (percorso: string, campi: Record<string, string>) =>
    fetch(banco.url + percorso, { method: 'POST', redirect: 'manual', body: new URLSearchParams(campi) });
  /** Everything that writes, by the road it comes on. */
  const scritture = (idSession: string): readonly (readonly [string, () => Promise<Response>])[] => [
    ['a step of the citizen', () => modulo('/wallet/accesso', { idSession, modo: 'spid' })],
    ['leaving the pages', () => modulo('/wallet/annulla', { idSession })],
    ['a rule', () => chiama('POST', '/api/regole', { scenario: 'non-eseguito', volte: 1 })],
    ['taking the rules away', () => chiama('DELETE', '/api/regole')],
    ['the clock', () => chiama('POST', '/api/orologio', { sposta: '1s' })],
    ['the notices given back', () => chiama('POST', '/api/avvisi/annulla')],
    ['the flows', () => chiama('POST', '/api/flussi', { finoAl: '2021-01-05' })],
    ['a notice of the archive', () => chiama('POST', '/api/aca', POSIZIONE)],
    ['the operator’s form of rules', () => modulo('/admin/regole', { scenario: 'non-eseguito' })],
    ['the operator’s form of the clock', () => modulo('/admin/orologio/rimetti', {})],
    ['the operator’s form of flows', () => modulo('/admin/flussi', {})],
  ];

  it('what writes is done once that process lets go, and those who read are answered meanwhile', async () => {
    await banco.simulatore.close();
    banco = await avviaBanco({ dbFile: join(cartella, 'nodo.sqlite'), attesaArchivioMs: 60_000 });
    const { idSession } = await banco.carrello();
    altro.exec('BEGIN IMMEDIATE');
    let finite = 0;
    const inviate = scritture(idSession).map(([, invia]) => invia().finally(() => (finite += 1)));
    const carrello = banco.carrello().finally(() => (finite += 1));
    for (const percorso of [`/wallet/welcome?idSession=${idSession}&lang=en`, '/admin/pagamenti', '/api/regole']) {
      expect((await chiama('GET', percorso)).status, percorso).toBe(200);
    }
    expect(finite).toBe(0);
    altro.exec('ROLLBACK');
    for (const [i, risposta] of (await Promise.all(inviate)).entries()) {
      expect(risposta.status, scritture(idSession)[i]?.[0]).toBeLessThan(400);
    }
    expect((await carrello).idSession).not.toBe(idSession);
  });

  it('and it does not let go: each is refused in its own words, nothing is done, and all goes on afterwards', async () => {
    const { idSession } = await banco.carrello();
    altro.exec('BEGIN IMMEDIATE');
    const risposte = await Promise.all(scritture(idSession).map(([, invia]) => invia()));
    for (const [i, risposta] of risposte.entries()) {
      const quale = scritture(idSession)[i]?.[0];
      expect(risposta.status, quale).toBe(503);
      expect(risposta.headers.get('Retry-After'), quale).toBe('1');
      expect(await risposta.text(), quale).toMatch(/non può rispondere ora|ha avuto un guasto/);
    }
    await expect(banco.carrello()).rejects.toThrow(/PPT_SYSTEM_ERROR/);
    altro.exec('ROLLBACK');
    expect(await (await chiama('GET', '/api/regole')).json()).toEqual([]);
    expect(((await (await chiama('GET', '/api/pagamenti')).json()) as unknown[]).length).toBe(1);
    await cittadino(banco.url, idSession).paga('carta');
    await finche(() => banco.ente.ricevute.length === 1, 'the receipt');
  });

  it('no delivery is given up: it waits, and is made once the database can be written', async () => {
    await banco.simulatore.close();
    banco = await avviaBanco({ dbFile: join(cartella, 'nodo.sqlite'), ritardoRtMs: 300 });
    const { idSession } = await banco.carrello();
    await cittadino(banco.url, idSession).paga('carta');
    altro.exec('BEGIN IMMEDIATE');
    await new Promise((poi) => setTimeout(poi, 1_600));
    altro.exec('ROLLBACK');
    await finche(() => banco.ente.ricevute.length >= 1, 'the receipt');
    await finche(async () => {
      const attivita = (await (await chiama('GET', '/api/attivita')).json()) as unknown[];
      return attivita.length === 0;
    }, 'nothing waits or was given up');
  });
});

describe('when the node cannot write how a cart of Checkout ended', () => {
  it('its notices are not paid either; pressed again it is paid, and the cart with them', async () => {
    const cartella = mkdtempSync(join(tmpdir(), 'nodo-carrello-'));
    const file = join(cartella, 'nodo.sqlite');
    const ente = await avviaEnteAvvisi();
    const banco = await avviaBanco({
      dbFile: file,
      stazioni: [{ ...stazione('http://127.0.0.1:9'), urlAvvisi: ente.url, versioneAvvisi: 2 }],
    });
    const altro = new Sqlite(file);
    try {
      const client = createCheckoutClient({
        url: `${banco.url}${PERCORSO_CHECKOUT}/v2`,
        chiave: SEGRETO,
        timeoutMs: 10_000,
      });
      const avvisi = [ente.nuovo().avviso, ente.nuovo().avviso];
      const esito = await client.inviaCarrello({
        paymentNotices: avvisi.map((noticeNumber) => ({
          noticeNumber,
          fiscalCode: DOMINIO,
          amount: 33800,
          companyName: 'INPS (simulato)',
          description: 'Contributi 4/2020',
        })),
        returnUrls: {
          returnOkUrl: 'http://ente.example/ok',
          returnCancelUrl: 'http://ente.example/annullato',
          returnErrorUrl: 'http://ente.example/errore',
          returnWaitingUrl: 'http://ente.example/attesa',
        },
      });
      if (esito.esito === 'KO') throw new Error(esito.dettaglio);
      const persona = cittadino(banco.url, new URL(esito.url).searchParams.get('idSession') ?? '');
      const stati = () => altro.prepare('SELECT DISTINCT stato FROM avviso').pluck().all();
      altro.exec(`CREATE TRIGGER ferma BEFORE UPDATE OF esito ON sessione BEGIN SELECT raise(ABORT, 'not now'); END`);
      expect((await persona.paga('carta')).stato).toBeGreaterThanOrEqual(500);
      expect(stati()).toEqual(['PAYING']);
      altro.exec('DROP TRIGGER ferma');
      const riepilogo = await persona.pagina('riepilogo');
      const canale = /name="canale" value="([^"]*)"/.exec(riepilogo.html)?.[1] ?? '';
      expect((await persona.invia('paga', { canale })).html).toContain('Pagamento riuscito');
      expect(stati()).toEqual(['PAID']);
      expect((await persona.pagina('welcome')).percorso).toBe('/wallet/esito');
      await finche(() => ente.ricevute.length === 2, 'two receipts');
    } finally {
      altro.close();
      await banco.close();
      await ente.close();
      rmSync(cartella, { recursive: true });
    }
  });
});
