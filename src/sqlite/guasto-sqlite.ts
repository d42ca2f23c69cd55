/**
 * What a database cannot do for now, through no fault of who asks. `occupato`: another process is writing, it passes by
 * itself; `non-disponibile`: full disk, file gone or read-only.
 */
export type GuastoSqlite = 'occupato' | 'non-disponibile';

const OCCUPATO = /^SQLITE_(BUSY|LOCKED)(_|$)/;
/** SQLite's own, and the system's of its files. */
const NON_DISPONIBILE =
  /^(SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|PERM|AUTH|NOMEM|PROTOCOL)(_|$)|E(NOSPC|DQUOT|ROFS)$)/;

/** The fault that an error of the driver tells of; undefined when it is of another kind. */
export function guastoSqlite(errore: unknown): GuastoSqlite | undefined {
  const codice = codiceDi(errore);
  if (OCCUPATO.test(codice)) return 'occupato';
  return NON_DISPONIBILE.test(codice) ? 'non-disponibile' : undefined;
}

/** The code of an error of a driver or of the system; empty when it has none. */
export function codiceDi(errore: unknown): string {
  const { code } = (errore instanceof Error ? errore : {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : '';
}
