import type { Knex } from 'knex';
import { appendOnlyUpdates, dialetto, run } from './dialetto.ts';

/** Logins with SPID: the requests under way, how to end a session at its provider, and the register of what was exchanged. */
export async function up(knex: Knex): Promise<void> {
  const { intero, numeroDiRiga, fine } = dialetto(knex);
  await run(knex, [
    `CREATE TABLE richieste_spid (
       id TEXT PRIMARY KEY,
       fornitore TEXT NOT NULL,
       livello ${intero} NOT NULL CHECK (livello BETWEEN 1 AND 3),
       legame TEXT NOT NULL,
       relay TEXT NOT NULL,
       creata_il TEXT NOT NULL,
       scade_il TEXT NOT NULL,
       torna TEXT,
       persona TEXT,
       stato TEXT NOT NULL CHECK (stato IN ('inviata', 'verificata', 'negata', 'consegnata')),
       asserzione TEXT UNIQUE,
       codice TEXT UNIQUE,
       entro TEXT,
       identita TEXT,
       CHECK ((stato = 'verificata') = (identita IS NOT NULL))
     )${fine}`,
    `CREATE INDEX richieste_spid_creata ON richieste_spid (creata_il)`,
    `CREATE TABLE sessioni_spid (
       sid TEXT PRIMARY KEY,
       fornitore TEXT NOT NULL,
       nome TEXT NOT NULL,
       chiuso TEXT NOT NULL,
       creata_il TEXT NOT NULL
     )${fine}`,
    `CREATE INDEX sessioni_spid_nome ON sessioni_spid (fornitore, nome)`,
    `CREATE TABLE registro_spid (
       numero ${numeroDiRiga},
       richiesta_id TEXT NOT NULL,
       tipo TEXT NOT NULL CHECK (tipo IN ('richiesta', 'risposta')),
       quando TEXT NOT NULL,
       fornitore TEXT NOT NULL,
       esito TEXT NOT NULL,
       chiuso TEXT NOT NULL
     )${fine}`,
    `CREATE INDEX registro_spid_quando ON registro_spid (quando)`,
    `CREATE INDEX registro_spid_richiesta ON registro_spid (richiesta_id)`,
  ]);
  // Rows leave it only by their age.
  await appendOnlyUpdates(knex, 'registro_spid');
}
