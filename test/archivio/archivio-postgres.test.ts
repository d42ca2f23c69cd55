import { afterAll, beforeAll } from 'vitest';
import { casiArchivio } from './casi-archivio.ts';
import { type PostgresDiProva, startPostgres } from './postgres-di-prova.ts';

let postgres: PostgresDiProva;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

casiArchivio('PostgreSQL', () => postgres.archivio());
