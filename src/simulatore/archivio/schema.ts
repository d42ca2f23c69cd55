import Database from 'better-sqlite3';

export type Db = Database.Database;

/** The node's own database. Amounts in cents, instants in epoch milliseconds, identifiers as text. */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS sessione (
  id TEXT PRIMARY KEY,
  intermediario TEXT NOT NULL,
  stazione TEXT NOT NULL,
  dominio TEXT NOT NULL,
  id_carrello TEXT,
  stato TEXT NOT NULL,
  totale INTEGER NOT NULL CHECK (totale >= 0),
  creata INTEGER NOT NULL,
  scade INTEGER NOT NULL,
  lingua TEXT NOT NULL DEFAULT 'it',
  accesso TEXT,
  metodo TEXT,
  carta TEXT,
  canale TEXT,
  canale_ec TEXT,
  commissione INTEGER,
  esito TEXT CHECK (esito IN ('OK', 'ERROR', 'DIFFERITO')),
  motivo TEXT,
  UNIQUE (intermediario, id_carrello)
) STRICT;
CREATE INDEX IF NOT EXISTS sessione_aperta ON sessione (scade) WHERE esito IS NULL;

CREATE TABLE IF NOT EXISTS rpt (
  dominio TEXT NOT NULL,
  iuv TEXT NOT NULL,
  ccp TEXT NOT NULL,
  sessione TEXT REFERENCES sessione (id),
  posizione INTEGER NOT NULL,
  intermediario TEXT NOT NULL,
  stazione TEXT NOT NULL,
  stato TEXT NOT NULL,
  importo INTEGER NOT NULL,
  dati TEXT NOT NULL,
  xml TEXT NOT NULL,
  creata INTEGER NOT NULL,
  PRIMARY KEY (dominio, iuv, ccp)
) STRICT;
CREATE INDEX IF NOT EXISTS rpt_sessione ON rpt (sessione, posizione);
CREATE INDEX IF NOT EXISTS rpt_stato ON rpt (stazione, stato, creata);

CREATE TABLE IF NOT EXISTS storico_rpt (
  id INTEGER PRIMARY KEY,
  dominio TEXT NOT NULL,
  iuv TEXT NOT NULL,
  ccp TEXT NOT NULL,
  data INTEGER NOT NULL,
  stato TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS storico_rpt_chiave ON storico_rpt (dominio, iuv, ccp);

CREATE TABLE IF NOT EXISTS rt (
  id INTEGER PRIMARY KEY,
  dominio TEXT NOT NULL,
  iuv TEXT NOT NULL,
  ccp TEXT NOT NULL,
  esito TEXT NOT NULL,
  importo INTEGER NOT NULL,
  iur TEXT NOT NULL,
  psp TEXT,
  creata INTEGER NOT NULL,
  xml TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS rt_chiave ON rt (dominio, iuv, ccp, id);

CREATE TABLE IF NOT EXISTS attivita (
  id INTEGER PRIMARY KEY,
  tipo TEXT NOT NULL,
  quando INTEGER NOT NULL,
  stato TEXT NOT NULL DEFAULT 'attesa' CHECK (stato IN ('attesa', 'fatta', 'rinunciata')),
  tentativi INTEGER NOT NULL DEFAULT 0,
  dati TEXT NOT NULL,
  ultimo_esito TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS attivita_da_fare ON attivita (quando) WHERE stato = 'attesa';

CREATE TABLE IF NOT EXISTS impostazione (chiave TEXT PRIMARY KEY, valore TEXT NOT NULL) STRICT;

CREATE TABLE IF NOT EXISTS regola (
  id INTEGER PRIMARY KEY,
  origine TEXT NOT NULL CHECK (origine IN ('file', 'api')),
  dati TEXT NOT NULL,
  usata INTEGER NOT NULL DEFAULT 0
) STRICT;
`;

/**
 * Opens (and creates) the simulator's database. WAL with `synchronous=FULL`: what the node answered OK to survives a power cut.
 * @param file path, or `:memory:`
 */
export function openDb(file: string): Db {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.exec(SCHEMA);
  return db;
}
