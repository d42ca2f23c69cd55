import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import { type FineTurno, prendiTurno } from '../sqlite/turno-sul-file.ts';
import { isPostgres } from './dialetto.ts';

/** Arbitrary number that all our processes agree on: whoever prepares the database holds it. */
const BLOCCO = 4_202_000_338;
/** Between one look and the next, milliseconds. A wait inside the database would be cut by its own time-outs. */
const OGNI_MS = 200;

/**
 * Runs a work on the database while no other process of ours runs one: processes that start together prepare it once, and the
 * others find it done. A process that dies lets go: of PostgreSQL's with its connection, of the file's as the system does.
 */
export async function unaAllaVolta<T>(knex: Knex, lavoro: () => Promise<T>): Promise<T> {
  return isPostgres(knex) ? conBlocco(knex, lavoro) : colTurno(fileDi(knex), lavoro);
}

async function colTurno<T>(file: string, lavoro: () => Promise<T>): Promise<T> {
  let fine: FineTurno | undefined;
  while ((fine = prendiTurno(file)) === undefined) await wait(OGNI_MS);
  try {
    return await lavoro();
  } finally {
    fine();
  }
}

function fileDi(knex: Knex): string {
  return (knex.client as { readonly connectionSettings: { readonly filename: string } }).connectionSettings.filename;
}

async function conBlocco<T>(knex: Knex, lavoro: () => Promise<T>): Promise<T> {
  const client = knex.client as Knex.Client;
  const connessione = (await client.acquireConnection()) as object;
  const chiedi = async (funzione: string) => {
    const { rows } = await knex
      .raw<{ rows: { preso: boolean }[] }>(`SELECT ${funzione}(?) AS preso`, [BLOCCO])
      .connection(connessione);
    return rows[0]?.preso === true;
  };
  try {
    while (!(await chiedi('pg_try_advisory_lock'))) await wait(OGNI_MS);
    try {
      return await lavoro();
    } finally {
      await chiedi('pg_advisory_unlock');
    }
  } finally {
    await client.releaseConnection(connessione);
  }
}
