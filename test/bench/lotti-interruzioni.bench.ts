import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { Cartella } from '../lotti/cartella.ts';
import { INTESTAZIONE_AVVISI, righeAvvisi } from '../lotti/avvisi-generati.ts';
import { runAndKill } from '../lotti/uccidi-e-riprendi.ts';
import { scriviFile } from './lotti/file-generato.ts';

/**
 * Either batch killed (SIGKILL) at fifty random moments and resumed each time: whenever one comes to its end, what it wrote is
 * compared, byte for byte, with what an uninterrupted run writes; then it starts anew.
 */
const UCCISIONI = 50;

interface Lavoro {
  readonly nome: string;
  readonly modulo: string;
  readonly args: (dir: string) => readonly string[];
  /** What it leaves in its folder. */
  readonly scritti: readonly string[];
}

const cartella = new Cartella();
const input = { calcola: cartella.file('rapporti.csv'), avvisi: cartella.file('datori.csv') };
const LAVORI: readonly Lavoro[] = [
  {
    nome: 'lotto calcola, 400,000 rows',
    modulo: './calcola/processo-lotto.ts',
    args: (dir) => [input.calcola, `${dir}/importi.csv`],
    scritti: ['importi.csv', 'importi.errori.csv'],
  },
  {
    nome: 'lotto avvisi, 600 notices',
    modulo: './avvisi/processo-avvisi.ts',
    args: (dir) => [`${dir}/dati`, input.avvisi, `${dir}/avvisi.pdf`],
    scritti: ['avvisi.pdf', 'avvisi.manifesto.csv', 'avvisi.errori.csv'],
  },
];

/** A job's run in a folder of its own, killed after so many milliseconds of work or left to end. */
function run({ modulo, args }: Lavoro, dir: string, afterMs: number | undefined): Promise<string> {
  mkdirSync(cartella.file(dir), { recursive: true });
  return runAndKill(modulo, args(cartella.file(dir)), afterMs);
}

function same({ scritti }: Lavoro, a: string, b: string): boolean {
  const bytes = (dir: string, nome: string): Buffer => readFileSync(cartella.file(`${dir}/${nome}`));
  return scritti.every((nome) => bytes(a, nome).equals(bytes(b, nome)));
}

async function uccidi(lavoro: Lavoro): Promise<void> {
  const inizio = performance.now();
  await run(lavoro, 'intero', undefined);
  const durataMs = performance.now() - inizio;
  let uccise = 0;
  let finite = 0;
  let riprese = 0;
  while (uccise < UCCISIONI) {
    const esito = await run(lavoro, 'ucciso', Math.random() * durataMs);
    if (esito === 'killed' && ++uccise < UCCISIONI) continue;
    const ultima = esito === 'killed' ? await run(lavoro, 'ucciso', undefined) : esito;
    finite++;
    if (ultima === 'resumed') riprese++;
    if (!same(lavoro, 'intero', 'ucciso')) throw new Error(`${lavoro.nome}: other bytes after ${uccise} kills`);
    rmSync(cartella.file('ucciso'), { recursive: true });
  }
  console.log(`${lavoro.nome}: ${uccise} kills, ${finite} ended (${riprese} of them resumed), always the same bytes`);
  rmSync(cartella.file('intero'), { recursive: true });
}

try {
  await scriviFile(input.calcola, 400_000);
  cartella.write('datori.csv', [INTESTAZIONE_AVVISI, ...righeAvvisi(600), 'guasta', ''].join('\n'));
  for (const lavoro of LAVORI) await uccidi(lavoro);
} finally {
  cartella.remove();
}
