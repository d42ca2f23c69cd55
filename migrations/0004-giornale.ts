import type { Knex } from 'knex';
import { appendOnly, dialetto, run } from './dialetto.ts';

/** The journal of the messages exchanged with pagoPA (fields of the giornale degli eventi, SANP) and that of people's acts. */
export async function up(knex: Knex): Promise<void> {
  const { numeroDiRiga, fine } = dialetto(knex);
  await run(knex, [
    `CREATE TABLE giornale_eventi (
       id ${numeroDiRiga},
       data_ora TEXT NOT NULL,
       categoria TEXT NOT NULL CHECK (categoria IN ('INTERFACCIA', 'INTERNO')),
       tipo TEXT NOT NULL,
       sottotipo TEXT NOT NULL CHECK (sottotipo IN ('REQ', 'RSP')),
       componente TEXT NOT NULL,
       fruitore TEXT NOT NULL,
       erogatore TEXT NOT NULL,
       stazione TEXT,
       psp TEXT,
       canale TEXT,
       dominio TEXT, iuv TEXT, ccp TEXT, id_carrello TEXT,
       esito TEXT,
       messaggio TEXT NOT NULL
     )${fine}`,
    `CREATE INDEX giornale_eventi_iuv ON giornale_eventi (iuv)`,
    `CREATE INDEX giornale_eventi_carrello ON giornale_eventi (id_carrello)`,
    `CREATE TABLE atti (
       id ${numeroDiRiga},
       quando TEXT NOT NULL,
       azione TEXT NOT NULL,
       attore TEXT NOT NULL,
       datore_id TEXT,
       autorita TEXT NOT NULL,
       oggetto_tipo TEXT NOT NULL,
       oggetto_id TEXT NOT NULL,
       dettaglio TEXT NOT NULL
     )${fine}`,
    `CREATE INDEX atti_oggetto ON atti (oggetto_tipo, oggetto_id)`,
  ]);
  await appendOnly(knex, 'giornale_eventi');
  await appendOnly(knex, 'atti');
}
