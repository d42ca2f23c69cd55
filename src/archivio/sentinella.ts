import { type Stats, statSync } from 'node:fs';
import { ArchivioSparito } from './guasto-archivio.ts';

/** Looks whether what is written will be found again. */
export type Sentinella = () => void;

/**
 * SQLite goes on writing into a file that was deleted, moved or replaced while it was open: everything would say «done», and
 * nothing would be there after the next start. This compares the file of that name with the one that was opened, and its log
 * too.
 * @returns throws ArchivioSparito when either is not the same, or may not be written any more
 */
export function createSentinella(file: string): Sentinella {
  const aperto = identity(stat(file));
  let log: string | undefined;
  return () => {
    const ora = stat(file);
    if (identity(ora) !== aperto) throw new ArchivioSparito('the database file is no longer the one that was opened');
    if (ora !== undefined && (ora.mode & 0o222) === 0) throw new ArchivioSparito('the database file is read-only');
    const wal = identity(stat(`${file}-wal`));
    if (log !== undefined && wal !== log) throw new ArchivioSparito('the log of the database is no longer the same');
    log = wal;
  };
}

function stat(file: string): Stats | undefined {
  return statSync(file, { throwIfNoEntry: false });
}

function identity(stats: Stats | undefined): string | undefined {
  return stats && `${stats.dev}:${stats.ino}`;
}
