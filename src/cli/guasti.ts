import { dirname, sep } from 'node:path';
import { guastoArchivio, type GuastoArchivio } from '../archivio/guasto-archivio.ts';
import { type Impostazioni, loadImpostazioni } from '../impostazioni/impostazioni.ts';
import { packagePath } from '../valori/package-root.ts';
import { explainPostgres } from './guasti-postgres.ts';

/** An error of the system or of a database driver, as far as it says what is missing. */
type Guasto = Error & {
  readonly code?: string;
  readonly syscall?: string;
  readonly port?: number;
  readonly path?: string;
  readonly hostname?: string;
};

/** What a file or folder refuses, and what to do. */
const FILE: Readonly<Record<string, string>> = {
  EACCES: 'manca il permesso di leggere e scrivere; darlo a chi avvia il programma, o scegliere un’altra cartella',
  EPERM: 'manca il permesso di leggere e scrivere; darlo a chi avvia il programma, o scegliere un’altra cartella',
  EROFS: 'il disco è di sola lettura; scegliere una cartella che si possa scrivere',
  ENOENT: 'non esiste e non si può creare; scegliere un’altra cartella',
  ENOTDIR: 'c’è un file dove serve una cartella; toglierlo, o scegliere un’altra cartella',
  EISDIR: 'c’è una cartella dove serve un file; toglierla, o scegliere un altro nome',
  ENOSPC: 'il disco è pieno; liberare spazio, o scegliere un’altra cartella',
  EDQUOT: 'lo spazio concesso è finito; liberarne, o scegliere un’altra cartella',
  EMFILE: 'troppi file aperti insieme; alzare il limite del sistema (ulimit -n)',
  ELOOP: 'i collegamenti girano in tondo; scegliere un’altra cartella',
  ENAMETOOLONG: 'il nome è troppo lungo; sceglierne uno più breve',
};

/** What is only read and isn't there: of the program itself, or of whoever gave its name. */
const MANCA_DEL_PROGRAMMA = 'manca un file del programma; installarlo di nuovo (da un checkout: npm run build)';
const DEL_PROGRAMMA = ['dist', 'rules', 'templates', 'docs', 'node_modules'].map((parte) => packagePath(parte));
const MANCA = 'non c’è; controllare il nome e la cartella';

const SPAZIO_FINITO = new Set(['ENOSPC', 'EDQUOT']);

/** SQLite's primary codes; the extended ones begin with them. */
const SQLITE: readonly (readonly [codice: string, frase: string])[] = [
  ['SQLITE_CANTOPEN', 'il database non si può aprire; controllare che la cartella e il file si possano scrivere'],
  [
    'ARCHIVIO_SPARITO',
    'il file del database non è più quello di prima, o non si può più scrivere; rimetterlo al suo posto, com’era',
  ],
  ['SQLITE_READONLY', 'il database è di sola lettura; dare il permesso di scriverlo a chi avvia il programma'],
  ['SQLITE_PERM', 'manca il permesso di usare il database; darlo a chi avvia il programma'],
  ['SQLITE_FULL', 'il disco è pieno; liberare spazio e riavviare'],
  ['SQLITE_IOERR', 'il disco non si lascia leggere o scrivere; controllare che non sia pieno o guasto'],
  ['SQLITE_NOTADB', 'il file non è un database SQLite; indicarne un altro, o toglierlo di lì'],
  ['SQLITE_CORRUPT', 'il database è danneggiato; rimettere al suo posto una copia di riserva'],
];

/**
 * One Italian line for what the machine refuses: a port, a folder, a database. It names the setting and says what to do.
 * @returns undefined for anything else
 */
export function explainFault(errore: unknown, env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (!(errore instanceof Error)) return undefined;
  const guasto = errore as Guasto;
  const impostazioni = settingsOf(env);
  if (impostazioni === undefined) return undefined;
  const frase =
    driver(guasto) ?? network(guasto, impostazioni) ?? database(guasto, impostazioni) ?? file(guasto, impostazioni);
  return frase === undefined ? undefined : `${frase}.`;
}

/** The archive does not do what it should, through no fault of whoever asks: one line, without the address of the database. */
const DELL_ARCHIVIO: Readonly<Record<GuastoArchivio, string>> = {
  occupato: 'un altro programma sta scrivendo nell’archivio: riprovare fra un momento',
  'non-disponibile':
    'l’archivio non si può usare: controllare che il database risponda, che il disco non sia pieno e che il file si possa scrivere',
};

/**
 * What the archive cannot do just now, where the ground says nothing more of it.
 * @returns undefined for anything else
 */
export function explainArchive(errore: unknown): string | undefined {
  const guasto = guastoArchivio(errore);
  return guasto && DELL_ARCHIVIO[guasto];
}

