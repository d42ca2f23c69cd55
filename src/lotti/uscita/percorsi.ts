import { accessSync, constants, realpathSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { ErroreDati } from '../../valori/errore-dati.ts';

/** The files of a batch, absolute. */
export interface Percorsi {
  readonly input: string;
  readonly out: string;
  readonly errors: string;
}

/**
 * Makes the paths absolute and checks that the outputs can be written without touching the input.
 * @throws ErroreDati `stesso-file`, `cartella-non-scrivibile`
 */
export function checkPercorsi(richiesta: { input: string; out: string; errori?: string | undefined }): Percorsi {
  const input = resolve(richiesta.input);
  const out = resolve(richiesta.out);
  const errors = resolve(richiesta.errori ?? besideFor(out, 'errori'));
  const veri = [input, out, errors].map(realPath);
  if (new Set(veri).size < veri.length) {
    throw new ErroreDati(
      'stesso-file',
      'Il file di ingresso, quello degli importi e quello degli errori devono essere tre.',
      {
        campo: 'out',
      },
    );
  }
  for (const file of [out, errors]) checkCartella(file);
  return { input, out, errors };
}

/** @throws ErroreDati `cartella-non-scrivibile` when a file cannot be made at this path */
export function checkCartella(path: string): void {
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch {
    throw new ErroreDati('cartella-non-scrivibile', `La cartella ${dirname(path)} non c’è o non vi si può scrivere.`, {
      campo: 'out',
    });
  }
}

/** `importi.xlsx` → `importi.errori.csv`: the name of a companion file. */
export function besideFor(out: string, what: string): string {
  return join(dirname(out), `${basename(out, extname(out))}.${what}.csv`);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
