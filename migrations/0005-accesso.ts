import type { Knex } from 'knex';
import { dialetto, run } from './dialetto.ts';

/** API tokens (hashes), counters of attempts to come in, sessions (columns of connect-session-knex), facts about the archive. */
export async function up(knex: Knex): Promise<void> {
  const { intero, istante, json, fine } = dialetto(knex);
  await run(knex, [
    `CREATE TABLE token_api (
       id TEXT PRIMARY KEY,
       nome TEXT NOT NULL,
       impronta TEXT NOT NULL UNIQUE,
       datore_id TEXT REFERENCES datori (id),
       creato_il TEXT NOT NULL,
       revocato_il TEXT
     )${fine}`,
    `CREATE TABLE limiti_accesso (
       chiave TEXT NOT NULL,
       finestra ${intero} NOT NULL,
       conteggio ${intero} NOT NULL CHECK (conteggio >= 0),
       PRIMARY KEY (chiave, finestra)
     )${fine}`,
    `CREATE INDEX limiti_accesso_finestra ON limiti_accesso (finestra)`,
    `CREATE TABLE sessioni (
       sid TEXT PRIMARY KEY,
       sess ${json} NOT NULL,
       expired ${istante} NOT NULL
     )${fine}`,
    `CREATE INDEX sessioni_scadute ON sessioni (expired)`,
    `CREATE TABLE stato_archivio (
       nome TEXT PRIMARY KEY,
       valore TEXT NOT NULL
     )${fine}`,
  ]);
}
