import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSimulatore } from '../../src/simulatore/server.ts';
import { avviaBanco, finche, INIZIO, nodoClient, stazione } from './banco.ts';
import { cittadino } from './cittadino.ts';

describe('a node that stops and starts again', () => {
  let cartella: string;
  beforeEach(() => {
    cartella = mkdtempSync(join(tmpdir(), 'nodo-'));
  });
  afterEach(() => rmSync(cartella, { recursive: true }));

  it('still has its carts, rules, clock and undelivered receipts', async () => {
    const dbFile = join(cartella, 'nodo.sqlite');
    const primo = await avviaBanco({ dbFile });
    const [pagato, aperto] = [await primo.carrello(), await primo.carrello()];
    primo.simulatore.regole.aggiungi({ scenario: 'rt-in-ritardo', volte: 1 });
    await cittadino(primo.url, pagato.idSession).paga('carta');
    primo.simulatore.orologio.sposta(-5_000);
    await primo.simulatore.close();

    const secondo = createSimulatore({
      port: 0,
      dbFile,
      clock: { now: () => new Date(INIZIO.getTime() + 3_700_000) },
      stazioni: [stazione(primo.ente.url)],
      durataSessioneMs: 10,
    });
    const { url } = await secondo.listen();
    expect(secondo.orologio.scarto).toBe(-5_000);
    expect(secondo.regole.elenco()).toHaveLength(1);
    await finche(() => primo.ente.ricevute.length === 2, 'the late receipt and that of the cart nobody paid');
    expect(primo.ente.ricevute.map((rt) => rt.esito).sort()).toEqual(['0', '1']);
    const [chiave] = aperto.chiavi;
    const stato = chiave && (await nodoClient(url).chiediStatoRpt(chiave));
    expect(stato).toHaveProperty('storico');
    await secondo.close();
    await primo.ente.close();
  });
});
