import { join } from 'node:path';
import type { Impostazioni } from '../../impostazioni/impostazioni.ts';

/** Under the data folder: keys and metadata of the simulated identity providers. */
export function cartellaIdentita({ cartellaDati }: Impostazioni): string {
  return join(cartellaDati, 'identita-simulate');
}
