import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../src/valori/package-root.ts';

const read = (file: string) => readFileSync(packagePath(file), 'utf8');
/** Documents that speak of the code as it is; decisions tell what was decided on their day, the changelog what was done. */
const DOCUMENTI = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(packagePath('docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

/** A path as documents write it: a test may go without its ending. */
const exists = (percorso: string) => [percorso, `${percorso}.test.ts`].some((uno) => existsSync(packagePath(uno)));

/** Paths of the project in backticks, without the ones that stand for many (`<year>`, `NNNN-*`). */
function namedPaths(testo: string): string[] {
  return [...testo.matchAll(/`((?:src|test|rules|templates|migrations|docs|bin)\/[^`\s]*)`/g)]
    .map(([, percorso = '']) => percorso)
    .filter((percorso) => !/[<>*{}()…]/.test(percorso));
}

describe('the documents tell the truth about the tree', () => {
  it.each(DOCUMENTI)('%s names only paths that exist', (documento) => {
    expect(namedPaths(read(documento)).filter((percorso) => !exists(percorso))).toEqual([]);
  });

  it('has every room of src/ on the README’s map, and no other', () => {
    const mappa = [...read('README.md').matchAll(/^\| `src\/([\w-]+)\/` \|/gm)].map(([, stanza]) => stanza);
    const stanze = readdirSync(packagePath('src'), { withFileTypes: true })
      .filter((voce) => voce.isDirectory())
      .map((voce) => voce.name);
    expect([...mappa].sort()).toEqual([...stanze].sort());
  });

  it('lists every decision', () => {
    const indice = read('docs/decisions/README.md');
    const decisioni = readdirSync(packagePath('docs', 'decisions')).filter((file) => /^\d{4}-/.test(file));
    expect(decisioni.filter((file) => !indice.includes(`(${file})`))).toEqual([]);
  });
});
