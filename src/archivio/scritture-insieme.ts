import type BetterSqlite3 from 'better-sqlite3';
import type { Knex } from 'knex';
import { type Connessione, connessioneSqlite } from './connessione.ts';
import { guastoArchivio } from './guasto-archivio.ts';

/** Runs a work in a write transaction; resolves once it is on disk. */
export type EseguiInTransazione = <T>(lavoro: (connessione: Connessione) => Promise<T>) => Promise<T>;

/** Works that share one commit: a bound on how long the loop does nothing else. */
const MASSIMO = 12;
/** Turns of the loop in which the first waits for others: over at once where nothing else is to do, … */
const GIRI_DI_ATTESA = 20;
/** … and not waited for when they are long, as while a batch is printed. */
const ATTESA_MS = 15;

interface InAttesa {
  readonly lavoro: (connessione: Connessione) => Promise<unknown>;
  readonly risolvi: (valore: unknown) => void;
  readonly rifiuta: (errore: unknown) => void;
}

/**
 * SQLite has one writer, and with `synchronous=FULL` each commit waits for the disk: the works that come within a few turns of
 * the loop are committed together. Each is all or nothing by itself, is told of its result only after
 * the commit, and is none the wiser. PostgreSQL gathers commits by itself.
 */
export function createScrittureInsieme(knex: Knex): EseguiInTransazione {
  const coda: InAttesa[] = [];
  let inCorso = false;
  const scarica = async (): Promise<void> => {
    while (coda.length > 0) {
      await othersToCome(coda);
      await commitTogether(knex, coda.splice(0, MASSIMO));
    }
    inCorso = false;
  };
  return <T>(lavoro: (connessione: Connessione) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      coda.push({ lavoro, risolvi: (valore) => resolve(valore as T), rifiuta: reject });
      if (inCorso) return;
      inCorso = true;
      void scarica();
    });
}

async function othersToCome(coda: readonly unknown[]): Promise<void> {
  const fine = performance.now() + ATTESA_MS;
  for (let giro = 0; giro < GIRI_DI_ATTESA; giro += 1) {
    await new Promise((poi) => setImmediate(poi));
    if (coda.length >= MASSIMO || performance.now() >= fine) return;
  }
}

/**
 * All in one transaction, without a line between them: works fail seldom. When one does, everything is undone, the others run again
 * without it, and then it runs by itself; works may run again (see `ConTransazioni`).
 */
async function commitTogether(knex: Knex, gruppo: readonly InAttesa[]): Promise<void> {
  const valori: unknown[] = [];
  let fallito: InAttesa | undefined;
  try {
    await knex.transaction(async (trx) => {
      const sqlite = (await (trx.client as Knex.Client).acquireConnection()) as BetterSqlite3.Database;
      // Knex runs the work of a transaction that could not begin, and rejects it for that afterwards: here each statement would
      // have been committed by itself.
      if (!sqlite.inTransaction) throw new Error('the transaction did not begin');
      const connessione = connessioneSqlite(trx, sqlite);
      for (const uno of gruppo) {
        fallito = uno;
        valori.push(await uno.lavoro(connessione));
      }
      fallito = undefined;
    });
  } catch (errore) {
    // A commit that fails leaves SQLite inside the transaction; where there is none, this fails and harms nobody.
    await knex.raw('ROLLBACK').catch(() => undefined);
    await afterFailure(knex, gruppo, fallito, errore);
    return;
  }
  gruppo.forEach(({ risolvi }, indice) => risolvi(valori[indice]));
}

async function afterFailure(
  knex: Knex,
  gruppo: readonly InAttesa[],
  fallito: InAttesa | undefined,
  errore: unknown,
): Promise<void> {
  if (fallito === undefined || gruppo.length === 1 || guastoArchivio(errore) !== undefined) {
    for (const { rifiuta } of gruppo) rifiuta(errore);
    return;
  }
  await commitTogether(
    knex,
    gruppo.filter((uno) => uno !== fallito),
  );
  await commitTogether(knex, [fallito]);
}
