import { accessSync, constants, lstatSync, realpathSync, type Stats } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { ErroreDati } from '../../valori/errore-dati.ts';

/** The files of a batch, absolute. */
export interface Percorsi {
  readonly input: string;
  readonly out: string;
  readonly errors: string;
  /** Where the refused rows go in the input's own columns, when they are asked for. */
  readonly daCorreggere?: string;
}

/** A file to be written: the field that names it, where, and how its name may end. */
export interface Uscita {
  readonly campo: string;
  readonly path: string;
  /** None for a folder. */
  readonly estensioni: readonly string[];
}

/** What stands beside an output while it is written; the output itself. */
export const ACCANTO = [
  '',
  '.parziale',
  '.ingresso',
  '.ingresso.json',
  '.ingresso.parziale',
  '.ripresa',
  '.ripresa.nuovo',
  '.righe',
  '.righe.parziale',
  '.righe.ripresa',
  '.righe.ripresa.nuovo',
];

/**
 * Makes the paths of a batch of amounts absolute and checks them all.
 * @throws ErroreDati as `checkUscite`
 */
export function checkPercorsi(richiesta: {
  input: string;
  out: string;
  errori?: string | undefined;
  daCorreggere?: string | undefined;
}): Percorsi {
  const input = resolve(richiesta.input);
  const out = resolve(richiesta.out);
  const errors = resolve(richiesta.errori ?? besideFor(out, 'errori'));
  checkUscite(input, [
    { campo: 'out', path: out, estensioni: ['.csv', '.xlsx'] },
    { campo: 'errori', path: errors, estensioni: ['.csv'] },
    ...uscitaDaCorreggere(richiesta.daCorreggere),
  ]);
  const { daCorreggere } = richiesta;
  return { input, out, errors, ...(daCorreggere !== undefined && { daCorreggere: resolve(daCorreggere) }) };
}

/** The file of the refused rows among the outputs to check; none when it is not asked for. */
export function uscitaDaCorreggere(path: string | undefined): readonly Uscita[] {
  return path === undefined ? [] : [{ campo: 'da-correggere', path: resolve(path), estensioni: ['.csv'] }];
}

/**
 * Checks, before anything is written, that the outputs can be written and destroy nothing: each ends as what it holds, no two
 * files are one (by whatever name or link), none is a folder, a device or a link, and neither is what will stand beside them.
 * @throws ErroreDati `estensione-sbagliata`, `cartella-non-scrivibile`, `non-e-un-file`, `stesso-file`
 */
export function checkUscite(input: string | undefined, uscite: readonly Uscita[]): void {
  const usati = new Map<string, string>();
  if (input !== undefined) for (const nome of identities(input)) usati.set(nome, 'quello da leggere');
  for (const { campo, path } of uscite) {
    const nomi = new Set(ACCANTO.flatMap((fine) => identities(path + fine)));
    for (const nome of nomi) {
      const altro = usati.get(nome);
      if (altro !== undefined) throw same(campo, path, altro);
    }
    for (const nome of nomi) usati.set(nome, `quello di «${campo}»`);
  }
  for (const uscita of uscite) {
    checkEstensione(uscita);
    checkCartella(uscita.path, uscita.campo);
    for (const fine of uscita.estensioni.length === 0 ? [] : ACCANTO) checkRegular(uscita.path + fine, uscita.campo);
  }
}

function checkEstensione({ campo, path, estensioni }: Uscita): void {
  if (estensioni.length === 0 || estensioni.includes(extname(path).toLowerCase())) return;
  throw new ErroreDati('estensione-sbagliata', { path: basename(path), estensioni: estensioni.join(' o '), campo });
}

/** @throws ErroreDati `cartella-non-scrivibile` when a file cannot be made at this path */
function checkCartella(path: string, campo = 'out'): void {
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch {
    throw new ErroreDati('cartella-non-scrivibile', { path: dirname(path), campo });
  }
}

function checkRegular(path: string, campo: string): void {
  const stato = statOf(path);
  if (stato === undefined || stato.isFile()) return;
  const che = stato.isSymbolicLink() ? 'un collegamento' : stato.isDirectory() ? 'una cartella' : 'un dispositivo';
  throw new ErroreDati('non-e-un-file', { path, che, campo });
}

/** Everything by which a file may be known: its name once links of folders are followed, and what it is on the disk. */
function identities(path: string): string[] {
  const stato = statOf(realPath(path));
  const nome = join(realPath(dirname(path)), basename(path));
  return [nome, realPath(path), ...(stato === undefined ? [] : [`${stato.dev}:${stato.ino}`])];
}

function same(campo: string, path: string, altro: string): ErroreDati {
  return new ErroreDati('stesso-file', { path, altro, campo });
}

/** `importi.xlsx` → `importi.errori.csv`: the name of a companion file. */
export function besideFor(out: string, what: string): string {
  return join(dirname(out), `${basename(out, extname(out))}.${what}.csv`);
}

function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
