import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../src/valori/package-root.ts';

const CASI = Array.from({ length: 54 }, (_, i) => `AB-${String(i + 1).padStart(2, '0')}`);

/** Of each case its last column, as the page has it. */
const pagina = new Map(
  [...readFileSync(packagePath('docs/sicurezza.md'), 'utf8').matchAll(/^\| (AB-\d{2}) \|[^|]+\| (.+) \|$/gm)].map(
    (riga) => [riga[1] ?? '', riga[2] ?? ''] as const,
  ),
);
const waits = (caso: string) => pagina.get(caso)?.startsWith('waits for: ') === true;
const filesOf = (caso: string) =>
  waits(caso) ? [] : [...(pagina.get(caso) ?? '').matchAll(/`(test\/[^`]+)`/g)].map((trovato) => trovato[1] ?? '');

/** Cases named in the titles of tests, by file. */
const nominati = new Map(
  (readdirSync(packagePath('test'), { recursive: true }) as string[])
    .filter((file) => file.endsWith('.ts') && !file.startsWith('ordine'))
    .map((file) => [join('test', file), titlesOf(file)] as const),
);

function titlesOf(file: string): ReadonlySet<string> {
  const testo = readFileSync(packagePath(join('test', file)), 'utf8');
  const titoli = [...testo.matchAll(/\b(?:it|describe)(?:\.each\([^]*?\))?\(\s*(['"`])([^]*?)\1/g)].map(
    (t) => t[2] ?? '',
  );
  return new Set(titoli.flatMap((titolo) => titolo.match(/AB-\d{2}/g) ?? []));
}

describe('docs/sicurezza.md and the tests', () => {
  it('lists every abuse case once, in order', () => {
    expect([...pagina.keys()]).toEqual(CASI);
  });

  it('says of each where it is tried, or what it waits for', () => {
    const muti = CASI.filter((caso) => !waits(caso) && filesOf(caso).length === 0);
    expect(muti).toEqual([]);
  });

  it('names only tests that bear the case in their name', () => {
    const bugie = CASI.flatMap((caso) =>
      filesOf(caso)
        .filter((file) => !existsSync(packagePath(file)) || nominati.get(file)?.has(caso) !== true)
        .map((file) => `${caso} ${file}`),
    );
    expect(bugie).toEqual([]);
  });

  it('forgets no test that bears a case in its name', () => {
    const dimenticati = [...nominati].flatMap(([file, casi]) =>
      [...casi].filter((caso) => !filesOf(caso).includes(file)).map((caso) => `${caso} ${file}`),
    );
    expect(dimenticati).toEqual([]);
  });
});
