import type { Knex } from 'knex';
import { appendOnly, dialetto, isPostgres, run } from './dialetto.ts';

const CODICI = "codice IN ('0', '3', '4', '8', '9')";

/** Payments made in stand-in (SACI 3.2.1: codes 4 and 8) are rows of a flow like any other. */
export async function up(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    await run(knex, [
      `ALTER TABLE righe_flusso DROP CONSTRAINT righe_flusso_codice_check`,
      `ALTER TABLE righe_flusso ADD CONSTRAINT righe_flusso_codice_check CHECK (${CODICI})`,
    ]);
    return;
  }
  // SQLite changes no CHECK in place: the rows move into a table that has the new one.
  const { intero, fine } = dialetto(knex);
  await run(knex, [
    `CREATE TABLE righe_flusso_nuova (
       flusso_id TEXT NOT NULL,
       flusso_data_ora TEXT NOT NULL,
       posto ${intero} NOT NULL CHECK (posto >= 1),
       iuv TEXT NOT NULL,
       iur TEXT NOT NULL,
       indice ${intero} NOT NULL CHECK (indice BETWEEN 1 AND 5),
       importo ${intero} NOT NULL CHECK (importo >= 0),
       codice TEXT NOT NULL CHECK (${CODICI}),
       data_esito TEXT NOT NULL,
       PRIMARY KEY (flusso_id, flusso_data_ora, posto),
       FOREIGN KEY (flusso_id, flusso_data_ora) REFERENCES flussi (id, data_ora)
     )${fine}`,
    `INSERT INTO righe_flusso_nuova SELECT * FROM righe_flusso`,
    `DROP TABLE righe_flusso`,
    `ALTER TABLE righe_flusso_nuova RENAME TO righe_flusso`,
    `CREATE INDEX righe_flusso_iuv ON righe_flusso (iuv, iur)`,
  ]);
  await appendOnly(knex, 'righe_flusso');
}
