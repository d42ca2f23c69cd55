import { readdirSync } from 'node:fs';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { loadCatalogo, Testi } from '../../src/testi/catalogo.ts';
import { packagePath } from '../../src/valori/package-root.ts';

const STANZE = readdirSync(packagePath('templates', 'testi'));

/** Languages that a room has files in. */
function lingueDi(stanza: string): string[] {
  const file = readdirSync(packagePath('templates', 'testi', stanza));
  return [...new Set(file.map((nome) => nome.split('.')[1] ?? ''))].sort();
}

/** Places of a message, wherever they stand, and the plurals that it tells apart. */
function postiDi(elementi: readonly MessageFormatElement[], plurali: string[][] = []): string[] {
  return elementi.flatMap((uno) => {
    if (uno.type === TYPE.literal || uno.type === TYPE.pound) return [];
    const rami = uno.type === TYPE.plural || uno.type === TYPE.select ? Object.entries(uno.options) : [];
    if (uno.type === TYPE.plural) plurali.push(rami.map(([ramo]) => ramo));
    return [uno.value, ...rami.flatMap(([, { value }]) => postiDi(value, plurali))];
  });
}

/** The plurals that whole numbers up to a thousand take in a language. */
function pluraliDi(lingua: string): string[] {
  const regole = new Intl.PluralRules(lingua);
  return [...new Set(Array.from({ length: 1001 }, (_, n) => regole.select(n)))].sort();
}

describe.each(STANZE)('the messages of %s', (stanza) => {
  const lingue = lingueDi(stanza);
  const catalogo = loadCatalogo(stanza, lingue);
  const italiano = catalogo['it'] as Testi;

  it('are all there in every language, and can all be read', () => {
    for (const lingua of lingue)
      expect(catalogo[lingua]?.chiavi.toSorted(), lingua).toEqual(italiano.chiavi.toSorted());
  });

  it('have the same places in every language, and each language’s own plurals', () => {
    for (const chiave of italiano.chiavi) {
      const attesi = new Set(postiDi(italiano.letto(chiave).getAst()));
      for (const lingua of lingue) {
        const plurali: string[][] = [];
        const posti = new Set(postiDi(catalogo[lingua]?.letto(chiave).getAst() ?? [], plurali));
        expect(posti, `${lingua} ${chiave}`).toEqual(attesi);
        for (const rami of plurali)
          expect(rami, `${lingua} ${chiave}`).toEqual(expect.arrayContaining(pluraliDi(lingua)));
      }
    }
  });
});

describe('a message', () => {
  const testi = new Testi('uk', {
    settimane: '{n, plural, one {# тиждень} few {# тижні} many {# тижнів} other {# тижня}}',
  });

  it('takes the plural of its language', () => {
    expect([1, 3, 7].map((n) => testi.testo('settimane', { n }))).toEqual(['1 тиждень', '3 тижні', '7 тижнів']);
  });

  it('that is missing, or misses a value, is an error and never an empty place', () => {
    expect(() => testi.testo('mesi')).toThrow('the catalogue lacks «mesi» (uk)');
    expect(() => testi.testo('settimane')).toThrow('n');
  });
});
