import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the package: children run here, so that they find its dependencies. */
export const RADICE = fileURLToPath(new URL('../../..', import.meta.url));
const COSTRUITO = join('node_modules', '.cache', 'trimestre-bench');

/** Builds the program as it is shipped, in a folder of its own (another may be using `dist`); the path of its command line. */
export function costruisci(): string {
  rmSync(join(RADICE, COSTRUITO), { recursive: true, force: true });
  const tsc = join(RADICE, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', COSTRUITO], { cwd: RADICE });
  return join(RADICE, COSTRUITO, 'src', 'cli', 'trimestre.js');
}
