import { join, resolve } from 'node:path';

/** Where the data are when nobody says otherwise. */
export const DEFAULT_DATA_FOLDER = './dati';

/** Absolute path of a file in the data folder (TRIMESTRE_DATI). */
export function dataPath(...parti: string[]): string {
  return join(resolve(process.env['TRIMESTRE_DATI'] || DEFAULT_DATA_FOLDER), ...parti);
}
