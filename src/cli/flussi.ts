import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ErroreDati } from '../valori/errore-dati.ts';

/** How standard input and output are written in place of a file. */
export const FLUSSO = '-';

/** The files of a batch as a command names them; what is not needed here passes through. */
interface FileDelLotto {
  readonly input: string;
  readonly out?: string | undefined;
  readonly errori?: string | undefined;
  readonly manifesto?: string | undefined;
  readonly riprendi?: boolean | undefined;
}

/**
 * Lets a batch read standard input and write standard output where `-` stands for a file: both are files while it runs, in a
 * folder of their own that is gone at the end, because a batch must be able to go back and to give its output whole or not at all.
 * @param estensione how the name of such an output ends
 * @param accanto what would stand beside the output, and must be named where there is no beside
 * @throws ErroreDati `flusso-senza-nome`, `flusso-non-ripreso`
 */
export async function conFlussi<F extends FileDelLotto, T>(
  file: F,
  { estensione, accanto }: { readonly estensione: string; readonly accanto: readonly ('errori' | 'manifesto')[] },
  run: (file: F) => Promise<T>,
): Promise<T> {
  if (file.input !== FLUSSO && file.out !== FLUSSO) return run(file);
  check(file, accanto);
  const cartella = await mkdtemp(join(tmpdir(), 'trimestre-'));
  try {
    const input = file.input === FLUSSO ? join(cartella, 'ingresso') : file.input;
    if (file.input === FLUSSO) await pipeline(process.stdin, createWriteStream(input));
    if (file.out !== FLUSSO) return await run({ ...file, input });
    const out = join(cartella, `uscita${estensione}`);
    const esito = await run({ ...file, input, out });
    if (existsSync(out)) await pipeline(createReadStream(out), process.stdout, { end: false });
    return esito;
  } finally {
    await rm(cartella, { recursive: true, force: true });
  }
}

function check(file: FileDelLotto, accanto: readonly ('errori' | 'manifesto')[]): void {
  if (file.riprendi === true) {
    throw new ErroreDati('flusso-non-ripreso', { campo: 'riprendi' });
  }
  const manca = file.out === FLUSSO ? accanto.find((nome) => file[nome] === undefined) : undefined;
  if (manca === undefined) return;
  throw new ErroreDati('flusso-senza-nome', { campo: manca });
}
