import type { Knex } from 'knex';
import { dialetto, isPostgres, run } from './dialetto.ts';

const TIPI = "tipo IN ('calcola', 'avvisi', 'clienti')";

/** A list of clients is a job of the one queue, like the batches. */
export async function up(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    await run(knex, [
      `ALTER TABLE lotti DROP CONSTRAINT lotti_tipo_check`,
      `ALTER TABLE lotti ADD CONSTRAINT lotti_tipo_check CHECK (${TIPI})`,
    ]);
    return;
  }
  // SQLite changes no CHECK in place. Other tables speak of these rows, so the new table takes the old one's name before its
  // rows come back: until then, within this transaction, the references are let be.
  const { intero, fine } = dialetto(knex);
  await run(knex, [
    `PRAGMA defer_foreign_keys = ON`,
    `CREATE TABLE lotti_di_prima AS SELECT * FROM lotti`,
    `DROP TABLE lotti`,
    `CREATE TABLE lotti (
       id TEXT PRIMARY KEY,
       tipo TEXT NOT NULL CHECK (${TIPI}),
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
       cadute ${intero} NOT NULL DEFAULT 0,
       CHECK ((stato = 'in-corso') = (presa IS NOT NULL)),
       CHECK ((stato IN ('finito', 'fallito', 'annullato')) = (finito_il IS NOT NULL))
     )${fine}`,
    `INSERT INTO lotti SELECT * FROM lotti_di_prima`,
    `DROP TABLE lotti_di_prima`,
    `CREATE INDEX lotti_coda ON lotti (stato, creato_il)`,
    `CREATE INDEX lotti_proprietario ON lotti (proprietario, creato_il)`,
  ]);
}
