import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ENTE_REALE } from '../impostazioni/ente-reale.ts';
import { trimestre } from './esegui.ts';

const base = mkdtempSync(join(tmpdir(), 'trimestre-privati-'));
afterAll(() => rmSync(base, { recursive: true }));

/** Every path under a folder, with what group and others may do there. */
function opened(cartella: string): string[] {
  return (readdirSync(cartella, { recursive: true }) as string[])
    .map((nome) => join(cartella, nome))
    .filter((percorso) => (statSync(percorso).mode & 0o077) !== 0);
}

describe('what the command writes', () => {
  it('is its owner’s alone: databases, secrets, exports, notices and their folders', async () => {
    const umask = process.umask(0o022);
    try {
      const dati = { TRIMESTRE_DATI: join(base, 'dati') };
      await trimestre(['demo'], dati);
      const copia = join(base, 'copia.sqlite');
      expect(await trimestre(['archivio', 'esporta', copia], dati)).toMatchObject({ codice: 0 });
      const ics = join(base, 'scadenze.ics');
      const calendario = ['calendario', '--datore', 'FRRGNN49B27D620F', '--dal', '4/2026', '--al', '4/2026'];
      expect(await trimestre([...calendario, '--out', ics], dati)).toMatchObject({ codice: 0 });
    } finally {
      process.umask(umask);
    }
    expect(readdirSync(base).sort()).toEqual(['copia.sqlite', 'dati', 'scadenze.ics']);
    expect(opened(base)).toEqual([]);
  });
});

describe('a start that would serve nobody, or deceive', () => {
  const dati = { TRIMESTRE_DATI: join(base, 'avvii'), TRIMESTRE_DEMO: 'no', TRIMESTRE_PORTA: '0' };

  it('https without a trusted proxy is said', async () => {
    const { codice, stderr } = await trimestre(['serve'], { ...dati, TRIMESTRE_URL: 'https://esempio.it' });
    expect(codice).toBe(2);
    expect(stderr).toMatch(/^trimestre: TRIMESTRE_URL=«https:\/\/esempio\.it» è https, ma TRIMESTRE_PROXY è 0/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('a database that does not answer is one line, without its address', async () => {
    const DATABASE_URL = 'postgres://utente:parola-segreta@127.0.0.1:1/x';
    const { codice, stderr, stdout } = await trimestre(['serve'], { ...dati, DATABASE_URL });
    expect(codice).toBe(2);
    expect(stderr).toMatch(/^trimestre: DATABASE_URL: .*\n$/);
    expect(stdout + stderr).not.toContain('parola-segreta');
  });

  it('AB-51: no simulated node beside a real creditor', async () => {
    const { codice, stderr } = await trimestre(['simulatore'], { ...dati, ...ENTE_REALE });
    expect(codice).toBe(2);
    expect(stderr).toMatch(/il nodo simulato non si avvia accanto a un ente reale/);
  });

  it('a real creditor that still has simulated values is refused, each named', async () => {
    const { codice, stderr } = await trimestre(['serve'], { ...dati, TRIMESTRE_ENTE_REALE: 'si' });
    expect(codice).toBe(2);
    expect(stderr).toMatch(/TRIMESTRE_ENTE_IBAN, TRIMESTRE_ENTE_TASSONOMIA/);
  });
});
