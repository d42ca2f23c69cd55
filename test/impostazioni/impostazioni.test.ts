import { once } from 'node:events';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { loadImpostazioni } from '../../src/impostazioni/impostazioni.ts';
import { loadSegreti } from '../../src/impostazioni/segreti.ts';
import { VARIABILI } from '../../src/impostazioni/variabili.ts';
import { packagePath } from '../../src/valori/package-root.ts';

describe('loadImpostazioni', () => {
  it('has a default for everything: INPS as creditor, simulated', () => {
    const impostazioni = loadImpostazioni({});
    expect(impostazioni).toMatchObject({
      portaPortale: 3000,
      urlPortale: 'http://localhost:3000',
      urlNodo: 'http://localhost:3001',
      cartellaDati: resolve('./dati'),
      ente: { reale: false, codiceFiscale: '80078750587', cbill: 'AAQV6', contoPostale: { numero: '000099999999' } },
    });
  });

  it('derives URLs from the ports and takes the final slash away', () => {
    expect(loadImpostazioni({ TRIMESTRE_PORTA: '8080' }).urlPortale).toBe('http://localhost:8080');
    expect(loadImpostazioni({ TRIMESTRE_URL: 'https://esempio.it/' }).urlPortale).toBe('https://esempio.it');
  });

  it.each([
    ['TRIMESTRE_PORTA', 'ottanta', 'un numero di porta da 0 a 65535'],
    ['TRIMESTRE_PORTA', '70000', 'un numero di porta da 0 a 65535'],
    ['TRIMESTRE_URL', 'ftp://esempio.it', 'un indirizzo http o https'],
    ['TRIMESTRE_ENTE_CF', '123', '11 cifre'],
    ['TRIMESTRE_ENTE_REALE', 'true', 'si oppure no'],
  ])('%s=%s stops the start with its name and what it should be', (nome, valore, atteso) => {
    expect(() => loadImpostazioni({ [nome]: valore })).toThrow(
      new RegExp(`^${nome}=«${valore}»: deve essere .*${atteso}`),
    );
  });

  it.each([
    ['DATABASE_URL', 'mysql://u:parola@h', 'postgres://'],
    ['DATABASE_URL', 'postgres://u:p@h:99999/d', 'un indirizzo postgres://'],
    ['DATABASE_URL', 'postgres://u:par#ola@h/d', '%23'],
    ['DATABASE_URL', 'postgres://u:p@h/d?sslmode=boh', 'sslmode disable'],
    ['TRIMESTRE_SEGRETO_NODO', 'corto', 'almeno 16 caratteri'],
    ['TRIMESTRE_SEGRETO_SESSIONE', 'corto', 'almeno 16 caratteri'],
    ['TRIMESTRE_ENTE_PASSWORD', 'corta', 'da 8 a 15 caratteri'],
  ])('%s that is wrong is named, and what it holds is not repeated', (nome, valore, atteso) => {
    expect(() => loadImpostazioni({ [nome]: valore })).toThrow(new RegExp(`^${nome}: deve essere .*${atteso}`));
    expect(() => loadImpostazioni({ [nome]: valore })).not.toThrow(valore);
  });

  it('calls the ways of TLS that the driver takes for verify-full by that name, and leaves the rest of the address', () => {
    const url = (scritto: string) => loadImpostazioni({ DATABASE_URL: scritto }).database;
    expect(url('postgres://u:p%23@h/d?sslmode=require&sslrootcert=/a')).toMatchObject({
      url: 'postgres://u:p%23@h/d?sslmode=verify-full&sslrootcert=/a',
    });
    for (const tale of ['postgres://u@h/d?sslmode=no-verify', 'postgres://u@h/d?uselibpqcompat=true&sslmode=require'])
      expect(url(tale)).toMatchObject({ url: tale });
  });

  it('refuses a name it does not know, so that a typing error is not silently ignored', () => {
    expect(() => loadImpostazioni({ TRIMESTRE_PORTO: '3000' })).toThrow(/TRIMESTRE_PORTO: non è un’impostazione/);
  });

  it('draws no Poste strip when the account is set to nothing', () => {
    expect(loadImpostazioni({ TRIMESTRE_ENTE_CCP: '' }).ente.contoPostale).toBeUndefined();
  });

  it('reads sqlite: and postgres:// databases', () => {
    expect(loadImpostazioni({ DATABASE_URL: 'sqlite:prova.sqlite', TRIMESTRE_DATI: '/x' }).database).toEqual({
      tipo: 'sqlite',
      file: '/x/prova.sqlite',
    });
    expect(loadImpostazioni({ DATABASE_URL: 'postgres://u@h/d' }).database).toEqual({
      tipo: 'postgres',
      url: 'postgres://u@h/d',
      schema: undefined,
      limiti: { connessioni: 10, attesaMs: 3_000, istruzioneMs: 20_000, bloccoMs: 5_000 },
    });
    for (const [nome, valore] of [
      ['TRIMESTRE_PG_CONNESSIONI', '1'],
      ['TRIMESTRE_PG_ATTESA', '0'],
      ['TRIMESTRE_PG_ISTRUZIONE', '10s'],
      ['TRIMESTRE_PG_SCHEMA', 'a"b'],
    ] as const)
      expect(() => loadImpostazioni({ [nome]: valore })).toThrow(new RegExp(`^${nome}=«${valore}»`));
  });
});

describe('loadSegreti', () => {
  it('makes them once, readable by their owner alone, and finds them again', () => {
    const impostazioni = loadImpostazioni({ TRIMESTRE_DATI: mkdtempSync(join(tmpdir(), 'trimestre-')) });
    const primi = loadSegreti(impostazioni);
    expect(loadSegreti(impostazioni)).toEqual(primi);
    expect(primi.nodo).not.toBe(primi.sessione);
    expect(statSync(join(impostazioni.cartellaDati, 'segreti.json')).mode & 0o777).toBe(0o600);
  });

  it('waits a moment for another process that is writing them', async () => {
    const impostazioni = loadImpostazioni({ TRIMESTRE_DATI: mkdtempSync(join(tmpdir(), 'trimestre-')) });
    const file = join(impostazioni.cartellaDati, 'segreti.json');
    const segreti = { nodo: 'n'.repeat(32), sessione: 's'.repeat(32) };
    writeFileSync(file, '');
    const altro = new Worker(
      'const { file, testo } = require("node:worker_threads").workerData; setTimeout(() => require("node:fs").writeFileSync(file, testo), 100);',
      { eval: true, workerData: { file, testo: JSON.stringify(segreti) } },
    );
    const finito = once(altro, 'exit');
    expect(loadSegreti(impostazioni)).toMatchObject(segreti);
    await finito;
    writeFileSync(file, '');
    expect(() => loadSegreti(impostazioni)).toThrow(/non contiene i segreti/);
  });
});

describe('the README', () => {
  it('lists every setting with its default', () => {
    const readme = readFileSync(packagePath('README.md'), 'utf8');
    for (const [nome, variabile] of Object.entries(VARIABILI)) {
      const predefinito = variabile.predefinito === undefined ? '' : `\`${variabile.predefinito}\``;
      expect(readme).toContain(`| \`${nome}\` | ${predefinito} | ${variabile.description} |`);
    }
  });
});
