import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../src/valori/package-root.ts';

const ROOMS: Readonly<Record<string, string>> = { golden: 'test/golden', situazione: 'test/contributi/situazione' };

/** Tests named in the last column of docs/golden.md, by their path in the repository without `.test.ts`. */
function nominati(): string[] {
  const righe = readFileSync(packagePath('docs/golden.md'), 'utf8').split('\n');
  const celle = righe.filter((riga) => riga.startsWith('| ')).map((riga) => riga.split('|').at(-2) ?? '');
  return celle
    .flatMap((cella) => [...cella.matchAll(/`([a-z0-9/-]+)`/g)].map(([, nome = '']) => nome))
    .map((nome) => nome.replace(/^(golden|situazione)\//, (_, stanza: string) => `${ROOMS[stanza] ?? ''}/`))
    .filter((nome) => nome.startsWith('test/'));
}

describe('docs/golden.md', () => {
  it('names tests that are there', () => {
    expect(nominati().length).toBeGreaterThan(30);
    const assenti = nominati().filter(
      (nome) => !existsSync(packagePath(`${nome}.test.ts`)) && !existsSync(packagePath(nome)),
    );
    expect(assenti).toEqual([]);
  });

  it('names every golden test', () => {
    const presenti = readdirSync(packagePath('test/golden'))
      .filter((nome) => nome.endsWith('.test.ts') && nome !== 'elenco.test.ts')
      .map((nome) => `test/golden/${nome.replace('.test.ts', '')}`);
    expect(presenti.filter((nome) => !nominati().includes(nome))).toEqual([]);
  });
});
