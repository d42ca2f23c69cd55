import { packagePath } from './package-root.ts';

/**
 * Absolute path of a font, a reader or a style that `npm run risorse` has taken from a package (`src/risorse/elenco.ts`): the
 * same from a checkout, after `npm ci`, and from an installation.
 */
export function risorsa(...parti: string[]): string {
  return packagePath('dist', 'risorse', ...parti);
}
