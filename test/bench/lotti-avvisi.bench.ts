import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSample, type Voce } from './controlla-campione.ts';
import { costruisci } from './lotti/programma-costruito.ts';
import { INTESTAZIONE_AVVISI, righeAvvisi } from '../lotti/avvisi-generati.ts';

/**
 * `lotto avvisi` as it is installed: built, run as a process of its own on files of 1, 10 and 30 thousand rows. Issuing and
 * printing are timed apart, the peak of memory is the kernel's figure; of the ten thousand, 200 pages are rendered and both
 * codes read back.
 */
const QUANTI = [1_000, 10_000, 30_000] as const;
const CAMPIONE = 200;
/** Larger documents are not given to qpdf: it takes minutes. */
const CONTROLLATI = 10_000;
const OGNI_MS = 20;

const banco = mkdtempSync(join(tmpdir(), 'trimestre-bench-avvisi-'));
try {
  const programma = costruisci();
  for (const quanti of QUANTI) await measure(programma, quanti);
} finally {
  rmSync(banco, { recursive: true, force: true });
}

async function measure(programma: string, quanti: number): Promise<void> {
  const cartella = mkdtempSync(join(banco, `${quanti}-`));
  const [ingresso, out] = [join(cartella, 'rapporti.csv'), join(cartella, 'avvisi.pdf')];
  writeFileSync(ingresso, `${[INTESTAZIONE_AVVISI, ...righeAvvisi(quanti)].join('\r\n')}\r\n`);
  const inizio = Date.now();
  const { piccoMb, cpuSecondi } = await run(programma, ['lotto', 'avvisi', ingresso, '--out', out], cartella);
  const fine = Date.now();
  // The file of errors is written between issuing and printing.
  const emesso = statSync(join(cartella, 'avvisi.errori.csv')).mtimeMs;
  const rate = (ms: number): string => `${((1000 * quanti) / ms).toFixed(0)}/s`;
  const byte = statSync(out).size / quanti;
  console.log(
    `${String(quanti).padStart(6)} notices: issued ${rate(emesso - inizio)}, printed ${rate(fine - emesso)}, whole ${rate(fine - inizio)}; ` +
      `CPU ${((1000 * cpuSecondi) / quanti).toFixed(2)} ms each; peak ${piccoMb.toFixed(0)} MB; ${(byte / 1024).toFixed(1)} KB each${quanti > CONTROLLATI ? '' : `; ${qpdf(out)}`}`,
  );
  if (quanti !== 10_000) return;
  const letti = await checkSample(readFileSync(out), toVoci(join(cartella, 'avvisi.manifesto.csv')), CAMPIONE);
  console.log(`       ${letti} pages rendered: both codes of each say what the manifest says`);
}

/** @returns the kernel's peak of resident memory (`VmHWM`), read until the process ends, and its CPU time */
async function run(
  programma: string,
  args: readonly string[],
  dati: string,
): Promise<{ readonly piccoMb: number; readonly cpuSecondi: number }> {
  const processo = spawn(process.execPath, [programma, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TRIMESTRE_DATI: dati, TRIMESTRE_DEMO: 'no', DATABASE_URL: undefined },
  });
  let piccoMb = 0;
  let cpuSecondi = 0;
  const guarda = setInterval(() => {
    const stato = readProc(processo.pid, 'status');
    piccoMb = Math.max(piccoMb, Number(/VmHWM:\s+(\d+) kB/.exec(stato)?.[1] ?? 0) / 1024);
    const campi = readProc(processo.pid, 'stat').split(') ')[1]?.split(' ') ?? [];
    cpuSecondi = Math.max(cpuSecondi, (Number(campi[11] ?? 0) + Number(campi[12] ?? 0)) / 100);
  }, OGNI_MS);
  const [codice] = (await once(processo, 'exit')) as [number | null];
  clearInterval(guarda);
  if (codice !== 0) throw new Error(`lotto avvisi ended with ${String(codice)}`);
  return { piccoMb, cpuSecondi };
}

function readProc(pid: number | undefined, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function qpdf(file: string): string {
  try {
    execFileSync('qpdf', ['--check', file], { stdio: 'pipe' });
    return 'qpdf --check finds nothing';
  } catch (errore) {
    if ((errore as NodeJS.ErrnoException).code === 'ENOENT') return 'no qpdf here';
    throw errore;
  }
}

function toVoci(file: string): Voce[] {
  const [intestazione = '', ...righe] = readFileSync(file, 'utf8').replace('\ufeff', '').trimEnd().split('\r\n');
  const nomi = intestazione.split(';');
  return righe.map((riga) => {
    const celle = riga.split(';');
    const cella = (nome: string): string => celle[nomi.indexOf(nome)] ?? '';
    return { pagina: Number(cella('pagina')), codiceAvviso: cella('codice_avviso'), importo: cella('importo') };
  });
}
