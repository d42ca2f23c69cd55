import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Sqlite } from '../../src/sqlite/driver.ts';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { packagePath } from '../../src/valori/package-root.ts';
import { childrenOf, type Servizi, startServizi } from './servizi.ts';

let servizi: Servizi;
afterEach(() => {
  try {
    servizi.toGroup('SIGKILL');
  } catch {
    // Nothing of it is left, as it should be.
  }
  rmSync(servizi.dati, { recursive: true });
});

const avvia = async () => (servizi = await startServizi([process.execPath, inject('programma'), 'avvia']));

/** Nobody answers, nobody is left, and each database file is whole without its log. */
async function expectClean(): Promise<void> {
  expect(await servizi.answering()).toEqual([false, false]);
  const file = readdirSync(servizi.dati).filter((nome) => nome.includes('.sqlite'));
  expect(file.sort()).toEqual(['simulatore.sqlite', 'trimestre.sqlite']);
  const altrove = join(servizi.dati, 'copia.sqlite');
  copyFileSync(join(servizi.dati, 'trimestre.sqlite'), altrove);
  const copia = new Sqlite(altrove, { readonly: true });
  expect(copia.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(copia.prepare('SELECT count(*) FROM rapporti').pluck().get()).toBeGreaterThan(5);
  copia.close();
}

describe('trimestre avvia, asked to stop', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('by %s: says where to go, then ends cleanly', async (segnale) => {
    await avvia();
    expect(servizi.detto()).toContain(`http://localhost:${servizi.porte[0]}`);
    expect(await servizi.answering()).toEqual([true, true]);
    for (const { comando } of childrenOf(servizi.processo.pid)) expect(comando).toContain('--max-semi-space-size=16');
    servizi.processo.kill(segnale);
    expect(await servizi.uscita, servizi.detto()).toBe(0);
    await expectClean();
  });

  it('by Ctrl-C, which reaches every process of the terminal', async () => {
    await avvia();
    servizi.ctrlC();
    expect(await servizi.uscita, servizi.detto()).toBe(0);
    await expectClean();
  });

  it('through npm start: npm ends when all is closed', async () => {
    const { scripts } = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as {
      readonly scripts: { readonly start: string };
    };
    const cartella = mkdtempSync(join(tmpdir(), 'trimestre-npm-'));
    const start = scripts.start.replace('bin/trimestre.js', inject('programma'));
    writeFileSync(join(cartella, 'package.json'), JSON.stringify({ name: 'prova', private: true, scripts: { start } }));
    servizi = await startServizi(['npm', 'start'], cartella);
    servizi.processo.kill('SIGTERM');
    expect(await servizi.uscita, servizi.detto()).toBe(0);
    await expectClean();
    rmSync(cartella, { recursive: true });
  });

  it('by a second Ctrl-C, ends at once though somebody’s request is still on its way', async () => {
    await avvia();
    const [portale] = servizi.porte;
    const lenta = connect(portale, 'localhost');
    lenta.on('error', () => undefined);
    await once(lenta, 'connect');
    lenta.write(`POST /accesso HTTP/1.1\r\nHost: localhost:${portale}\r\nContent-Length: 100\r\n\r\nmeta=`);
    await sleep(500);
    servizi.ctrlC();
    await sleep(1_000);
    expect(servizi.processo.exitCode, 'it waits for the request').toBe(null);
    servizi.ctrlC();
    expect(await servizi.uscita).toBe(130);
    expect(await servizi.answering()).toEqual([false, false]);
    lenta.destroy();
  });
});

describe('trimestre avvia, when a process dies', () => {
  it.each([
    ['serve', 'il portale'],
    ['simulatore', 'il nodo simulato'],
    ['identita', 'il gestore di identità simulato'],
  ])('%s: stops the others, says which, and does not pass for well', async (comando, nome) => {
    await avvia();
    const figlio = childrenOf(servizi.processo.pid).find((uno) => uno.comando.split(' ').includes(comando));
    // Without a process the signal would go to our own group.
    if (figlio === undefined) throw new Error(`${comando} is no child of it`);
    process.kill(figlio.pid, 'SIGKILL');
    expect(await servizi.uscita).toBe(1);
    expect(servizi.detto().trimEnd().split('\n').at(-1)).toBe(
      `trimestre: ${nome} si è fermato da solo (SIGKILL): anche il resto è stato fermato; riavviare con «trimestre avvia».`,
    );
    expect(await servizi.answering()).toEqual([false, false]);
  });

  it('is ended itself without a word: the servers end cleanly', async () => {
    await avvia();
    servizi.processo.kill('SIGKILL');
    expect(await servizi.uscita).toBe('SIGKILL');
    while ((await servizi.answering()).includes(true)) await sleep(100);
    while (readdirSync(servizi.dati).some((nome) => /-(wal|shm)$/.test(nome))) await sleep(100);
    await expectClean();
  });
});
