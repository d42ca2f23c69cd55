import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packagePath } from '../../src/valori/package-root.ts';

const TSX = import.meta.resolve('tsx');

/** Runs a script in a folder as a person would paste it into a shell, with a `curl` that needs nothing of the machine. */
export async function incolla(script: string, cartella: string): Promise<string> {
  const curl = packagePath('test', 'impianto', 'curl.ts');
  writeFileSync(join(cartella, 'curl'), `#!/bin/sh\nexec '${process.execPath}' --import '${TSX}' '${curl}' "$@"\n`, {
    mode: 0o755,
  });
  const env = { ...process.env, PATH: `${cartella}:${process.env['PATH']}` };
  const { stdout } = await promisify(execFile)('bash', ['-euc', script], { cwd: cartella, env });
  return stdout;
}
