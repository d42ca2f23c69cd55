import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { explainFault } from '../../src/cli/guasti.ts';
import { packagePath } from '../../src/valori/package-root.ts';
import { rifiuto } from './rifiuto.ts';

const cartella = mkdtempSync(join(tmpdir(), 'trimestre-guasti-'));
afterAll(() => rmSync(cartella, { recursive: true }));
const testo = join(cartella, 'lettera.txt');
writeFileSync(testo, 'Gentile signora, le scrivo per dirle che questo non è un database.');

const refusal = (comando: string, env: Readonly<Record<string, string>>): Promise<string> =>
  rifiuto([comando], { TRIMESTRE_DATI: join(cartella, 'dati'), ...env });

describe('a machine that does not give what is needed: one line, the setting, what to do', () => {
  it.each([
    ['a folder that cannot be made', 'avvia', { TRIMESTRE_DATI: '/proc/x' }, 'TRIMESTRE_DATI=/proc/x: non esiste'],
    ['a file in its place', 'avvia', { TRIMESTRE_DATI: testo }, `TRIMESTRE_DATI=${testo}: c’è un file dove serve`],
    ['a file above it', 'serve', { TRIMESTRE_DATI: join(testo, 'x') }, `TRIMESTRE_DATI=${join(testo, 'x')}: `],
    ['a database that is a letter', 'avvia', { DATABASE_URL: `sqlite:${testo}` }, `DATABASE_URL=sqlite:${testo}: `],
    ['PostgreSQL down', 'avvia', { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' }, 'DATABASE_URL: PostgreSQL non'],
    ['an unknown host', 'serve', { DATABASE_URL: 'postgres://a:b@manca.invalid/c' }, 'DATABASE_URL: '],
    ['an address of others', 'simulatore', { TRIMESTRE_HOST: '192.0.2.1' }, 'TRIMESTRE_HOST=192.0.2.1: non è'],
  ])('%s', async (_che, comando, env, inizio) => {
    const frase = await refusal(comando, env);
    expect(frase.startsWith(inizio), frase).toBe(true);
    expect(frase).not.toMatch(/\b(E[A-Z]{4,}|SQLITE)/);
  });

  it.each(['TRIMESTRE_PORTA', 'TRIMESTRE_PORTA_SIMULATORE', 'TRIMESTRE_PORTA_IDENTITA'])(
    'a busy port: %s',
    async (nome) => {
      const occupante = createServer().listen(0, '127.0.0.1');
      await once(occupante, 'listening');
      const porta = String((occupante.address() as AddressInfo).port);
      expect(await refusal('avvia', { [nome]: porta })).toBe(
        `${nome}=${porta}: la porta è già usata da un altro programma; fermarlo, o scegliere un’altra porta.`,
      );
      occupante.close();
    },
  );

  it('secrets that cannot be read', async () => {
    const dati = mkdtempSync(join(cartella, 'segreti-'));
    writeFileSync(join(dati, 'segreti.json'), '');
    expect(await refusal('serve', { TRIMESTRE_DATI: dati })).toContain('rimetterne una copia, o toglierlo');
    expect(readdirSync(dati)).toEqual(['segreti.json']);
  });
});

const CARATTERE = packagePath('dist', 'risorse', 'caratteri', 'x.ttf');

describe('a fault of the ground that a test cannot make', () => {
  const env = { TRIMESTRE_DATI: '/dati' };
  const postgres = { ...env, DATABASE_URL: 'postgres://a:b@host/c' };
  it.each([
    [{ message: 'Could not locate the bindings file. Tried: …' }, env, 'manca il driver di SQLite per questo Node'],
    [{ code: 'ENOSPC' }, env, 'TRIMESTRE_DATI=/dati: il disco è pieno'],
    [{ code: 'SQLITE_FULL' }, env, 'TRIMESTRE_DATI=/dati: il disco è pieno'],
    [{ code: 'SQLITE_FULL' }, postgres, 'TRIMESTRE_DATI=/dati: il disco è pieno'],
    [{ code: 'SQLITE_IOERR_WRITE' }, env, 'TRIMESTRE_DATI=/dati: il disco non si lascia'],
    [{ code: 'SQLITE_READONLY_DBMOVED' }, env, 'TRIMESTRE_DATI=/dati: il database è di sola lettura'],
    [{ code: 'SQLITE_CANTOPEN' }, { ...env, DATABASE_URL: 'sqlite:/altrove/x' }, 'DATABASE_URL=sqlite:/altrove/x: '],
    [
      { code: 'EACCES', path: '/dati/segreti.json' },
      env,
      'TRIMESTRE_DATI=/dati: /dati/segreti.json: manca il permesso',
    ],
    [{ code: 'EROFS', path: '/dati' }, env, 'TRIMESTRE_DATI=/dati: il disco è di sola lettura'],
    [{ code: 'EACCES', path: '/datidi/altri' }, env, '/datidi/altri: manca il permesso'],
    [
      { code: 'ENOENT', syscall: 'open', path: '/altrove/elenco.csv' },
      env,
      '/altrove/elenco.csv: non c’è; controllare',
    ],
    [{ code: 'ENOENT', syscall: 'mkdir', path: '/proc/x' }, env, '/proc/x: non esiste e non si può creare'],
    [{ code: 'ENOENT', syscall: 'open', path: CARATTERE }, env, `${CARATTERE}: manca un file del programma`],
    [{ code: 'EACCES', syscall: 'listen', port: 3000 }, env, 'TRIMESTRE_PORTA=3000: manca il permesso'],
    [{ code: '28P01' }, postgres, 'DATABASE_URL: PostgreSQL rifiuta utente o password'],
    [{ code: '3D000' }, postgres, 'DATABASE_URL: il database non esiste'],
    [{ code: '42501' }, postgres, 'DATABASE_URL: l’utente di PostgreSQL non ha i permessi'],
    [{ code: 'CERT_HAS_EXPIRED' }, postgres, 'DATABASE_URL: il certificato di PostgreSQL non è riconosciuto'],
    [{ code: '3F000' }, postgres, 'DATABASE_URL: lo schema delle tabelle non c’è'],
    [{ message: 'timeout expired' }, postgres, 'DATABASE_URL: PostgreSQL non risponde'],
    [{ message: 'select 1 - Query read timeout' }, postgres, 'DATABASE_URL: PostgreSQL non risponde'],
    [{ message: 'select 1 - Connection terminated unexpectedly' }, postgres, 'DATABASE_URL: PostgreSQL non risponde'],
    [{ message: 'Connection ended' }, postgres, 'DATABASE_URL: PostgreSQL non risponde'],
    [{ name: 'KnexTimeoutError', message: 'Knex: …' }, postgres, 'DATABASE_URL: PostgreSQL non risponde'],
    [{ code: 'ARCHIVIO_SPARITO' }, env, 'TRIMESTRE_DATI=/dati: il file del database non è più quello'],
  ])('%j', (guasto, ambiente, inizio) => {
    const frase = explainFault(Object.assign(new Error('x'), guasto), ambiente) ?? '';
    expect(frase.startsWith(inizio), frase).toBe(true);
    expect(frase).toMatch(/;.*[^.]\.$/);
  });

  it('is told from what nobody foresaw', () => {
    expect(explainFault(new TypeError('undefined is not a function'), env)).toBe(undefined);
    expect(explainFault(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), env)).toBe(undefined);
    expect(explainFault('testo', env)).toBe(undefined);
  });
});
