import type { Knex } from 'knex';
import { dialetto, isPostgres, run } from './dialetto.ts';

/**
 * Real use by one family: the passphrase that opens it, what was read from the notices that INPS gave, the files kept with a
 * bollettino, and what the family says that it paid.
 */
export async function up(knex: Knex): Promise<void> {
  const { intero, fine } = dialetto(knex);
  const bytes = isPostgres(knex) ? 'BYTEA' : 'BLOB';
  await run(knex, [
    `CREATE TABLE famiglia (
       id ${intero} PRIMARY KEY CHECK (id = 1),
       datore_id TEXT NOT NULL REFERENCES datori (id),
       sale TEXT NOT NULL,
       impronta TEXT NOT NULL,
       costo ${intero} NOT NULL CHECK (costo > 0),
       cambiata_il TEXT NOT NULL
     )${fine}`,
    `CREATE TABLE allegati (
       id TEXT PRIMARY KEY,
       bollettino_id TEXT NOT NULL REFERENCES bollettini (id),
       cosa TEXT NOT NULL CHECK (cosa IN ('avviso', 'ricevuta')),
       formato TEXT NOT NULL CHECK (formato IN ('pdf', 'png', 'jpeg', 'webp', 'tiff', 'heic')),
       contenuto ${bytes} NOT NULL,
       aggiunto_il TEXT NOT NULL
     )${fine}`,
    `CREATE INDEX allegati_bollettino ON allegati (bollettino_id, aggiunto_il)`,
    `CREATE TABLE avvisi_inps (
       bollettino_id TEXT PRIMARY KEY REFERENCES bollettini (id),
       codice_avviso TEXT NOT NULL CHECK (length(codice_avviso) = 18),
       codice_fiscale_ente TEXT NOT NULL CHECK (length(codice_fiscale_ente) = 11),
       importo ${intero} NOT NULL CHECK (importo > 0),
       avvertenze TEXT NOT NULL,
       letto_il TEXT NOT NULL
     )${fine}`,
    `CREATE TABLE pagamenti_dichiarati (
       bollettino_id TEXT PRIMARY KEY REFERENCES bollettini (id),
       pagato_il TEXT NOT NULL CHECK (length(pagato_il) = 10),
       importo ${intero} NOT NULL CHECK (importo > 0),
       dichiarato_il TEXT NOT NULL
     )${fine}`,
  ]);
}
