import { join } from 'node:path';

/** Folder of the metadata under the folder of the providers: what a service that trusts them is given. */
export function cartellaMetadati(cartella: string): string {
  return join(cartella, 'metadati');
}
