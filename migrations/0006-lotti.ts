import type { Knex } from 'knex';
import { dialetto, isPostgres, run } from './dialetto.ts';

/**
 * Batches: a queue that survives whoever works at it, the notices each batch prints, what it refused, and its files in parts,
 * so that any process on any machine can take a batch up. Rows of a batch go when its files go; bollettini stay.
 */
export async function up(knex: Knex): Promise<void> {
  const { intero, fine } = dialetto(knex);
  const bytes = isPostgres(knex) ? 'BYTEA' : 'BLOB';
  await run(knex, [
    `CREATE TABLE lotti (
       id TEXT PRIMARY KEY,
       tipo TEXT NOT NULL CHECK (tipo IN ('calcola', 'avvisi')),
       stato TEXT NOT NULL CHECK (stato IN ('in-arrivo', 'in-coda', 'in-corso', 'finito', 'fallito', 'annullato')),
       proprietario TEXT NOT NULL,
       attore TEXT NOT NULL,
       nome_file TEXT NOT NULL,
       opzioni TEXT NOT NULL,
       creato_il TEXT NOT NULL,
       presa TEXT,
       prese ${intero} NOT NULL DEFAULT 0 CHECK (prese >= 0),
       battito TEXT,
       fase TEXT,
       fatti ${intero} NOT NULL DEFAULT 0,
       totali ${intero} NOT NULL DEFAULT 0,
       righe ${intero} NOT NULL DEFAULT 0,
       rifiutate ${intero} NOT NULL DEFAULT 0,
       punto TEXT,
       esito TEXT,
       errore TEXT,
       finito_il TEXT,
       CHECK ((stato = 'in-corso') = (presa IS NOT NULL)),
       CHECK ((stato IN ('finito', 'fallito', 'annullato')) = (finito_il IS NOT NULL))
     )${fine}`,
    `CREATE INDEX lotti_coda ON lotti (stato, creato_il)`,
    `CREATE INDEX lotti_proprietario ON lotti (proprietario, creato_il)`,
    `CREATE TABLE lotti_avvisi (
       lotto_id TEXT NOT NULL REFERENCES lotti (id),
       numero ${intero} NOT NULL,
       riga ${intero} NOT NULL,
       id_riga TEXT NOT NULL,
       bollettino_id TEXT NOT NULL REFERENCES bollettini (id),
       PRIMARY KEY (lotto_id, numero)
     )${fine}`,
    `CREATE TABLE lotti_errori (
       lotto_id TEXT NOT NULL REFERENCES lotti (id),
       numero ${intero} NOT NULL,
       riga ${intero} NOT NULL,
       id_riga TEXT NOT NULL,
       colonna TEXT NOT NULL,
       valore TEXT NOT NULL,
       errore TEXT NOT NULL,
       PRIMARY KEY (lotto_id, numero)
     )${fine}`,
    `CREATE TABLE lotti_file (
       lotto_id TEXT NOT NULL REFERENCES lotti (id),
       nome TEXT NOT NULL,
       parte ${intero} NOT NULL CHECK (parte >= 0),
       contenuto ${bytes} NOT NULL,
       PRIMARY KEY (lotto_id, nome, parte)
     )${fine}`,
  ]);
}
