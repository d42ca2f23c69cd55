import { expect, vi } from 'vitest';
import type { Norme } from '../src/norme/norme.ts';
// The same draws for every mutant: what kills one once kills it always.
import './impianto/semi.ts';

/**
 * What is worked out once for each rules object (due dates, tariffs) is worked out anew for each test, so that the run knows
 * which tests pass through a line, and not only the first that did.
 */
vi.mock(import('../src/norme/norme.ts'), async (original) => {
  const vero = await original();
  let copia: Norme | undefined;
  let della: string | undefined;
  return {
    ...vero,
    norme: () => {
      const { testPath = '', currentTestName = '' } = expect.getState();
      const prova = testPath + currentTestName;
      if (copia === undefined || prova !== della) copia = { ...vero.norme() };
      della = prova;
      return copia;
    },
  };
});

/**
 * The rules are read once for all the tests: read here, a mutant of their reading is tried by all of them. One that breaks the
 * reading, or so much as the building of a schema, must fail the tests, and not this file: without a test that fails it would
 * pass for a survivor.
 */
try {
  const { norme } = await import('../src/norme/norme.ts');
  norme();
} catch {
  // Each test reads them again, and fails.
}
