import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freePort } from '../impianto/free-port.ts';
import { trimestre } from './esegui.ts';

const PREMESSA =
  'PROIEZIONE: la tabella del 2027 non è pubblicata; è una stima con una variazione ISTAT supposta dell’1,2%.';
let cartella: string;
let env: Record<string, string>;
beforeAll(async () => {
  cartella = await mkdtemp(join(tmpdir(), 'trimestre-proiettato-'));
  env = { TRIMESTRE_DATI: join(cartella, 'dati'), TRIMESTRE_PORTA: String(await freePort()) };
  expect((await trimestre(['anno', 'nuovo', '2027', '--istat', '1,2'], env)).codice).toBe(0);
});
afterAll(() => rm(cartella, { recursive: true }));

describe('what rests on a year that INPS has not published says so first', () => {
  it.each([
    ['calcola --trimestre 1/2027 --ore-settimanali 25'],
    ['tabella 2027'],
    ['costo-annuo --anno 2027 --ore-settimanali 25 --paga-oraria 8,00'],
    ['verifica --trimestre 1/2027 --importo 338,00'],
  ])('%s', async (comando) => {
    const testo = await trimestre(comando.split(' '), env);
    expect(testo.stdout.split('\n')[0]).toBe(PREMESSA);
    const { stdout } = await trimestre([...comando.split(' '), '--json'], env);
    expect(Object.entries(JSON.parse(stdout) as object)[0]).toEqual(['premesse', [PREMESSA]]);
    const pubblicato = await trimestre([...comando.replaceAll('2027', '2026').split(' '), '--json'], env);
    expect(pubblicato.stdout).not.toContain('premesse');
  });

  it('the API and the pages of a portal', async () => {
    const portale = spawn(process.execPath, [inject('programma'), 'serve'], { env: { ...process.env, ...env } });
    const finito = once(portale, 'exit');
    try {
      for await (const detto of portale.stdout) if (String(detto).includes('in ascolto')) break;
      const base = `http://localhost:${env['TRIMESTRE_PORTA']}`;
      const chiedi = async (percorso: string, corpo?: object) => {
        const risposta = await fetch(`${base}/api/v1${percorso}`, {
          ...(corpo !== undefined && { method: 'POST', body: JSON.stringify(corpo) }),
          headers: { 'Content-Type': 'application/json' },
        });
        return Object.entries((await risposta.json()) as object)[0];
      };
      const ore = { trimestre: '1/2027', oreSettimanali: 25 };
      expect(await chiedi('/calcoli', { ...ore, pagaOraria: '8.00' })).toEqual(['premesse', [PREMESSA]]);
      expect(await chiedi('/tabelle/2027')).toEqual(['premesse', [PREMESSA]]);
      expect(await chiedi('/verifiche', { trimestre: '1/2027', importo: '338.00' })).toEqual(['premesse', [PREMESSA]]);
      expect(await chiedi('/costi-annui', { anno: 2027, oreSettimanali: 25, pagaOraria: '8.00' })).toEqual([
        'premesse',
        [PREMESSA],
      ]);
      expect(await chiedi('/tabelle/2026')).not.toContain('premesse');
      const calcolo = await inPage(`${base}/calcolo`, { numero: '1', anno: '2027', oreSettimanali: '25' });
      expect(calcolo).toContain(PREMESSA);
      expect(calcolo.indexOf(PREMESSA)).toBeLessThan(calcolo.indexOf('risultato-totale'));
      const verifica = await inPage(`${base}/strumenti/verifica`, { trimestre: '1/2027', importo: '338,00' });
      expect(verifica).toContain(PREMESSA);
    } finally {
      portale.kill('SIGTERM');
      await finito;
    }
  });
});

/** What a page answers to its form, as a browser sends it. */
async function inPage(url: string, campi: Readonly<Record<string, string>>): Promise<string> {
  const aperta = await fetch(url);
  const cookie = aperta.headers
    .getSetCookie()
    .map((uno) => uno.split(';')[0])
    .join('; ');
  const token = /name="_csrf" value="([^"]+)"/.exec(await aperta.text())?.[1] ?? '';
  const mandata = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, Origin: new URL(url).origin },
    body: new URLSearchParams({ _csrf: token, ...campi }),
  });
  const dove = mandata.headers.get('location');
  return dove === null ? mandata.text() : (await fetch(new URL(dove, url), { headers: { cookie } })).text();
}
