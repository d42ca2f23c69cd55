import { spawn } from 'node:child_process';
import { RADICE } from './programma-costruito.ts';

/** What a process took from start to end. */
export interface Misura {
  readonly secondi: number;
  /** Seconds of processor, all threads. */
  readonly cpu: number;
  /** Most memory it ever held, MB. */
  readonly memoria: number;
}

const MARCA = 'MISURA';
/** Loaded before the program: what the system counted for the process, told at its end. */
const ALLA_FINE = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write('\\n${MARCA} ' + (userCPUTime + systemCPUTime) / 1e6 + ' ' + maxRSS / 1024 + '\\n');
});`;

/** Runs Node in a process of its own; exit codes 0 and 1 (some rows refused) are good. */
export function misuraProcesso(args: readonly string[]): Promise<Misura> {
  const preload = `data:text/javascript,${encodeURIComponent(ALLA_FINE)}`;
  const inizio = performance.now();
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    cwd: RADICE,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let detto = '';
  child.stderr.on('data', (pezzo: Buffer) => (detto += pezzo.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (codice) => {
      const [, cpu, memoria] = new RegExp(`${MARCA} (\\S+) (\\S+)`).exec(detto) ?? [];
      if ((codice !== 0 && codice !== 1) || cpu === undefined) reject(new Error(`exit ${codice}: ${detto}`));
      else resolve({ secondi: (performance.now() - inizio) / 1000, cpu: Number(cpu), memoria: Number(memoria) });
    });
  });
}

/** The run in the middle, by wall clock. */
export function mediana(misure: readonly Misura[]): Misura {
  const [...ordinate] = misure;
  ordinate.sort((a, b) => a.secondi - b.secondi);
  return ordinate[ordinate.length >> 1] as Misura;
}
