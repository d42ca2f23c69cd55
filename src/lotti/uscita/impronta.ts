import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagePath } from '../../valori/package-root.ts';

/**
 * Digest of all that decides the bytes of an output besides the input: the program's version, the rules, the options. A run
 * may go on with what another left only when the two are equal.
 */
export function impronta(opzioni: Readonly<Record<string, unknown>>): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(opzioni))
    .update(readFileSync(packagePath('package.json')));
  const rules = packagePath('rules');
  for (const nome of readdirSync(rules, { recursive: true, encoding: 'utf8' }).sort()) {
    if (nome.endsWith('.yaml')) hash.update(nome).update(readFileSync(join(rules, nome)));
  }
  return hash.digest('base64url');
}
