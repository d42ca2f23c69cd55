import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const esegui = promisify(execFile);

/** Megabytes of memory that a process of this machine holds; undefined when it is gone or the system does not say. */
export async function memoriaResidente(pid: number): Promise<number | undefined> {
  const kib = process.platform === 'linux' ? await fromProc(pid) : await fromPs(pid);
  return kib === undefined ? undefined : kib / 1024;
}

async function fromProc(pid: number): Promise<number | undefined> {
  const stato = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return number(/^VmRSS:\s+(\d+) kB$/m.exec(stato)?.[1]);
}

async function fromPs(pid: number): Promise<number | undefined> {
  const letto = await esegui('ps', ['-o', 'rss=', '-p', String(pid)]).catch(() => undefined);
  return number(letto?.stdout.trim());
}

function number(testo: string | undefined): number | undefined {
  return testo !== undefined && /^\d+$/.test(testo) ? Number(testo) : undefined;
}
