import type { Knex } from 'knex';
import { appendOnly, dialetto, run } from './dialetto.ts';

/** How a hand-off reached pagoPA, when an attempt is to be looked at next, and the flows of rendicontazione as they came. */
export async function up(knex: Knex): Promise<void> {
  const { intero, fine } = dialetto(knex);
  await run(knex, [
    `ALTER TABLE consegne ADD COLUMN modo TEXT NOT NULL DEFAULT 'carrello-rpt'
       CHECK (modo IN ('carrello-rpt', 'checkout', 'avviso'))`,
    `ALTER TABLE consegne ADD COLUMN prossimo_controllo TEXT`,
    `ALTER TABLE consegne ADD COLUMN controlli ${intero} NOT NULL DEFAULT 0`,
    `CREATE INDEX consegne_da_controllare ON consegne (prossimo_controllo)
       WHERE stato IN ('da-inviare', 'invio-incerto', 'inviata')`,
    `CREATE TABLE flussi (
       id TEXT NOT NULL,
       data_ora TEXT NOT NULL,
       psp TEXT NOT NULL,
       regolamento TEXT NOT NULL,
       data_regolamento TEXT NOT NULL,
       totale ${intero} NOT NULL CHECK (totale >= 0),
       xml TEXT NOT NULL,
       ricevuto_il TEXT NOT NULL,
       PRIMARY KEY (id, data_ora)
     )${fine}`,
    `CREATE TABLE righe_flusso (
       flusso_id TEXT NOT NULL,
       flusso_data_ora TEXT NOT NULL,
       posto ${intero} NOT NULL CHECK (posto >= 1),
       iuv TEXT NOT NULL,
       iur TEXT NOT NULL,
       indice ${intero} NOT NULL CHECK (indice BETWEEN 1 AND 5),
       importo ${intero} NOT NULL CHECK (importo >= 0),
       codice TEXT NOT NULL CHECK (codice IN ('0', '3', '9')),
       data_esito TEXT NOT NULL,
       PRIMARY KEY (flusso_id, flusso_data_ora, posto),
       FOREIGN KEY (flusso_id, flusso_data_ora) REFERENCES flussi (id, data_ora)
     )${fine}`,
    `CREATE INDEX righe_flusso_iuv ON righe_flusso (iuv, iur)`,
  ]);
  await appendOnly(knex, 'flussi');
  await appendOnly(knex, 'righe_flusso');
}
