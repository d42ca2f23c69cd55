import { createHash } from 'node:crypto';

/** What is kept of a secret that a browser holds. */
export function impronta(segreto: string): string {
  return createHash('sha256').update(segreto).digest('hex');
}
