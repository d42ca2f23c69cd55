import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Sqlite } from '../../src/sqlite/driver.ts';
import { type Banco, avviaBanco, finche } from './banco.ts';
import { cittadino } from './cittadino.ts';

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
