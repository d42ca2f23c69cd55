import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';

const TICK_MS = 10;

interface ConPid {
  readonly pid?: number | undefined;
}

/** User and system time so far, in milliseconds; 0 where the system does not say. */
export function cpuMs({ pid }: ConPid): number {
  const campi = statOf(pid);
  return (Number(campi[11] ?? 0) + Number(campi[12] ?? 0)) * TICK_MS;
}

/** The same, with that of its children, over or not: PostgreSQL has one for each connection. */
export function cpuConFigliMs({ pid }: ConPid): number {
  const campi = statOf(pid);
  const finiti = (Number(campi[13] ?? 0) + Number(campi[14] ?? 0)) * TICK_MS;
  const vivi = existsSync('/proc') ? readdirSync('/proc').filter((nome) => /^\d+$/.test(nome)) : [];
  const figli = vivi.filter((uno) => statOf(Number(uno))[1] === String(pid));
  return cpuMs({ pid }) + finiti + figli.reduce((somma, uno) => somma + cpuMs({ pid: Number(uno) }), 0);
}

export function rssMb({ pid }: ConPid): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(proc(pid, 'status'))?.[1] ?? 0) / 1_024);
}

/** The fields of `/proc/pid/stat` after the name, which may hold spaces. */
function statOf(pid: number | undefined): readonly string[] {
  return proc(pid, 'stat').split(') ')[1]?.split(' ') ?? [];
}

function proc(pid: number | undefined, file: string): string {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** Hands each new connection to the next of several ports: what a proxy does before several portals. */
export function distribuisci(porta: number, porte: readonly number[]): Promise<Server> {
  let prossima = 0;
  const server = createServer((entra) => {
    const esce = connect(porte[(prossima += 1) % porte.length] ?? 0, '127.0.0.1');
    for (const linea of [entra, esce]) linea.setNoDelay(true).on('error', () => undefined);
    entra.pipe(esce).pipe(entra);
  });
  return new Promise((resolve) => server.listen(porta, () => resolve(server)));
}

/** Until a process of ours says that it is ready. */
export function ready(processo: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    processo.once('message', () => resolve());
    processo.once('exit', (codice) => reject(new Error(`a process ended with ${String(codice)}`)));
  });
}

export async function stop(processo: ChildProcess): Promise<void> {
  if (processo.exitCode !== null) return;
  const fine = new Promise((poi) => processo.once('exit', poi));
  processo.kill('SIGTERM');
  await fine;
}
