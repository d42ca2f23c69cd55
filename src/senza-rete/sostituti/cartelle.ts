import { join } from './percorsi-file.ts';

/** Stands in the place of `valori/package-root.ts` and `valori/data-folder.ts`: the page has no folders. */
export function packagePath(...parti: string[]): string {
  return join(...parti);
}

export function dataPath(...parti: string[]): string {
  return join('dati', ...parti);
}
