import { fileURLToPath } from 'node:url';
import { codiceRiservatoMb } from './codice-riservato.ts';
import type { Limiti } from './limiti.ts';

export interface Comando {
  readonly comando: string;
  readonly argomenti: readonly string[];
}

/** V8 is told to collect well before the system's bound: beyond it an allocation fails and the process with it. */
const PARTE_DI_V8 = 0.6;

/**
 * Node for one program of ours, within bounds that the system keeps: `RLIMIT_DATA` (every page a process can write to, buffers
 * and WebAssembly included, which V8's own limits leave out) and `RLIMIT_CPU`. They are set by the shell, which every
 * Unix has, and stay through `exec`. Elsewhere only V8's limit and the parent's watch hold.
 */
export function limitedCommand(programma: URL, { memoriaMb, secondiCpu }: Limiti): Comando {
  const node = [`--max-old-space-size=${Math.floor(memoriaMb * PARTE_DI_V8)}`, ...loader(programma), path(programma)];
  if (process.platform === 'win32') return { comando: process.execPath, argomenti: node };
  const dati = (memoriaMb + codiceRiservatoMb()) * 1024;
  const limiti = `ulimit -c 0; ulimit -d ${dati}; ulimit -t ${Math.ceil(secondiCpu)}; exec "$@"`;
  return { comando: '/bin/sh', argomenti: ['-c', limiti, 'sh', process.execPath, ...node] };
}

/** What the loader of the sources takes beside the program itself, megabytes. */
const CARICATORE_MB = 250;

/** The bounds of a program, with room for the loader when it is run from the sources. */
export function withLoader(programma: URL, limiti: Limiti): Limiti {
  return isSource(programma) ? { ...limiti, memoriaMb: limiti.memoriaMb + CARICATORE_MB } : limiti;
}

/** Installed, the program is the JavaScript beside the caller; from the checkout, the TypeScript through tsx. */
export function programOf(vicino: string, nome: string): URL {
  return new URL(`./${nome}.${vicino.endsWith('.ts') ? 'ts' : 'js'}`, vicino);
}

function loader(programma: URL): string[] {
  return isSource(programma) ? ['--import', import.meta.resolve('tsx')] : [];
}

function isSource(programma: URL): boolean {
  return programma.pathname.endsWith('.ts');
}

function path(programma: URL): string {
  return fileURLToPath(programma);
}
