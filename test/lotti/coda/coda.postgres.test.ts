import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { createApplicazione } from '../../../src/applicazione/crea-applicazione.ts';
import { loadImpostazioni } from '../../../src/impostazioni/impostazioni.ts';
import { type ArchivioDiProva, clockDiProva } from '../../archivio/archivio-di-prova.ts';
import { type PostgresDiProva, startPostgres } from '../../archivio/postgres-di-prova.ts';
import { Cartella } from '../cartella.ts';
import { casiClienti } from './casi-clienti.ts';
import { casiCoda } from './casi-coda.ts';
import type { MondoCoda } from './mondo-coda.ts';

let postgres: PostgresDiProva;
beforeAll(async () => (postgres = await startPostgres()), 120_000);
afterAll(() => postgres.stop());

let prova: ArchivioDiProva;
let cartelle: readonly [Cartella, Cartella];
let mondo: MondoCoda;
beforeEach(async () => {
  prova = await postgres.archivio();
  if (prova.database.tipo !== 'postgres') throw new Error('not PostgreSQL');
  const url = prova.database.url;
  const clock = clockDiProva('2026-04-03T08:00:00Z');
  // Two machines: each with a data folder of its own, so that only the database is shared.
  cartelle = [new Cartella(), new Cartella()];
  const open = (cartella: Cartella) =>
    createApplicazione(loadImpostazioni({ TRIMESTRE_DATI: cartella.path, DATABASE_URL: url }), { clock });
  mondo = { apps: [await open(cartelle[0]), await open(cartelle[1])] };
});
afterEach(async () => {
  for (const app of mondo.apps) await app.close();
  for (const cartella of cartelle) cartella.remove();
  await prova.close();
});

describe('the queue of batches on PostgreSQL, from two machines', () => casiCoda(() => mondo));
describe('lists of clients in the queue on PostgreSQL, from two machines', () => casiClienti(() => mondo));
