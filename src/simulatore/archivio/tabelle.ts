import type Database from 'better-sqlite3';

export type Db = Database.Database;

/** What PSPs owe creditors: apart from the rest, since a database of before the stand-in codes makes it anew. */
export const INCASSO = `
CREATE TABLE IF NOT EXISTS incasso (
  id INTEGER PRIMARY KEY,
  psp TEXT NOT NULL,
  dominio TEXT NOT NULL,
  iuv TEXT NOT NULL,
  iur TEXT NOT NULL,
  indice INTEGER NOT NULL,
  importo INTEGER NOT NULL CHECK (importo > 0),
  codice TEXT NOT NULL CHECK (codice IN ('0', '3', '4', '8', '9')),
  giorno TEXT NOT NULL,
  flusso TEXT REFERENCES flusso (id),
  UNIQUE (dominio, iuv, iur, indice)
) STRICT;
CREATE INDEX IF NOT EXISTS incasso_da_riversare ON incasso (giorno) WHERE flusso IS NULL;
`;

/** Answers given to requests with a key: apart from the rest, since a database that had one key for all operations drops them. */
const IDEMPOTENZA = `
CREATE TABLE IF NOT EXISTS idempotenza (
  psp TEXT NOT NULL,
  operazione TEXT NOT NULL,
  chiave TEXT NOT NULL,
  impronta TEXT NOT NULL,
  risposta TEXT NOT NULL,
  token TEXT,
  scade INTEGER NOT NULL,
  PRIMARY KEY (psp, operazione, chiave)
) STRICT;
CREATE INDEX IF NOT EXISTS idempotenza_token ON idempotenza (token) WHERE token IS NOT NULL;
CREATE INDEX IF NOT EXISTS idempotenza_scade ON idempotenza (scade);
`;

/** The node's own database. Amounts in cents, instants in epoch milliseconds, identifiers as text. */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS sessione (
  id TEXT PRIMARY KEY,
  tipo TEXT NOT NULL DEFAULT 'rpt' CHECK (tipo IN ('rpt', 'checkout')),
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
  psp TEXT,
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

CREATE TABLE IF NOT EXISTS avviso (
  token TEXT PRIMARY KEY,
  modello TEXT NOT NULL CHECK (modello IN ('avvisi', 'rpt')),
  dominio TEXT NOT NULL,
  numero TEXT NOT NULL,
  iuv TEXT NOT NULL,
  intermediario TEXT NOT NULL,
  stazione TEXT NOT NULL,
  psp TEXT NOT NULL,
  canale TEXT NOT NULL,
  importo INTEGER NOT NULL,
  nota TEXT,
  scadenza TEXT,
  dati TEXT NOT NULL,
  stato TEXT NOT NULL CHECK (stato IN ('PAYING', 'PAID', 'CANCELLED', 'PAID_TOKEN_SCADUTO')),
  creato INTEGER NOT NULL,
  scade INTEGER NOT NULL,
  dettagli TEXT,
  pagato INTEGER,
  esito TEXT CHECK (esito IN ('OK', 'KO')),
  sessione TEXT REFERENCES sessione (id)
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS avviso_in_corso ON avviso (dominio, numero) WHERE stato = 'PAYING';
CREATE INDEX IF NOT EXISTS avviso_numero ON avviso (dominio, numero);
CREATE INDEX IF NOT EXISTS avviso_scadenza ON avviso (scade) WHERE stato = 'PAYING';

${IDEMPOTENZA}
${INCASSO}

CREATE TABLE IF NOT EXISTS flusso (
  id TEXT PRIMARY KEY,
  psp TEXT NOT NULL,
  dominio TEXT NOT NULL,
  giorno TEXT NOT NULL,
  data_ora TEXT NOT NULL,
  regolamento TEXT NOT NULL,
  data_regolamento TEXT NOT NULL,
  importo INTEGER NOT NULL,
  pagamenti INTEGER NOT NULL,
  causale TEXT NOT NULL,
  xml TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS flusso_dominio ON flusso (dominio, id);

CREATE TABLE IF NOT EXISTS carrello_checkout (
  sessione TEXT PRIMARY KEY REFERENCES sessione (id),
  richiesta TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS messaggio (
  id INTEGER PRIMARY KEY,
  quando INTEGER NOT NULL,
  verso TEXT NOT NULL CHECK (verso IN ('entrata', 'uscita')),
  operazione TEXT NOT NULL,
  indirizzo TEXT NOT NULL,
  stato TEXT NOT NULL,
  richiesta TEXT NOT NULL,
  risposta TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS aca (
  dominio TEXT NOT NULL,
  avviso TEXT NOT NULL,
  dati TEXT NOT NULL,
  PRIMARY KEY (dominio, avviso)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS impostazione (chiave TEXT PRIMARY KEY, valore TEXT NOT NULL) STRICT;

CREATE TABLE IF NOT EXISTS scenario_salvato (nome TEXT PRIMARY KEY, dati TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS regola (
  id INTEGER PRIMARY KEY,
  origine TEXT NOT NULL CHECK (origine IN ('file', 'api')),
  dati TEXT NOT NULL,
  usata INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS regola_uso (
  regola INTEGER NOT NULL REFERENCES regola (id) ON DELETE CASCADE,
  pagamento TEXT NOT NULL,
  PRIMARY KEY (regola, pagamento)
) STRICT, WITHOUT ROWID;
`;
