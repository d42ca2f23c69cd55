import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, inject, it } from 'vitest';
import { packagePath } from '../../src/valori/package-root.ts';
import { freePort } from '../impianto/free-port.ts';

async function answers(porta: number): Promise<boolean> {
  return fetch(`http://localhost:${porta}/`).then(
    () => true,
    () => false,
  );
}

describe('trimestre avvia', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'starts portal and simulator, says where to go, stops cleanly on %s',
    async (segnale) => {
      const [portale, simulatore] = [await freePort(), await freePort()];
      const figlio = spawn(process.execPath, [inject('programma'), 'avvia'], {
        cwd: packagePath(),
        env: {
          ...process.env,
          TRIMESTRE_DATI: mkdtempSync(join(tmpdir(), 'trimestre-avvia-')),
          TRIMESTRE_PORTA: String(portale),
          TRIMESTRE_PORTA_SIMULATORE: String(simulatore),
        },
      });
      let detto = '';
      figlio.stdout.on('data', (pezzo: Buffer) => (detto += pezzo.toString()));
      figlio.stderr.on('data', (pezzo: Buffer) => (detto += pezzo.toString()));
      const uscita = once(figlio, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
      while (!detto.includes('Trimestre è pronto') && figlio.exitCode === null) await sleep(100);
      expect(detto).toContain(`http://localhost:${portale}`);
      expect(await answers(portale)).toBe(true);
      expect(await answers(simulatore)).toBe(true);
      figlio.kill(segnale);
      expect(await uscita).toEqual([0, null]);
      expect(await answers(portale)).toBe(false);
      expect(await answers(simulatore)).toBe(false);
    },
  );
});
