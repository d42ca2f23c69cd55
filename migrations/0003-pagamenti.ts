import type { Knex } from 'knex';
import { appendOnly, dialetto, neverDeleted, run } from './dialetto.ts';

/**
 * Confirmations, hand-offs, attempts, receipts, money received, anomalies. The indexes hold what no code may break: an
 * attempt's key is (dominio, IUV, CCP); one live attempt a bollettino; money counted once a bollettino (`dovuto`).
 */
export async function up(knex: Knex): Promise<void> {
  await handOffs(knex);
  await receipts(knex);
  for (const tabella of ['conferme', 'consegne', 'tentativi', 'anomalie']) await neverDeleted(knex, tabella);
  for (const tabella of ['ricevute', 'incassi']) await appendOnly(knex, tabella);
}

async function handOffs(knex: Knex): Promise<void> {
  const { intero, fine } = dialetto(knex);
  await run(knex, [
    `CREATE TABLE conferme (
       id TEXT PRIMARY KEY,
       datore_id TEXT NOT NULL REFERENCES datori (id),
       chiave TEXT NOT NULL UNIQUE,
       creata_il TEXT NOT NULL
     )${fine}`,
    `CREATE TABLE consegne (
       id TEXT PRIMARY KEY,
       datore_id TEXT NOT NULL REFERENCES datori (id),
       conferma_id TEXT NOT NULL REFERENCES conferme (id),
       ordine ${intero} NOT NULL CHECK (ordine >= 1),
       id_carrello TEXT NOT NULL UNIQUE,
       stato TEXT NOT NULL CHECK (stato IN ('da-inviare', 'invio-incerto', 'inviata', 'rifiutata', 'conclusa')),
       url TEXT,
       id_sessione TEXT UNIQUE,
       totale ${intero} NOT NULL CHECK (totale > 0),
       esito_ritorno TEXT CHECK (esito_ritorno IN ('OK', 'ERROR', 'DIFFERITO')),
       errore TEXT,
       invio_iniziato_il TEXT,
       creata_il TEXT NOT NULL,
       aggiornata_il TEXT NOT NULL,
       UNIQUE (conferma_id, ordine)
     )${fine}`,
    `CREATE TABLE tentativi (
       id TEXT PRIMARY KEY,
       consegna_id TEXT NOT NULL REFERENCES consegne (id),
       posizione ${intero} NOT NULL CHECK (posizione BETWEEN 1 AND 5),
       bollettino_id TEXT NOT NULL REFERENCES bollettini (id),
       dominio TEXT NOT NULL,
       iuv TEXT NOT NULL,
       ccp TEXT NOT NULL,
       importo ${intero} NOT NULL CHECK (importo > 0),
       stato TEXT NOT NULL CHECK (stato IN
         ('da-inviare', 'in-attesa', 'eseguito', 'non-eseguito', 'decorsi-termini', 'rifiutato', 'anomalo')),
       rpt TEXT,
       creato_il TEXT NOT NULL,
       aggiornato_il TEXT NOT NULL,
       UNIQUE (dominio, iuv, ccp),
       UNIQUE (consegna_id, posizione)
     )${fine}`,
    `CREATE UNIQUE INDEX tentativi_vivi ON tentativi (bollettino_id)
       WHERE stato IN ('da-inviare', 'in-attesa', 'anomalo')`,
    `CREATE INDEX tentativi_bollettino ON tentativi (bollettino_id)`,
    `CREATE INDEX tentativi_stato ON tentativi (stato, creato_il)`,
    `CREATE INDEX consegne_datore ON consegne (datore_id)`,
  ]);
}

async function receipts(knex: Knex): Promise<void> {
  const { intero, fine } = dialetto(knex);
  await run(knex, [
    `CREATE TABLE ricevute (
       id TEXT PRIMARY KEY,
       tentativo_id TEXT NOT NULL REFERENCES tentativi (id),
       id_messaggio TEXT NOT NULL,
       impronta TEXT NOT NULL,
       esito TEXT NOT NULL CHECK (esito IN ('0', '1', '2', '3', '4')),
       coerente ${intero} NOT NULL CHECK (coerente IN (0, 1)),
       importo ${intero} NOT NULL CHECK (importo >= 0),
       dati TEXT NOT NULL,
       xml TEXT NOT NULL,
       ricevuta_il TEXT NOT NULL,
       UNIQUE (tentativo_id, id_messaggio)
     )${fine}`,
    `CREATE TABLE incassi (
       id TEXT PRIMARY KEY,
       tentativo_id TEXT NOT NULL REFERENCES tentativi (id),
       bollettino_id TEXT NOT NULL REFERENCES bollettini (id),
       dominio TEXT NOT NULL,
       iuv TEXT NOT NULL,
       iur TEXT NOT NULL,
       indice ${intero} NOT NULL CHECK (indice BETWEEN 1 AND 5),
       importo ${intero} NOT NULL CHECK (importo > 0),
       data_esito TEXT NOT NULL,
       natura TEXT NOT NULL CHECK (natura IN ('dovuto', 'doppio')),
       registrato_il TEXT NOT NULL,
       UNIQUE (dominio, iuv, iur, indice)
     )${fine}`,
    `CREATE UNIQUE INDEX incassi_dovuti ON incassi (bollettino_id) WHERE natura = 'dovuto'`,
    `CREATE TABLE anomalie (
       id TEXT PRIMARY KEY,
       chiave TEXT NOT NULL UNIQUE,
       tipo TEXT NOT NULL,
       tentativo_id TEXT REFERENCES tentativi (id),
       bollettino_id TEXT REFERENCES bollettini (id),
       dominio TEXT, iuv TEXT, ccp TEXT,
       descrizione TEXT NOT NULL,
       dettaglio TEXT NOT NULL,
       stato TEXT NOT NULL CHECK (stato IN ('aperta', 'chiusa')),
       aperta_il TEXT NOT NULL,
       chiusa_il TEXT, chiusa_da TEXT, nota TEXT,
       CHECK ((stato = 'chiusa') = (chiusa_il IS NOT NULL))
     )${fine}`,
    `CREATE INDEX anomalie_stato ON anomalie (stato, aperta_il)`,
  ]);
}
