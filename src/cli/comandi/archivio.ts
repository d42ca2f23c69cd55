import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { copyDatabase, type EsitoCopia } from '../../archivio/copia.ts';
import { loadImpostazioni } from '../../impostazioni/impostazioni.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { createCommand, withJson } from '../programma.ts';
import { formatTable, printJson, printLines } from '../uscita.ts';

/** How every SQLite file begins. */
const FIRMA_SQLITE = 'SQLite format 3\0';

/**
 * `trimestre archivio`: all the data of the service as one SQLite file, out and in. Between the two stands any move: from a
 * SQLite file to PostgreSQL, back, or to another machine.
 */
export function comandoArchivio(): Command {
  return createCommand('archivio').addCommand(esporta()).addCommand(importa());
}

function esporta(): Command {
  const command = createCommand('esporta', 'copia tutti i dati in un file SQLite nuovo')
    .esempio('copia.sqlite')
    .argument('<file>', 'il file da scrivere')
    .scriveIn('file', (_, [file]) => file as string);
  return withJson(command).action(async (scritto: string, opzioni: { json?: boolean }) => {
    const file = resolve(scritto);
    const { database } = loadImpostazioni(process.env);
    if (database.tipo === 'sqlite') requireFile(database.file);
    const parziale = `${file}.parziale`;
    await removeDatabase(parziale);
    try {
      const copiate = await copyDatabase(database, { tipo: 'sqlite', file: parziale });
      await rename(parziale, file);
      tell(copiate, 'Esportate tutte le tabelle.', opzioni.json);
    } finally {
      await removeDatabase(parziale);
    }
  });
}

function importa(): Command {
  const command = createCommand(
    'importa',
    'copia un file SQLite nel database delle impostazioni (DATABASE_URL), che dev’essere vuoto',
  )
    .argument('<file>', 'il file da leggere')
    .esempio('copia.sqlite');
  return withJson(command).action(async (scritto: string, opzioni: { json?: boolean }) => {
    const file = resolve(scritto);
    requireFile(file);
    await requireSqlite(file);
    const { database } = loadImpostazioni(process.env);
    if (database.tipo === 'sqlite' && resolve(database.file) === file)
      throw new ErroreDati('stesso-archivio', { file });
    const copiate = await copyDatabase({ tipo: 'sqlite', file }, database);
    tell(copiate, `Importato in ${database.tipo === 'sqlite' ? database.file : 'PostgreSQL'}.`, opzioni.json);
  });
}

/** Opening a file that is not there would make one. */
function requireFile(file: string): void {
  if (!existsSync(file)) throw new ErroreDati('file-mancante/archivio', { file, campo: 'file' });
}

async function requireSqlite(file: string): Promise<void> {
  const aperto = await open(file);
  try {
    const inizio = Buffer.alloc(FIRMA_SQLITE.length);
    await aperto.read(inizio);
    if (inizio.toString('latin1') === FIRMA_SQLITE) return;
  } finally {
    await aperto.close();
  }
  throw new ErroreDati('file-non-archivio', { file, campo: 'file' });
}

/** With what SQLite leaves beside it when it is interrupted. */
async function removeDatabase(file: string): Promise<void> {
  for (const coda of ['', '-wal', '-shm']) await rm(file + coda, { force: true });
}

function tell(copiate: EsitoCopia, detto: string, json = false): void {
  if (json) return printJson(copiate);
  const righe = Object.entries(copiate).filter(([, quante]) => quante > 0);
  printLines([
    detto,
    ...formatTable(
      ['tabella', 'righe'],
      righe.map(([tabella, quante]) => [tabella, String(quante)]),
    ),
  ]);
}
