import type { Knex } from 'knex';
import { lettoreDi } from './client-sqlite.ts';
import { type Connessione, connessioneDiLettura, connessionePostgres } from './connessione.ts';
import { type Checkpointer, startCheckpointer } from './checkpointer.ts';
import { attesePostgres } from './client-postgres.ts';
import { isPassing, whilePassing } from './connessione-persa.ts';
import { CommitIncerto } from './guasto-archivio.ts';
import { isPostgres } from './dialetto.ts';
import { PAGINE_DEL_WAL } from './prepara-connessione.ts';
import { createScrittureInsieme, type EseguiInTransazione } from './scritture-insieme.ts';

/** While a thread copies the log, the writer does so only beyond this many pages: a thread that cannot keep up. */
const PAGINE_DEL_WAL_AL_PIU = 100_000;

/** A database as the repositories use it. */
export interface Connessioni {
  /** Outside transactions. */
  readonly letture: Connessione;
  readonly transazione: EseguiInTransazione;
  /**
   * For a process that serves many and for long: from here on a thread of its own copies SQLite's log. PostgreSQL does so itself.
   * @param onError told if the thread fails; the writer then copies again by itself
   */
  startCheckpointer(onError: (errore: unknown) => void): Promise<void>;
  close(): Promise<void>;
}

export function createConnessioni(knex: Knex): Connessioni {
  return isPostgres(knex) ? suPostgres(knex) : suSqlite(knex);
}

/** A lost connection is no matter where nothing was done: what was only read, what was not committed. */
function suPostgres(knex: Knex): Connessioni {
  const { attesaMs } = attesePostgres(knex.client);
  const diretta = connessionePostgres(knex);
  return {
    letture: {
      ...diretta,
      righe: (chiamata) =>
        chiamata.compilata('postgres').scrive
          ? diretta.righe(chiamata)
          : whilePassing(() => diretta.righe(chiamata), attesaMs),
    },
    transazione: (lavoro) => whilePassing(() => commitOrNothing(knex, lavoro), attesaMs),
    startCheckpointer: () => Promise.resolve(),
    close: () => knex.destroy(),
  };
}

/** @throws CommitIncerto when the connection is lost at the commit: done or not, it must not be done again */
async function commitOrNothing<T>(knex: Knex, lavoro: (connessione: Connessione) => Promise<T>): Promise<T> {
  let finito = false;
  try {
    return await knex.transaction(async (trx) => {
      const valore = await lavoro(connessionePostgres(trx));
      finito = true;
      return valore;
    });
  } catch (errore) {
    throw finito && isPassing(errore) ? new CommitIncerto({ cause: errore }) : errore;
  }
}

function suSqlite(knex: Knex): Connessioni {
  const lettore = lettoreDi(knex);
  let checkpointer: Checkpointer | undefined;
  const transazione = createScrittureInsieme(knex);
  return {
    letture: connessioneDiLettura(knex, () => lettore.connessione(), transazione),
    transazione,
    async startCheckpointer(onError) {
      if (checkpointer !== undefined) return;
      checkpointer = startCheckpointer(
        fileOf(knex),
        (errore) => {
          void checkpointEvery(knex, PAGINE_DEL_WAL).catch(onError);
          onError(errore);
        },
        (codice) => {
          if (codice !== null) onError(new Error(`the log of SQLite is not copied for now: ${codice}`));
        },
      );
      await checkpointEvery(knex, PAGINE_DEL_WAL_AL_PIU);
    },
    close: async () => {
      await checkpointer?.stop();
      await knex.destroy();
    },
  };
}

function checkpointEvery(knex: Knex, pagine: number): Promise<unknown> {
  return knex.raw(`PRAGMA wal_autocheckpoint = ${pagine}`);
}

function fileOf(knex: Knex): string {
  return (knex.client as { readonly connectionSettings: { readonly filename: string } }).connectionSettings.filename;
}
