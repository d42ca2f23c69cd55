import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagePath } from '../../src/valori/package-root.ts';
import { freePort } from '../impianto/free-port.ts';

const esegui = promisify(execFile);
const [MAGGIORE = 0, MINORE = 0] = process.versions.node.split('.').map(Number);
const HA_SQLITE = MAGGIORE > 22 || (MAGGIORE === 22 && MINORE >= 13);

/** The file alone, in a folder with nothing else: no package, no libraries. */
let cartella: string;
let file: string;
beforeAll(async () => {
  cartella = mkdtempSync(join(tmpdir(), 'unico-'));
  const fatto = join(cartella, 'fatto.mjs');
  await esegui(process.execPath, ['--import', 'tsx', 'src/risorse/file-unico.ts', fatto], { cwd: packagePath() });
  file = join(cartella, 'trimestre-simulatore.mjs');
  copyFileSync(fatto, file);
  rmSync(fatto);
});
afterAll(() => rmSync(cartella, { recursive: true, force: true }));

const ambiente = (porta: number) => ({
  PATH: process.env['PATH'],
  TMPDIR: cartella,
  TRIMESTRE_DATI: join(cartella, 'dati'),
  TRIMESTRE_PORTA_SIMULATORE: String(porta),
});

describe('the simulator in one file', () => {
  it('is one file of a few MB', () => {
    expect(readdirSync(cartella)).toEqual(['trimestre-simulatore.mjs']);
    expect(statSync(file).size).toBeLessThan(8_000_000);
  });

  it.runIf(HA_SQLITE)(
    'starts on a Node with nothing else, answers, pays, and leaves nothing but its data',
    async () => {
      const porta = await freePort();
      const processo: ChildProcess = spawn(process.execPath, [file, '--lingua', 'en'], {
        cwd: cartella,
        env: ambiente(porta),
      });
      let detto = '';
      const detta = (parola: string): Promise<void> =>
        new Promise((fatto, fallito) => {
          for (const uscita of [processo.stdout, processo.stderr]) {
            uscita?.on('data', (pezzo: Buffer) => {
              detto += pezzo.toString();
              if (detto.includes(parola)) fatto();
            });
          }
          processo.once('exit', () => fallito(new Error(detto)));
        });
      await detta('# Checkout');
      expect(detto).toContain(`Simulated pagoPA node listening on http://localhost:${porta}`);
      expect(detto).not.toContain('Warning');
      const base = `http://127.0.0.1:${porta}`;
      for (const percorso of ['/', '/prova', '/admin', '/statici/simulatore.css', '/webservices/input?wsdl']) {
        expect([percorso, (await fetch(base + percorso)).status]).toEqual([percorso, 200]);
      }
      const carrello = await (await fetch(`${base}/prova/nodoInviaCarrelloRPT.xml`)).text();
      const risposta = await (await fetch(`${base}/webservices/input`, { method: 'POST', body: carrello })).text();
      const idSession = /idSession=([^<&]+)/.exec(risposta)?.[1] ?? '';
      const paga = await fetch(`${base}/api/pagamenti/${idSession}/paga`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
      });
      expect(await paga.json()).toMatchObject({ esito: 'DIFFERITO' });
      const fine = new Promise<number | null>((fatto) => processo.once('exit', fatto));
      processo.kill('SIGTERM');
      expect(await fine).toBe(0);
      expect(readdirSync(cartella).sort()).toEqual(['dati', 'trimestre-simulatore.mjs']);
    },
  );

  it.runIf(!HA_SQLITE)('says on an older Node which one is needed', async () => {
    const { code, stderr } = await esegui(process.execPath, [file], { cwd: cartella, env: ambiente(0) }).then(
      () => ({ code: 0, stderr: '' }),
      (errore: { code: number; stderr: string }) => errore,
    );
    expect([code, stderr]).toEqual([2, expect.stringContaining('serve il 22.13 o successivo')]);
  });
});
