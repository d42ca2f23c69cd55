import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { Cartella } from '../lotti/cartella.ts';
import { INTESTAZIONE_AVVISI, righeAvvisi } from '../lotti/avvisi-generati.ts';
import { scriviFile } from './lotti/file-generato.ts';
import { costruisci, RADICE } from './lotti/programma-costruito.ts';

/**
 * Either batch, as it is shipped, killed (SIGKILL) at fifty random moments and resumed each time: whenever one comes to its end,
 * what it wrote is compared, byte for byte, with what an uninterrupted run writes; then it starts anew.
 */
const UCCISIONI = 50;

interface Lavoro {
  readonly nome: string;
  readonly args: (dir: string) => readonly string[];
  /** What it leaves in its folder. */
  readonly scritti: readonly string[];
}

const cartella = new Cartella();
const input = { calcola: cartella.file('rapporti.csv'), avvisi: cartella.file('datori.csv') };
const LAVORI: readonly Lavoro[] = [
  {
    nome: 'lotto calcola, 400,000 rows',
    args: (dir) => ['calcola', input.calcola, '--out', `${dir}/importi.csv`],
    scritti: ['importi.csv', 'importi.errori.csv'],
  },
  {
    nome: 'lotto avvisi, 1,000 notices',
    args: (dir) => ['avvisi', input.avvisi, '--out', `${dir}/avvisi.pdf`, '--copertina'],
    scritti: ['avvisi.pdf', 'avvisi.manifesto.csv', 'avvisi.errori.csv'],
  },
];

type Esito = 'killed' | 'resumed' | 'whole';

/** A job's run in a folder of its own, killed after so many milliseconds or left to end. */
function run(cli: string, lavoro: Lavoro, nome: string, afterMs?: number): Promise<Esito> {
  const dir = cartella.file(nome);
  mkdirSync(dir, { recursive: true });
  const child = spawn(process.execPath, [cli, 'lotto', ...lavoro.args(dir), '--riprendi', '--json'], {
    cwd: RADICE,
    env: { ...process.env, TRIMESTRE_DATI: `${dir}/dati`, TRIMESTRE_DEMO: 'no' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let detto = '';
  child.stdout.on('data', (pezzo: Buffer) => (detto += pezzo.toString()));
  const ucciso = afterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), afterMs);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (codice, segnale) => {
      clearTimeout(ucciso);
      if (segnale === 'SIGKILL') resolve('killed');
      else if (codice !== 1) reject(new Error(`${lavoro.nome} ended with ${codice}`));
      else resolve((JSON.parse(detto) as { ripreso: boolean }).ripreso ? 'resumed' : 'whole');
    });
  });
}

function same({ scritti }: Lavoro, a: string, b: string): boolean {
  const bytes = (dir: string, nome: string): Buffer => readFileSync(cartella.file(`${dir}/${nome}`));
  return scritti.every((nome) => bytes(a, nome).equals(bytes(b, nome)));
}

async function uccidi(cli: string, lavoro: Lavoro): Promise<void> {
  const inizio = performance.now();
  await run(cli, lavoro, 'intero');
  const durataMs = performance.now() - inizio;
  let uccise = 0;
  let finite = 0;
  let riprese = 0;
  while (uccise < UCCISIONI) {
    const esito = await run(cli, lavoro, 'ucciso', Math.random() * durataMs);
    if (esito === 'killed' && ++uccise < UCCISIONI) continue;
    const ultima = esito === 'killed' ? await run(cli, lavoro, 'ucciso') : esito;
    finite++;
    if (ultima === 'resumed') riprese++;
    if (!same(lavoro, 'intero', 'ucciso')) throw new Error(`${lavoro.nome}: other bytes after ${uccise} kills`);
    rmSync(cartella.file('ucciso'), { recursive: true });
  }
  console.log(`${lavoro.nome}: ${uccise} kills, ${finite} ended (${riprese} of them resumed), always the same bytes`);
  rmSync(cartella.file('intero'), { recursive: true });
}

try {
  const cli = costruisci();
  await scriviFile(input.calcola, 400_000);
  cartella.write('datori.csv', [INTESTAZIONE_AVVISI, ...righeAvvisi(1000), 'guasta', ''].join('\n'));
  for (const lavoro of LAVORI) await uccidi(cli, lavoro);
} finally {
  cartella.remove();
}
