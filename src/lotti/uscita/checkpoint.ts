import { createHash } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { z } from 'zod';

/** How many bytes before a place vouch for what comes before it. */
const WITNESS_BYTES = 64 * 1024;

const lunghezza = z.int().nonnegative();
const schema = z.strictObject({
  /** What made the run: program, rules, options. Another one would give other bytes. */
  impronta: z.string(),
  ingresso: z.strictObject({ dimensione: lunghezza, modificato: z.number(), letti: lunghezza, testimone: z.string() }),
  /** Line of the file that follows what was read. */
  riga: z.int().positive(),
  uscita: z.strictObject({ lunghezza, testimone: z.string() }),
  errori: z.strictObject({ lunghezza, testimone: z.string() }),
  /** Everything is written; what is left is to give the files their names. */
  finito: z.boolean(),
  /** The totals so far, as whoever wrote them understands them. */
  stato: z.unknown(),
});

/** Where a run had got to: enough to go on and give the same bytes as if it had never stopped. */
export type Checkpoint = z.infer<typeof schema>;

/** Writes the checkpoint in one go: at any moment the file holds the old one or the new one, whole. */
export async function writeCheckpoint(path: string, checkpoint: Checkpoint): Promise<void> {
  const beside = `${path}.nuovo`;
  const file = await open(beside, 'w');
  try {
    await file.writeFile(JSON.stringify(checkpoint));
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

/** The checkpoint of an interrupted run, or undefined when there is none that can be read. */
export async function readCheckpoint(path: string): Promise<Checkpoint | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

export async function removeCheckpoint(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(`${path}.nuovo`, { force: true });
}

/** The input as it is now, read up to `letti`. */
export async function ingressoFinoA(path: string, letti: number): Promise<Checkpoint['ingresso']> {
  const { size, mtimeMs } = await stat(path);
  return { dimensione: size, modificato: mtimeMs, letti, testimone: await witness(path, letti) };
}

/** Digest of the bytes just before `length`: empty when the file is missing or shorter. */
export async function witness(path: string, length: number): Promise<string> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return '';
  try {
    if ((await file.stat()).size < length) return '';
    const wanted = Math.min(length, WITNESS_BYTES);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(wanted), 0, wanted, length - wanted);
    return createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('base64url');
  } finally {
    await file.close();
  }
}
