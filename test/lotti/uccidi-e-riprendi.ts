import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What came of starting the process of a batch: killed, or ended with its last line. */
export type Corsa = 'killed' | 'resumed' | 'whole';

/**
 * Starts a module of this folder in a process of its own and kills it (SIGKILL) so many milliseconds after it has said
 * `start`; with `undefined` it is left to end.
 */
export function runAndKill(module: string, args: readonly string[], afterMs: number | undefined): Promise<Corsa> {
  const path = fileURLToPath(new URL(module, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (data: Buffer) => {
    if (said === '' && afterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), afterMs).unref();
    said += data.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve('killed');
      else if (code === 0) resolve(said.trim().split('\n').at(-1) as Corsa);
      else reject(new Error(`the batch ended with ${String(code)}`));
    });
  });
}
