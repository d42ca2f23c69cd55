import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { privateDatabase, privateFile, privateFolder } from '../../src/valori/file-privati.ts';

const base = mkdtempSync(join(tmpdir(), 'trimestre-privati-'));
afterAll(() => rmSync(base, { recursive: true }));

const modo = (percorso: string) => (statSync(percorso).mode & 0o777).toString(8);
const made = (nome: string, mode: number) => {
  const cartella = join(base, nome);
  mkdirSync(cartella);
  chmodSync(cartella, mode);
  return cartella;
};

describe('what holds people’s data is its owner’s alone', () => {
  it('a new folder and a new file, whatever the umask', () => {
    const umask = process.umask(0);
    privateFolder(join(base, 'nuova', 'dentro'), 'segreti.json');
    privateFile(join(base, 'nuova', 'archivio.sqlite'));
    process.umask(umask);
    expect(modo(join(base, 'nuova', 'dentro'))).toBe('700');
    expect(modo(join(base, 'nuova', 'archivio.sqlite'))).toBe('600');
  });

  it('a folder and a database of an older version are restricted', () => {
    const vecchia = made('vecchia', 0o755);
    for (const nome of ['segreti.json', 'a.sqlite', 'a.sqlite-wal']) {
      writeFileSync(join(vecchia, nome), '');
      chmodSync(join(vecchia, nome), 0o664);
    }
    privateFolder(vecchia, 'segreti.json');
    privateDatabase(join(vecchia, 'a.sqlite'));
    expect([modo(vecchia), modo(join(vecchia, 'a.sqlite')), modo(join(vecchia, 'a.sqlite-wal'))]).toEqual([
      '700',
      '600',
      '600',
    ]);
  });

  it('a file that is no database is neither restricted nor written in', () => {
    const altro = join(made('non-nostro', 0o755), 'elenco.txt');
    writeFileSync(altro, 'root:x:0:0:root:/root:/bin/bash');
    chmodSync(altro, 0o644);
    expect(() => privateDatabase(altro)).toThrow(expect.objectContaining({ code: 'SQLITE_NOTADB' }));
    expect(modo(altro)).toBe('644');
  });

  it('a folder that holds other things is left as it is', () => {
    const altrui = made('altrui', 0o755);
    writeFileSync(join(altrui, 'package.json'), '');
    privateFolder(altrui, 'segreti.json');
    expect(modo(altrui)).toBe('755');
  });
});
