import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STATI_LOTTO, TIPI_LOTTO } from '../../src/archivio/lotti-repository.ts';
import { STATI_BOLLETTINO } from '../../src/bollettini/bollettino.ts';
import { MODI_CONSEGNA, STATI_CONSEGNA, STATI_TENTATIVO } from '../../src/pagamenti/pagamento.ts';
import type { ArchivioDiProva } from './archivio-di-prova.ts';

/** Each list of states of the code, and the column that bears one of them. */
const STATI = [
  ['bollettini', 'stato', STATI_BOLLETTINO],
  ['consegne', 'stato', STATI_CONSEGNA],
  ['consegne', 'modo', MODI_CONSEGNA],
  ['tentativi', 'stato', STATI_TENTATIVO],
  ['lotti', 'stato', STATI_LOTTO],
  ['lotti', 'tipo', TIPI_LOTTO],
] as const;

/**
 * What a column may hold, by the database's own word: the longest list of it, for others speak of some of its values.
 * @param checks the conditions of the table, as the database writes them
 */
function allowed(checks: string, colonna: string): string[] {
  const lista = new RegExp(`\\b${colonna}\\b\\)?(?:::text)? (?:IN|= ANY) \\(+(?:ARRAY\\[)?([^)\\]]*)`, 'g');
  return [...checks.replace(/\s+/g, ' ').matchAll(lista)]
    .map(([, valori = '']) => [...valori.matchAll(/'([^']*)'/g)].map(([, valore = '']) => valore))
    .reduce((lunga, altra) => (altra.length > lunga.length ? altra : lunga), []);
}

/** The states of the code are those that the database lets in, no more and no less. */
export function casiStati(
  nome: string,
  apri: () => Promise<ArchivioDiProva>,
  checksOf: (knex: Knex, tabella: string) => Promise<string>,
): void {
  describe(`${nome}: the states of the code and of the database`, () => {
    let a: ArchivioDiProva;
    beforeAll(async () => {
      a = await apri();
    });
    afterAll(() => a.close());

    it.each(STATI)('%s.%s', async (tabella, colonna, stati) => {
      expect(allowed(await checksOf(a.knex, tabella), colonna).sort()).toEqual([...stati].sort());
    });
  });
}
