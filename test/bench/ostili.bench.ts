import { type ChildProcess, fork, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApplicazione } from '../../src/applicazione/crea-applicazione.ts';
import { loadImpostazioni } from '../../src/impostazioni/impostazioni.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { packagePath } from '../../src/valori/package-root.ts';
import { freePort } from '../impianto/free-port.ts';
import { doublePackedPdf, longAttribute, squarePng } from './ostili-file.ts';

/**
 * Files and requests made to do harm, sent to the portal as it is built, one kind after the other: what is answered, how much
 * memory the portal and its children take at most, and how long another client's pages take meanwhile.
 */
const PAUSA_MS = 20;

interface Banco {
  readonly portale: ChildProcess;
  readonly porta: number;
  readonly url: string;
  readonly token: string;
}

async function main(): Promise<void> {
  const bin = packagePath('dist', 'src', 'cli', 'trimestre.js');
  if (!existsSync(bin)) throw new Error('npm run build first: the bench starts what was built');
  const dati = mkdtempSync(join(tmpdir(), 'trimestre-bench-'));
  const banco = await start(bin, dati);
  try {
    const pdf = await doublePackedPdf(3_000);
    const png = squarePng(7_000);
    const xlsx = await longAttribute(190_000);
    await measure(banco, 'nothing', () => new Promise((resolve) => setTimeout(() => resolve('-'), 3_000)));
    await measure(banco, 'cut multipart, 100 times', () => cutMultipart(banco));
    await measure(banco, `PDF packed twice, ${pdf.length} bytes, 3 GB`, () => read(banco, 'application/pdf', pdf));
    await measure(banco, `PNG of 49 million dots, ${png.length} bytes`, () => read(banco, 'image/png', png));
    await measure(banco, `workbook with a long attribute, ${xlsx.length} bytes`, () => batch(banco, xlsx));
    await measure(banco, '100 bodies of 15 MB that never end', () => unfinished(banco));
  } finally {
    banco.portale.kill('SIGTERM');
    await new Promise((resolve) => banco.portale.once('exit', resolve));
    rmSync(dati, { recursive: true, force: true });
  }
}

async function start(bin: string, dati: string): Promise<Banco> {
  const porta = await freePort();
  const env = { TRIMESTRE_DATI: dati, TRIMESTRE_PORTA: String(porta), TRIMESTRE_PROXY: '1' };
  const app = await createApplicazione(loadImpostazioni(env), { clock: { now: () => new Date() } });
  await app.migrate();
  await app.loadDemo();
  const { segreto: token } = await app.accesso.creaToken('bench');
  await app.close();
  const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] as const;
  const portale = fork(bin, ['serve'], { env: { ...process.env, ...env }, stdio: [...stdio], execArgv: [] });
  await new Promise((resolve) => portale.once('message', resolve));
  return { portale, porta, url: `http://localhost:${porta}`, token };
}

async function measure(banco: Banco, nome: string, harm: () => Promise<string>): Promise<void> {
  const stop = { fatto: false };
  const tempi = watchPages(banco, stop);
  const memoria = watchMemory(banco.portale.pid ?? 0, stop);
  const risposta = await harm();
  stop.fatto = true;
  const ordinati = (await tempi).sort((a, b) => a - b);
  const at = (parte: number): string => (ordinati[Math.floor((ordinati.length - 1) * parte)] ?? 0).toFixed(0);
  const carico = loadavg()[0]?.toFixed(1);
  console.log(
    `${nome}: ${risposta}; at most ${(await memoria).toFixed(0)} MB; other pages, ${ordinati.length}: p50 ${at(0.5)}, p99 ${at(0.99)}, max ${at(1)} ms; load ${carico}`,
  );
}

async function watchPages({ url }: Banco, stop: { readonly fatto: boolean }): Promise<number[]> {
  const tempi: number[] = [];
  const pagine = [percorsi.home, percorsi.calcolo, percorsi.accesso];
  for (let giro = 0; !stop.fatto; giro += 1) {
    const inizio = performance.now();
    const pagina = await fetch(url + (pagine[giro % pagine.length] ?? ''), {
      headers: { 'X-Forwarded-For': '203.0.113.9' },
    });
    await pagina.arrayBuffer();
    if (pagina.status !== 200) throw new Error(`another client was answered ${pagina.status}`);
    tempi.push(performance.now() - inizio);
    await new Promise((resolve) => setTimeout(resolve, PAUSA_MS));
  }
  return tempi;
}

/** Most memory, in MB, of a process and of its children, together. */
async function watchMemory(pid: number, stop: { readonly fatto: boolean }): Promise<number> {
  let massimo = 0;
  while (!stop.fatto) {
    massimo = Math.max(massimo, memoryOf(pid));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return massimo;
}

function memoryOf(pid: number): number {
  try {
    const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    const figli = readdirSync(`/proc/${pid}/task`).flatMap((filo) =>
      readFileSync(`/proc/${pid}/task/${filo}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return figli.reduce((somma, figlio) => somma + memoryOf(Number(figlio)), rss);
  } catch {
    // Gone between one look and the next.
    return 0;
  }
}

async function cutMultipart({ url }: Banco): Promise<string> {
  const corpo = '--q\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nabc';
  const stati = new Set<number>();
  for (let i = 0; i < 100; i += 1) {
    const risposta = await fetch(url + percorsi.leggiAvviso, {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=q', 'X-Forwarded-For': `198.51.100.${i}` },
      body: corpo,
    });
    stati.add(risposta.status);
  }
  return [...stati].join(', ');
}

async function read({ url }: Banco, tipo: string, file: Buffer): Promise<string> {
  const risposta = await fetch(`${url}${percorsi.api}/avvisi/lettura`, {
    method: 'POST',
    headers: { 'Content-Type': tipo, 'X-Forwarded-For': '198.51.100.7' },
    body: new Uint8Array(file),
  });
  const { codice } = (await risposta.json()) as { readonly codice?: string };
  return `${risposta.status} ${codice ?? ''}`;
}

async function batch({ url, token }: Banco, file: Buffer): Promise<string> {
  const intestazioni = { Authorization: `Bearer ${token}`, 'X-Forwarded-For': '198.51.100.8' };
  const inizio = performance.now();
  const creato = await fetch(`${url}${percorsi.api}/lotti/importi?nomeFile=a.xlsx`, {
    method: 'POST',
    headers: { ...intestazioni, 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(file),
  });
  const { id } = (await creato.json()) as { readonly id: string };
  for (;;) {
    const risposta = await fetch(`${url}${percorsi.api}/lotti/${id}`, { headers: intestazioni });
    const { stato } = (await risposta.json()) as { readonly stato: string };
    if (stato === 'finito' || stato === 'fallito') {
      return `${creato.status}, ${stato} after ${((performance.now() - inizio) / 1_000).toFixed(1)} s`;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** From a process of its own, so that pouring does not slow down who measures. */
async function unfinished({ porta }: Banco): Promise<string> {
  const file = fileURLToPath(new URL('./ostili-linee.ts', import.meta.url));
  const processo = spawn(process.execPath, ['--import', 'tsx', file, String(porta), `${percorsi.api}/avvisi/lettura`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let detto = '';
  processo.stdout.on('data', (pezzo: Buffer) => (detto += pezzo.toString()));
  await new Promise((resolve) => processo.once('exit', resolve));
  return detto.trim();
}

await main();
