import type { TestProject } from 'vitest/node';
import { avviaPostgres, SENZA_ATTESE } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Base URL of the run's PostgreSQL server, without a database's name. */
    postgres: string;
  }
}

/** One real PostgreSQL server for all the tests of the run; each of them makes databases of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await avviaPostgres(SENZA_ATTESE);
  project.provide('postgres', server.url);
  return () => server.stop();
}
