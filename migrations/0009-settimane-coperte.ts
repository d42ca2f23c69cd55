import type { Knex } from 'knex';
import { appendOnly, dialetto, isPostgres, run } from './dialetto.ts';
import { carryOver } from './settimane-di-prima.ts';

/**
 * A quarter's weeks are billed once. Each bollettino says which weeks it pays (`settimane`, a bit a week), and the database
 * itself keeps a row a week for those that are alive or paid: two of them cannot hold the same one, whatever races. An
 * integration of a paid quarter has its number, so that no two are worked out from the same payments. Which bollettino took the
 * place of which is kept too.
 */
export async function up(knex: Knex): Promise<void> {
  const { intero, fine } = dialetto(knex);
  await run(knex, [
    `ALTER TABLE bollettini ADD COLUMN settimane ${intero} NOT NULL DEFAULT 0 CHECK (settimane BETWEEN 0 AND 16383)`,
    `ALTER TABLE bollettini ADD COLUMN integrazione ${intero} CHECK (integrazione >= 1)`,
    `DROP INDEX bollettini_vivi`,
    `CREATE TABLE settimane_coperte (
       rapporto_id TEXT NOT NULL,
       trimestre_anno ${intero} NOT NULL,
       trimestre_numero ${intero} NOT NULL,
       settimana ${intero} NOT NULL CHECK (settimana BETWEEN 1 AND 14),
       bollettino_id TEXT NOT NULL REFERENCES bollettini (id),
       PRIMARY KEY (rapporto_id, trimestre_anno, trimestre_numero, settimana)
     )${fine === '' ? '' : `${fine}, WITHOUT ROWID`}`,
    `CREATE TABLE sostituzioni (
       vecchio_id TEXT NOT NULL REFERENCES bollettini (id),
       nuovo_id TEXT NOT NULL REFERENCES bollettini (id),
       PRIMARY KEY (vecchio_id, nuovo_id),
       CHECK (vecchio_id <> nuovo_id)
     )${fine}`,
  ]);
  await appendOnly(knex, 'sostituzioni');
  await (isPostgres(knex) ? coverOnPostgres(knex) : coverOnSqlite(knex));
  await carryOver(knex);
  await run(knex, [
    `CREATE UNIQUE INDEX bollettini_integrazioni
       ON bollettini (rapporto_id, trimestre_anno, trimestre_numero, integrazione) WHERE integrazione IS NOT NULL`,
    `CREATE UNIQUE INDEX bollettini_integrazione_viva ON bollettini (rapporto_id, trimestre_anno, trimestre_numero)
       WHERE integrazione IS NOT NULL AND stato IN ('nel-carrello', 'in-pagamento')`,
  ]);
}

/** The weeks of the new row, if it is alive or paid. */
const COPRI = `INSERT INTO settimane_coperte (rapporto_id, trimestre_anno, trimestre_numero, settimana, bollettino_id)
  SELECT NEW.rapporto_id, NEW.trimestre_anno, NEW.trimestre_numero, n, NEW.id
    FROM (${Array.from({ length: 14 }, (_, i) => `SELECT ${i + 1} AS n`).join(' UNION ALL ')}) AS numeri
   WHERE NEW.stato <> 'eliminato' AND ((NEW.settimane >> (n - 1)) & 1) = 1;`;
const SCOPRI = `DELETE FROM settimane_coperte
   WHERE rapporto_id = NEW.rapporto_id AND trimestre_anno = NEW.trimestre_anno
     AND trimestre_numero = NEW.trimestre_numero AND bollettino_id = NEW.id;`;
const CAMBIATE = `OLD.settimane <> NEW.settimane OR (OLD.stato = 'eliminato') <> (NEW.stato = 'eliminato')`;

async function coverOnSqlite(knex: Knex): Promise<void> {
  await run(knex, [
    `CREATE TRIGGER bollettini_copre_nuovo AFTER INSERT ON bollettini FOR EACH ROW BEGIN ${COPRI} END`,
    `CREATE TRIGGER bollettini_copre_cambiato AFTER UPDATE OF stato, settimane ON bollettini FOR EACH ROW
       WHEN ${CAMBIATE} BEGIN ${SCOPRI} ${COPRI} END`,
  ]);
}

async function coverOnPostgres(knex: Knex): Promise<void> {
  await run(knex, [
    `CREATE FUNCTION copri_settimane() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF TG_OP = 'UPDATE' THEN ${SCOPRI} END IF;
       ${COPRI}
       RETURN NULL;
     END $$`,
    `CREATE TRIGGER bollettini_copre_nuovo AFTER INSERT ON bollettini FOR EACH ROW EXECUTE FUNCTION copri_settimane()`,
    `CREATE TRIGGER bollettini_copre_cambiato AFTER UPDATE OF stato, settimane ON bollettini FOR EACH ROW
       WHEN (${CAMBIATE}) EXECUTE FUNCTION copri_settimane()`,
  ]);
}
