import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Richiedente } from '../lotti/coda/servizio-lotti.ts';
import { lottoModello, modelloCsv } from '../lotti/modello/lotto-modello.ts';
import type { Documento } from './documenti.ts';

/** The same batches from the pages and by program: they belong to the token, whoever holds it. */
export function richiedenteDi(token: { readonly id: string; readonly nome: string }): Richiedente {
  return { proprietario: `token:${token.id}`, attore: { tipo: 'sistema', nome: token.nome } };
}

const TIPI: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
};

/** Media type of a file of a batch, by its name. */
export function tipoDelFile(nome: string): string {
  return TIPI[extname(nome)] ?? 'application/octet-stream';
}

/** The file to fill in, with examples. */
export async function modello(forma: 'csv' | 'xlsx'): Promise<Documento> {
  const nomeFile = `modello.${forma}`;
  const contenuto = forma === 'csv' ? Buffer.from(modelloCsv()) : await modelloXlsx(nomeFile);
  return { tipo: tipoDelFile(nomeFile), nomeFile, contenuto };
}

async function modelloXlsx(nome: string): Promise<Buffer> {
  const cartella = await mkdtemp(join(tmpdir(), 'trimestre-modello-'));
  try {
    const out = join(cartella, nome);
    await lottoModello({ out });
    return await readFile(out);
  } finally {
    await rm(cartella, { recursive: true });
  }
}
