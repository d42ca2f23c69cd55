import type { Knex } from 'knex';
import { dialetto, neverDeleted, run } from './dialetto.ts';

/**
 * Counters that never go back, and the bollettini. One alive bollettino for each (rapporto, trimestre, group of weeks) is an
 * index, so that no race can make two.
 */
export async function up(knex: Knex): Promise<void> {
  const { intero, fine } = dialetto(knex);
  await run(knex, [
    `CREATE TABLE progressivi (
       nome TEXT PRIMARY KEY,
       valore ${intero} NOT NULL CHECK (valore >= 0)
     )${fine}`,
    `CREATE TABLE bollettini (
       id TEXT PRIMARY KEY,
       rapporto_id TEXT NOT NULL,
       datore_id TEXT NOT NULL,
       trimestre_anno ${intero} NOT NULL,
       trimestre_numero ${intero} NOT NULL CHECK (trimestre_numero BETWEEN 1 AND 4),
       gruppo TEXT NOT NULL CHECK (gruppo IN ('fino-24', 'oltre-24')),
       codice_inps TEXT NOT NULL UNIQUE CHECK (length(codice_inps) = 15),
       iuv TEXT NOT NULL UNIQUE,
       codice_avviso TEXT NOT NULL UNIQUE CHECK (length(codice_avviso) = 18),
       importo ${intero} NOT NULL CHECK (importo > 0),
       scadenza TEXT NOT NULL CHECK (length(scadenza) = 10),
       stato TEXT NOT NULL CHECK (stato IN ('nel-carrello', 'in-pagamento', 'pagato', 'eliminato')),
       versione ${intero} NOT NULL CHECK (versione >= 1),
       dati TEXT NOT NULL,
       calcolo TEXT NOT NULL,
       creato_il TEXT NOT NULL,
       aggiornato_il TEXT NOT NULL,
       FOREIGN KEY (rapporto_id, datore_id) REFERENCES rapporti (id, datore_id)
     )${fine}`,
    `CREATE UNIQUE INDEX bollettini_vivi ON bollettini (rapporto_id, trimestre_anno, trimestre_numero, gruppo)
       WHERE stato IN ('nel-carrello', 'in-pagamento')`,
    `CREATE INDEX bollettini_datore ON bollettini (datore_id, stato)`,
    `CREATE INDEX bollettini_rapporto ON bollettini (rapporto_id, trimestre_anno, trimestre_numero)`,
  ]);
  await neverDeleted(knex, 'bollettini');
}
