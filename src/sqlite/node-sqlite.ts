import { createRequire } from 'node:module';

/** What Node's own SQLite offers of use here (its types come with those of Node 22). */
type Valore = null | number | bigint | string | Uint8Array;
interface StatementSync {
  run(...valori: Valore[]): { readonly changes: number | bigint; readonly lastInsertRowid: number | bigint };
  get(...valori: Valore[]): Record<string, unknown> | undefined;
  all(...valori: Valore[]): Record<string, unknown>[];
}
interface DatabaseSync {
  exec(sql: string): void;
  prepare(sql: string): StatementSync;
  function(nome: string, fai: (...valori: Valore[]) => Valore): void;
  close(): void;
}
interface SqliteDelNode {
  readonly DatabaseSync: new (file: string) => DatabaseSync;
}

/** What a program puts in a statement: values in their order, or one object of values by name. */
type Valori = readonly unknown[];

/**
 * The SQLite that Node itself brings (22.13 and later), with the manners of better-sqlite3 that the simulator uses: a bundle in one
 * file cannot carry a driver compiled for a system. It stands in the place of `driver.ts` when that file is made, and nowhere else.
 */
class SqliteDiNode {
  readonly #db: DatabaseSync;
  /** Transactions under way, one in the other. */
  #profondita = 0;

  constructor(file: string) {
    const { DatabaseSync: Database } = carica();
    this.#db = new Database(file);
    // What better-sqlite3 waits for a lock.
    this.#db.exec('PRAGMA busy_timeout = 5000');
  }

  get inTransaction(): boolean {
    return this.#profondita > 0;
  }

  prepare(sql: string): Istruzione {
    return new Istruzione(this.#db.prepare(sql), nomiIn(sql));
  }

  exec(sql: string): this {
    this.#db.exec(sql);
    return this;
  }

  pragma(testo: string): unknown {
    return this.#db.prepare(`PRAGMA ${testo}`).all();
  }

  function(nome: string, fai: (...valori: Valore[]) => Valore): this {
    this.#db.function(nome, fai);
    return this;
  }

  /** A function that does its work in a transaction, or at a point to come back to inside the one under way. */
  transaction<A extends unknown[], T>(atto: (...argomenti: A) => T) {
    const con =
      (modo: string) =>
      (...argomenti: A): T =>
        this.#tuttoONiente(modo, () => atto(...argomenti));
    return Object.assign(con('DEFERRED'), { deferred: con('DEFERRED'), immediate: con('IMMEDIATE') });
  }

  close(): this {
    this.#db.close();
    return this;
  }

  #tuttoONiente<T>(modo: string, atto: () => T): T {
    const punto = `punto_${this.#profondita}`;
    const [apri, tieni, disfa] = this.inTransaction
      ? [`SAVEPOINT ${punto}`, `RELEASE ${punto}`, `ROLLBACK TO ${punto}; RELEASE ${punto}`]
      : [`BEGIN ${modo}`, 'COMMIT', 'ROLLBACK'];
    this.#db.exec(apri);
    this.#profondita += 1;
    try {
      const esito = atto();
      this.#db.exec(tieni);
      return esito;
    } catch (errore) {
      this.#db.exec(disfa);
      throw errore;
    } finally {
      this.#profondita -= 1;
    }
  }
}

/** A statement as better-sqlite3 has it. */
class Istruzione {
  readonly #istruzione: StatementSync;
  readonly #nomi: ReadonlySet<string>;
  #soloIlPrimo = false;

  constructor(istruzione: StatementSync, nomi: ReadonlySet<string>) {
    this.#istruzione = istruzione;
    this.#nomi = nomi;
  }

  pluck(si = true): this {
    this.#soloIlPrimo = si;
    return this;
  }

  run(...valori: Valori) {
    return this.#istruzione.run(...this.#legati(valori));
  }

  get(...valori: Valori): unknown {
    const riga = this.#istruzione.get(...this.#legati(valori));
    return riga === undefined ? undefined : this.#vista(riga);
  }

  all(...valori: Valori): readonly unknown[] {
    return this.#istruzione.all(...this.#legati(valori)).map((riga) => this.#vista(riga));
  }

  #vista(riga: Record<string, unknown>): unknown {
    return this.#soloIlPrimo ? Object.values(riga)[0] : { ...riga };
  }

  /** Values that nobody gave are NULL; names that the statement has not are left out. */
  #legati(valori: Valori): Valore[] {
    const [primo] = valori;
    const piani = Array.isArray(primo) ? (primo as Valori) : valori;
    return piani.map((valore) => {
      if (!isOggetto(valore)) return (valore ?? null) as Valore;
      const suoi = Object.entries(valore).filter(([nome]) => this.#nomi.has(nome));
      return Object.fromEntries(suoi.map(([nome, suo]) => [nome, suo ?? null])) as unknown as Valore;
    });
  }
}

function isOggetto(valore: unknown): valore is Readonly<Record<string, unknown>> {
  return typeof valore === 'object' && valore !== null && !(valore instanceof Uint8Array);
}

function nomiIn(sql: string): ReadonlySet<string> {
  return new Set([...sql.matchAll(/[@:$]([A-Za-z_]\w*)/g)].map(([, nome = '']) => nome));
}

/** Node says that its SQLite is experimental; who starts a simulator has no use for it. */
function carica(): SqliteDelNode {
  const avverti = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return createRequire(import.meta.url)('node:sqlite') as SqliteDelNode;
  } finally {
    process.emitWarning = avverti;
  }
}

export const Sqlite = SqliteDiNode;
