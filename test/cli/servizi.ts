import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../impianto/free-port.ts';

/** A program that starts servers, in a process group of its own as a terminal would give it. */
export interface Servizi {
  readonly processo: ChildProcess;
  readonly porte: readonly [portale: number, simulatore: number];
  readonly dati: string;
  /** All that was said so far, on both outputs. */
  detto(): string;
  /** Code or signal with which it ended. */
  readonly uscita: Promise<number | NodeJS.Signals>;
  /** Which of the two servers answer now. */
  answering(): Promise<boolean[]>;
  /** To every process of it, as a terminal does. */
  toGroup(segnale: NodeJS.Signals): void;
  ctrlC(): void;
}

/** Starts it with ports and data of its own, and waits until both servers answer. */
export async function startServizi(comando: readonly string[], cwd?: string): Promise<Servizi> {
  const porte = [await freePort(), await freePort()] as const;
  const dati = mkdtempSync(join(tmpdir(), 'trimestre-servizi-'));
  const [programma = '', ...argomenti] = comando;
  const processo = spawn(programma, argomenti, {
    detached: true,
    cwd,
    env: {
      ...process.env,
      TRIMESTRE_DATI: dati,
      TRIMESTRE_PORTA: String(porte[0]),
      TRIMESTRE_PORTA_SIMULATORE: String(porte[1]),
      TRIMESTRE_PORTA_IDENTITA: String(await freePort()),
    },
  });
  let detto = '';
  processo.stdout.on('data', (pezzo: Buffer) => (detto += pezzo.toString()));
  processo.stderr.on('data', (pezzo: Buffer) => (detto += pezzo.toString()));
  const uscita = once(processo, 'exit').then((fine) => (fine[0] ?? fine[1]) as number | NodeJS.Signals);
  while (!detto.includes('Trimestre è pronto') && processo.exitCode === null) await sleep(100);
  if (processo.exitCode !== null) throw new Error(`it did not start: ${detto}`);
  const { pid } = processo;
  if (pid === undefined) throw new Error('it has no process');
  const toGroup = (segnale: NodeJS.Signals) => void process.kill(-pid, segnale);
  return {
    processo,
    porte,
    dati,
    detto: () => detto,
    uscita,
    answering: () => Promise.all(porte.map(answers)),
    toGroup,
    ctrlC: () => toGroup('SIGINT'),
  };
}

function answers(porta: number): Promise<boolean> {
  return fetch(`http://localhost:${porta}/`).then(
    () => true,
    () => false,
  );
}

/** The processes that `pid` has started and that still run, with what they were started as. */
export function childrenOf(pid: number | undefined): { readonly pid: number; readonly comando: string }[] {
  return readdirSync('/proc')
    .filter((nome) => /^\d+$/.test(nome))
    .flatMap((nome) => {
      try {
        // After the name, which is in brackets and may hold anything: state, parent.
        const [stato, padre] = readFileSync(`/proc/${nome}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
        if (Number(padre) !== pid || stato === 'Z') return [];
        return [{ pid: Number(nome), comando: readFileSync(`/proc/${nome}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}
