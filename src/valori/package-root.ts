import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Absolute path of a file or folder shipped with the package (`rules`, `templates`, fonts), the same from `src/` (tsx,
 * vitest) and from `dist/` (installed).
 */
export function packagePath(...parti: string[]): string {
  return join(root, ...parti);
}

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json')) && existsSync(join(from, 'rules'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('the package root (package.json beside rules/) was not found');
  return findRoot(parent);
}

const root = findRoot(dirname(fileURLToPath(import.meta.url)));
