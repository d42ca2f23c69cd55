import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ripristina, scriviCopia } from '../../copia/copia-cifrata.ts';
import { requireFrase } from '../../famiglia/frase.ts';
import { loadImpostazioniReali } from '../../impostazioni/uso-reale.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { chiediFrase } from '../chiedi-frase.ts';
import { openApplicazione } from '../con-applicazione.ts';
import { createCommand } from '../programma.ts';
import { printLines } from '../uscita.ts';
import { conVariabili } from '../variabili-in-aiuto.ts';

/** `trimestre copia`: everything of the real use in one file that a passphrase opens. */
export function comandoCopia(): Command {
  return conVariabili(createCommand('copia'), ['TRIMESTRE_DATI'])
    .esempio('casa.copia')
    .argument('<file>', 'il file da scrivere')
    .scriveIn('file', (_, [file]) => file as string)
    .action(copia);
}

async function copia(scritto: string): Promise<void> {
  const impostazioni = loadImpostazioniReali(process.env);
  requireArchive(impostazioni);
  const frase = await chiediFrase('Frase della copia', { dueVolte: true });
  requireFrase(frase, frase);
  const parziale = `${resolve(scritto)}.parziale`;
  const applicazione = await openApplicazione({}, impostazioni);
  try {
    await scriviCopia(impostazioni, frase, createWriteStream(parziale, { mode: 0o600 }));
    await rename(parziale, resolve(scritto));
  } finally {
    await applicazione.close();
    await rm(parziale, { force: true });
  }
}

/** `trimestre ripristina`: such a file taken back, into a folder where nobody has begun. */
export function comandoRipristina(): Command {
  return conVariabili(createCommand('ripristina'), ['TRIMESTRE_DATI'])
    .esempio('casa.copia')
    .argument('<file>', 'la copia da leggere')
    .action(takeBack);
}

async function takeBack(scritto: string): Promise<void> {
  const file = resolve(scritto);
  if (!existsSync(file)) throw new ErroreDati('file-mancante/archivio', { file, campo: 'file' });
  const impostazioni = loadImpostazioniReali(process.env);
  await ripristina(impostazioni, await chiediFrase('Frase della copia'), file);
  printLines([`Ripristinato in ${impostazioni.cartellaDati}. Per aprirlo: trimestre serve --reale`]);
}

/** Opening a database that is not there would make one. */
function requireArchive({ database, cartellaDati }: ReturnType<typeof loadImpostazioniReali>): void {
  if (database.tipo === 'sqlite' && existsSync(database.file)) return;
  throw new ErroreDati('archivio-mancante', { cartella: cartellaDati, campo: 'TRIMESTRE_DATI' });
}