/** A command that reads no settings may run where they are wrong. */
function settingsOf(env: NodeJS.ProcessEnv): Impostazioni | undefined {
  try {
    return loadImpostazioni(env);
  } catch {
    return undefined;
  }
}

/** The native part of the SQLite driver: npm leaves it out where install scripts are blocked or cannot run. */
function driver({ code, message }: Guasto): string | undefined {
  const manca =
    code === 'ERR_DLOPEN_FAILED' || /Could not locate the bindings|Cannot find module 'better-sqlite3/.test(message);
  return manca
    ? 'manca il driver di SQLite per questo Node; permettere il suo script con «npm install-scripts approve better-sqlite3» e ripetere «npm ci», o usare Node 22 o 24, che non ne ha bisogno'
    : undefined;
}

function network(guasto: Guasto, { host, portaSimulatore, portaIdentita }: Impostazioni): string | undefined {
  const { code, syscall, port, hostname } = guasto;
  const altre = new Map([
    [portaSimulatore, 'TRIMESTRE_PORTA_SIMULATORE'],
    [portaIdentita, 'TRIMESTRE_PORTA_IDENTITA'],
  ]);
  const porta = `${altre.get(port ?? -1) ?? 'TRIMESTRE_PORTA'}=${port}`;
  if (code === 'EADDRINUSE')
    return `${porta}: la porta è già usata da un altro programma; fermarlo, o scegliere un’altra porta`;
  if (code === 'EACCES' && syscall === 'listen')
    return `${porta}: manca il permesso di usare questa porta; sceglierne una da 1024 in su`;
  if (code === 'EADDRNOTAVAIL' || (code === 'ENOTFOUND' && hostname === host))
    return `TRIMESTRE_HOST=${host}: non è un indirizzo di questa macchina; scriverne uno suo, come 127.0.0.1`;
  return undefined;
}

function database(guasto: Guasto, { database, cartellaDati }: Impostazioni): string | undefined {
  const { code = '' } = guasto;
  const sqlite = SQLITE.find(([codice]) => code.startsWith(codice));
  if (sqlite !== undefined) return `${settingOf(database, cartellaDati)}: ${sqlite[1]}`;
  if (database.tipo !== 'postgres') return undefined;
  const frase = explainCertificate(guasto, database.url) ?? explainPostgres(guasto);
  return frase === undefined ? undefined : `DATABASE_URL: ${frase}`;
}

/** A file that the address of PostgreSQL names and that cannot be read. */
function explainCertificate({ code = '', path }: Guasto, url: string): string | undefined {
  const motivo = code === 'ENOENT' ? MANCA : FILE[code];
  if (path === undefined || motivo === undefined) return undefined;
  const parametro = [...new URL(url).searchParams].find(([, valore]) => valore === path)?.[0];
  return parametro === undefined ? undefined : `${parametro}=${path}: ${motivo}`;
}

/** The setting that decides where the SQLite files stand: on PostgreSQL only the simulated node has one. */
function settingOf(database: Impostazioni['database'], cartellaDati: string): string {
  return database.tipo === 'sqlite' && dirname(database.file) !== cartellaDati
    ? `DATABASE_URL=sqlite:${database.file}`
    : `TRIMESTRE_DATI=${cartellaDati}`;
}

function file(guasto: Guasto, { database, cartellaDati }: Impostazioni): string | undefined {
  const { code = '', path } = guasto;
  const motivo = FILE[code];
  if (motivo === undefined) return undefined;
  // A write names no file.
  if (path === undefined) return SPAZIO_FINITO.has(code) ? `TRIMESTRE_DATI=${cartellaDati}: ${motivo}` : undefined;
  const impostazione = [
    [`TRIMESTRE_DATI=${cartellaDati}`, cartellaDati],
    ...(database.tipo === 'sqlite' ? [[settingOf(database, cartellaDati), database.file]] : []),
  ].find(([, radice = '']) => holds(radice, path) || holds(path, radice));
  if (impostazione === undefined) return `${path}: ${code === 'ENOENT' ? missing(guasto, path) : motivo}`;
  const [nome = '', radice] = impostazione;
  return radice === path ? `${nome}: ${motivo}` : `${nome}: ${path}: ${motivo}`;
}

/** A folder that could not be made is told from a file that should have been there. */
function missing({ syscall, code = '' }: Guasto, path: string): string {
  if (DEL_PROGRAMMA.some((parte) => holds(parte, path))) return MANCA_DEL_PROGRAMMA;
  return syscall === 'mkdir' ? (FILE[code] as string) : MANCA;
}

/** Whether `path` is `cartella` or stands below it: a folder that cannot be made is told by the one above it. */
function holds(cartella: string, path: string): boolean {
  return path === cartella || path.startsWith(cartella.endsWith(sep) ? cartella : cartella + sep);
}
