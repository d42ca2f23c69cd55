import type { Knex } from 'knex';
import { ErroreDati } from '../valori/errore-dati.ts';
import { lettoreDi } from './client-sqlite.ts';
import { type Database, openDatabase, senzaLimiti } from './database.ts';
import { isPostgres } from './dialetto.ts';
import { migrate, missingMigrations } from './migrazioni.ts';

/**
 * Tables in the order in which rows may be written: each after those it refers to. Sessions and logins under way stay behind:
 * whoever is in comes in again; the weeks that bollettini cover are written by the database itself as these come.
 */
export const TABELLE = [
  'datori',
  'lavoratori',
  'rapporti',
  'condizioni',
  'clienti',
  'progressivi',
  'bollettini',
  'sostituzioni',
  'famiglia',
  'messaggi_letti',
  'contatti',
  'messaggi_inviati',
  'avvisi_inps',
  'pagamenti_dichiarati',
  'allegati',
  'conferme',
  'consegne',
  'attivazioni',
  'tentativi',
  'richieste',
  'ricevute',
  'incassi',
  'anomalie',
  'giornale_eventi',
  'atti',
  'sigilli',
  'token_api',
  'risposte_api',
  'tentativi_accesso',
  'stato_archivio',
  'lotti',
  'lotti_avvisi',
  'lotti_errori',
  'lotti_file',
  'flussi',
  'righe_flusso',
  'registro_spid',
] as const;

/** Tables whose rows the database numbers by itself, and must go on numbering after the copied ones; the column of the number. */
const NUMERATE = { giornale_eventi: 'id', atti: 'id', registro_spid: 'numero' } as const;
/** Bound parameters of one statement: below what both databases take. */
const PARAMETRI_MASSIMI = 900;

/** Rows read at a time; of those that hold a file or a piece of one, some megabytes each, only a few. */
const PAGINA = 2_000;
const PAGINA_FILE = 4;
const CON_FILE: ReadonlySet<string> = new Set(['lotti_file', 'allegati']);

/** Rows copied, by table. */
export type EsitoCopia = Readonly<Record<string, number>>;

/**
 * Copies a whole archive into an empty one, from SQLite to PostgreSQL or back, in one transaction: all of it or nothing. The
 * target is migrated first; the source is only read, as it was at one moment: nobody waits for it, and what others
 * write meanwhile is left out.
 * @param opzioni `nuovo`: what a program notes of itself before anybody used it does not count as data
 * @throws ErroreDati `archivio-non-vuoto` when the target holds rows, `archivio-non-aggiornato` when the source's schema is not
 *   this program's
 */
export async function copyDatabase(
  da: Database,
  a: Database,
  opzioni: { readonly nuovo?: boolean } = {},
): Promise<EsitoCopia> {
  const [origine, meta] = [openDatabase(senzaLimiti(da)), openDatabase(senzaLimiti(a))];
  try {
    await requireUpToDate(origine);
    await migrate(meta);
    return await origine.transaction(
      (lettura) =>
        meta.transaction(async (scrittura) => {
          if (opzioni.nuovo === true) await forgetBeginnings(scrittura);
          return copyTables(lettura, scrittura);
        }),
      isPostgres(origine)
        ? { isolationLevel: 'repeatable read', readOnly: true }
        : { connection: lettoreDi(origine).connessione() },
    );
  } finally {
    await Promise.all([origine.destroy(), meta.destroy()]);
  }
}

async function copyTables(origine: Knex, meta: Knex): Promise<EsitoCopia> {
  const copiate: Record<string, number> = {};
  for (const tabella of TABELLE) {
    if ((await meta(tabella).first()) !== undefined) throw notEmpty(tabella);
    copiate[tabella] = await copyTable(origine, meta, tabella);
  }
  if (isPostgres(meta)) {
    for (const [tabella, colonna] of Object.entries(NUMERATE)) await restartNumbers(meta, tabella, colonna);
  }
  return copiate;
}

/** Tables in which a program writes by itself as soon as it is started. */
const DI_SE = ['stato_archivio', 'tentativi_accesso'];

async function forgetBeginnings(meta: Knex): Promise<void> {
  for (const tabella of DI_SE) await meta(tabella).delete();
}

/** Row by row from a cursor's pages, so that a long journal does not have to fit in memory. */
async function copyTable(origine: Knex, meta: Knex, tabella: string): Promise<number> {
  const chiavi = await keyColumns(origine, tabella);
  const pagina = CON_FILE.has(tabella) ? PAGINA_FILE : PAGINA;
  let quante = 0;
  for (;;) {
    const righe = (await origine(tabella).orderBy(chiavi).offset(quante).limit(pagina)) as Record<string, unknown>[];
    const [prima] = righe;
    if (prima === undefined) return quante;
    const perVolta = Math.max(1, Math.floor(PARAMETRI_MASSIMI / Object.keys(prima).length));
    for (let da = 0; da < righe.length; da += perVolta) await meta(tabella).insert(righe.slice(da, da + perVolta));
    quante += righe.length;
  }
}

/** The primary key, which gives pages an order that holds. */
async function keyColumns(knex: Knex, tabella: string): Promise<string[]> {
  if (isPostgres(knex)) {
    const { rows } = await knex.raw<{ rows: { nome: string }[] }>(
      `SELECT a.attname AS nome FROM pg_index i
         JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
        WHERE i.indrelid = ?::regclass AND i.indisprimary`,
      [tabella],
    );
    return rows.map((riga) => riga.nome);
  }
  const colonne = await knex.raw<{ name: string; pk: number }[]>(`PRAGMA table_info(${tabella})`);
  return colonne.filter((colonna) => colonna.pk > 0).map((colonna) => colonna.name);
}

async function restartNumbers(trx: Knex, tabella: string, colonna: string): Promise<void> {
  await trx.raw(
    `SELECT setval(pg_get_serial_sequence(?, ?), (SELECT coalesce(max(${colonna}), 0) + 1 FROM ${tabella}), false)`,
    [tabella, colonna],
  );
}

/** A source with a step more or less would lose columns, or bring some that the target does not know. */
async function requireUpToDate(origine: Knex): Promise<void> {
  const mancanti = await missingMigrations(origine);
  if (mancanti.length === 0) return;
  throw new ErroreDati('archivio-non-aggiornato', { mancanti: mancanti.join(', ') });
}

function notEmpty(tabella: string): ErroreDati {
  return new ErroreDati('archivio-non-vuoto', { tabella });
}
