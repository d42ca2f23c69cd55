import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

/**
 * `npm run bench [-- name …]`: runs every `*.bench.ts` of this folder, or those named, one after the other and each in a process
 * of its own, so that none inherits the other's heap or compiled code. Figures of one file are ratios within its one run.
 */
const CARTELLA = new URL('.', import.meta.url);
const FINE = '.bench.ts';
const GIGA = 2 ** 30;
const PACCHETTI = ['better-sqlite3', 'csv-parse', 'decimal.js', 'express', 'pdfkit', 'bwip-js', 'publicodes'];

function printMacchina(): void {
  const [cpu] = cpus();
  const memoria = (totalmem() / GIGA).toFixed(0);
  console.log(
    `${new Date().toISOString().slice(0, 10)} · Node ${process.version} · ${platform()} ${release()} ${arch()}`,
  );
  console.log(`${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memoria} GB`);
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
  const versioni = { ...devDependencies, ...dependencies };
  console.log(PACCHETTI.flatMap((nome) => (versioni[nome] ? [`${nome} ${versioni[nome]}`] : [])).join(', '));
}

function run(nome: string): Promise<number> {
  console.log(`\n── ${nome}`);
  const file = fileURLToPath(new URL(nome + FINE, CARTELLA));
  const processo = spawn(process.execPath, ['--import', 'tsx', file], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    processo.on('error', reject);
    processo.on('exit', (codice) => resolve(codice ?? 1));
  });
}

const tutti = readdirSync(CARTELLA)
  .filter((file) => file.endsWith(FINE))
  .map((file) => file.slice(0, -FINE.length));
const scelti = process.argv.slice(2);
const ignoti = scelti.filter((nome) => !tutti.includes(nome));
if (ignoti.length > 0) {
  console.error(`No bench called ${ignoti.join(', ')}. There are: ${tutti.join(', ')}.`);
  process.exitCode = 2;
} else {
  printMacchina();
  for (const nome of scelti.length > 0 ? scelti : tutti) if ((await run(nome)) !== 0) process.exitCode = 1;
}
