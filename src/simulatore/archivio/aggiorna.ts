import { senzaPassword } from '../../pagopa/soap/senza-password.ts';
import { type Db, INCASSO } from './tabelle.ts';

/** What must go from an older database before the tables of today are made. */
export function beforeTables(db: Db): void {
  dropCommonKeys(db);
}

/** Brings what an older database holds to the tables of today. */
export function afterTables(db: Db): void {
  acceptStandIn(db);
  rememberOutcomes(db);
  addColumn(db, 'avviso', 'scadenza', 'TEXT');
  addColumn(db, 'rpt', 'psp', 'TEXT');
  addColumn(db, 'avviso', 'sessione', 'TEXT REFERENCES sessione (id)');
  maskPasswords(db);
}

/** Messages written down by an older version held passwords in clear. */
function maskPasswords(db: Db): void {
  db.function('senza_password', (testo: unknown) => senzaPassword(String(testo)));
  db.exec(`UPDATE messaggio SET richiesta = senza_password(richiesta), risposta = senza_password(risposta)
            WHERE (richiesta LIKE '%password%' OR risposta LIKE '%password%')
              AND (richiesta != senza_password(richiesta) OR risposta != senza_password(risposta))`);
}

/** SQLite changes no CHECK in place: a table that knows no stand-in (codes 4 and 8) is copied into one that does. */
function acceptStandIn(db: Db): void {
  const sql = db.prepare("SELECT sql FROM sqlite_master WHERE name = 'incasso'").pluck().get() as string;
  if (sql.includes("'8'")) return;
  db.transaction(() => {
    db.exec('DROP INDEX incasso_da_riversare; ALTER TABLE incasso RENAME TO incasso_di_prima');
    db.exec(INCASSO);
    db.exec('INSERT INTO incasso SELECT * FROM incasso_di_prima; DROP TABLE incasso_di_prima');
  })();
}

/** Older databases did not keep what the PSP had said: who paid said OK, and money that came late was reported with code 9. */
function rememberOutcomes(db: Db): void {
  db.transaction(() => {
    if (!addColumn(db, 'avviso', 'esito', "TEXT CHECK (esito IN ('OK', 'KO'))")) return;
    db.exec("UPDATE avviso SET esito = 'OK' WHERE stato IN ('PAID', 'PAID_TOKEN_SCADUTO')");
    db.exec("UPDATE avviso SET stato = 'CANCELLED' WHERE stato = 'PAID_TOKEN_SCADUTO'");
  })();
}

/** Answers of half an hour at most: none is missed. */
function dropCommonKeys(db: Db): void {
  const colonne = columnsOf(db, 'idempotenza');
  if (colonne.length > 0 && !colonne.includes('token')) db.exec('DROP TABLE idempotenza');
}

/** @returns false when the column was there already */
function addColumn(db: Db, tabella: string, colonna: string, tipo: string): boolean {
  if (columnsOf(db, tabella).includes(colonna)) return false;
  db.exec(`ALTER TABLE ${tabella} ADD COLUMN ${colonna} ${tipo}`);
  return true;
}

function columnsOf(db: Db, tabella: string): readonly unknown[] {
  return db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(tabella);
}
