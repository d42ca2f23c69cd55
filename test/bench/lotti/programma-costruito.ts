import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the package: children run here, so that they find its dependencies. */
export const RADICE = fileURLToPath(new URL('../../..', import.meta.url));
const COSTRUITO = join(RADICE, 'node_modules', '.cache', 'trimestre-bench');
/** What the program reads besides itself. */
const SPEDITI = ['package.json', 'rules', 'templates', join('dist', 'risorse')];

/**
 * Builds the program as it is shipped, in a folder of its own with its own copy of the rules: whoever changes the sources, the
 * rules or `dist` meanwhile does not change what is measured.
 * @returns the path of its command line
 */
export function costruisci(): string {
  rmSync(COSTRUITO, { recursive: true, force: true });
  const tsc = join(RADICE, 'node_modules', 'typescript', 'bin', 'tsc');
  const dist = join(COSTRUITO, 'dist');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', dist], { cwd: RADICE });
  execFileSync(process.execPath, ['--import', 'tsx', join('src', 'risorse', 'raccogli.ts')], { cwd: RADICE });
  for (const nome of SPEDITI) cpSync(join(RADICE, nome), join(COSTRUITO, nome), { recursive: true });
  return join(dist, 'src', 'cli', 'trimestre.js');
}
