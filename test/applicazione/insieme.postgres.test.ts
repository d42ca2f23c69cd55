import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApplicazione } from '../../src/applicazione/crea-applicazione.ts';
import { openDatabase } from '../../src/archivio/database.ts';
import { unaAllaVolta } from '../../src/archivio/una-alla-volta.ts';
import { loadImpostazioni } from '../../src/impostazioni/impostazioni.ts';
import { systemClock } from '../../src/valori/clock.ts';
import { type PostgresDiProva, startPostgres } from '../archivio/postgres-di-prova.ts';

let postgres: PostgresDiProva;
let cartella: string;
beforeAll(async () => {
  postgres = await startPostgres();
  cartella = mkdtempSync(join(tmpdir(), 'trimestre-insieme-'));
});
afterAll(async () => {
  await postgres.stop();
  rmSync(cartella, { recursive: true });
});

it('three processes that start together on an empty database prepare it once, demo data included', async () => {
  const impostazioni = loadImpostazioni({ TRIMESTRE_DATI: cartella, DATABASE_URL: await postgres.vuoto() });
  const tre = await Promise.all([1, 2, 3].map(() => createApplicazione(impostazioni, { clock: systemClock })));
  try {
    const conti = await Promise.all(
      tre.map(async (app) => {
        await app.migrate();
        return app.loadDemo();
      }),
    );
    expect(new Set(conti.map((conto) => JSON.stringify(conto))).size).toBe(1);
    const [primo] = tre;
    expect(await primo?.knex('bollettini')).toHaveLength(conti[0]?.bollettini ?? -1);
    expect(await primo?.knex('anomalie')).toEqual([]);
  } finally {
    await Promise.all(tre.map((app) => app.close()));
  }
});

it('a process that dies while it prepares the database lets the next one in', async () => {
  const url = await postgres.vuoto();
  const [uno, altro] = [1, 2].map(() => openDatabase({ tipo: 'postgres', url }));
  if (uno === undefined || altro === undefined) throw new Error('two connections');
  let entrato = false;
  const morto = unaAllaVolta(uno, async () => {
    // Its connections are cut, as those of a killed process are.
    await altro.raw(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await unaAllaVolta(altro, () => Promise.resolve((entrato = true)));
  });
  await expect(morto).rejects.toThrow();
  expect(entrato).toBe(true);
  await Promise.all([uno.destroy(), altro.destroy()]);
});
