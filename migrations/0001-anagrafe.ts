import type { Knex } from 'knex';
import { createRefusal, dialetto, run } from './dialetto.ts';

/**
 * Employers, their workers, the rapporti and their terms over time. A worker's row belongs to one employer: two families who
 * employ the same person see and change each their own. The composite keys make a rapporto across employers impossible.
 */
export async function up(knex: Knex): Promise<void> {
  const { intero, fine } = dialetto(knex);
  await createRefusal(knex);
  await run(knex, [
    `CREATE TABLE datori (
       id TEXT PRIMARY KEY,
       codice_fiscale TEXT NOT NULL UNIQUE,
       cognome TEXT NOT NULL,
       nome TEXT NOT NULL,
       via TEXT, civico TEXT, cap TEXT, comune TEXT, provincia TEXT,
       CHECK ((via IS NULL) = (comune IS NULL))
     )${fine}`,
    `CREATE TABLE lavoratori (
       id TEXT PRIMARY KEY,
       datore_id TEXT NOT NULL REFERENCES datori (id),
       codice_fiscale TEXT NOT NULL,
       cognome TEXT NOT NULL,
       nome TEXT NOT NULL,
       UNIQUE (datore_id, codice_fiscale),
       UNIQUE (id, datore_id)
     )${fine}`,
    `CREATE TABLE rapporti (
       id TEXT PRIMARY KEY,
       codice TEXT NOT NULL UNIQUE,
       datore_id TEXT NOT NULL,
       lavoratore_id TEXT NOT NULL,
       assunzione TEXT NOT NULL CHECK (length(assunzione) = 10),
       cessazione TEXT CHECK (cessazione >= assunzione),
       UNIQUE (id, datore_id),
       FOREIGN KEY (lavoratore_id, datore_id) REFERENCES lavoratori (id, datore_id)
     )${fine}`,
    `CREATE INDEX rapporti_datore ON rapporti (datore_id)`,
    `CREATE TABLE condizioni (
       rapporto_id TEXT NOT NULL REFERENCES rapporti (id),
       dal TEXT NOT NULL CHECK (length(dal) = 10),
       ore_settimanali TEXT NOT NULL,
       paga_tipo TEXT NOT NULL CHECK (paga_tipo IN ('oraria', 'mensile')),
       paga_importo ${intero} NOT NULL CHECK (paga_importo >= 0),
       vitto_alloggio_giorni ${intero} NOT NULL CHECK (vitto_alloggio_giorni BETWEEN 0 AND 7),
       senza_cuaf ${intero} NOT NULL CHECK (senza_cuaf IN (0, 1)),
       tempo_determinato ${intero} NOT NULL CHECK (tempo_determinato IN (0, 1)),
       associazione TEXT CHECK (associazione IN ('F2', 'E1')),
       PRIMARY KEY (rapporto_id, dal)
     )${fine}`,
  ]);
}
