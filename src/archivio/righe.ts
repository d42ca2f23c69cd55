import { centesimi, type Centesimi } from '../valori/denaro.ts';

/** A row as a driver gives it. PostgreSQL writes BIGINT as text, SQLite as number. */
export type Riga = Readonly<Record<string, unknown>>;

export function testo(riga: Riga, colonna: string): string {
  const valore = riga[colonna];
  if (typeof valore !== 'string') throw new TypeError(`column ${colonna} holds no text`);
  return valore;
}

export function testoSe(riga: Riga, colonna: string): string | undefined {
  return riga[colonna] === null || riga[colonna] === undefined ? undefined : testo(riga, colonna);
}

/** A whole number; beyond 2^53 it would not be exact and is refused. */
export function intero(riga: Riga, colonna: string): number {
  const valore = Number(riga[colonna] ?? Number.NaN);
  if (!Number.isSafeInteger(valore)) throw new TypeError(`column ${colonna} holds no exact whole number`);
  return valore;
}

export function importo(riga: Riga, colonna = 'importo'): Centesimi {
  return centesimi(intero(riga, colonna));
}

export function siNo(riga: Riga, colonna: string): boolean {
  return intero(riga, colonna) === 1;
}

/** `{ chiave: valore }` when the column is not empty, nothing otherwise: for optional fields. */
export function opzionale<K extends string>(chiave: K, valore: string | undefined): Partial<Record<K, string>> {
  return valore === undefined ? {} : ({ [chiave]: valore } as Record<K, string>);
}
