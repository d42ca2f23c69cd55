import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STATI_DOCUMENTATI } from '../../src/portale/api/risposte-di-errore.ts';
import { paginaErrori } from '../../src/risorse/pagina-errori.ts';
import { codiceDi, STANZE, type ChiaveErrore } from '../../src/valori/errori/catalogo.ts';
import { STATI } from '../../src/valori/errori/stati.ts';
import { packagePath } from '../../src/valori/package-root.ts';

const VOCI = Object.values(STANZE).flatMap((frasi) => Object.keys(frasi)) as ChiaveErrore[];
const CODICI = new Set<string>(VOCI.map(codiceDi));

const SORGENTI = readdirSync(packagePath('src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes(join('valori', 'errori')))
  .map((file) => readFileSync(packagePath('src', file), 'utf8'));

/** Entries whose names are put together: `intestazione-${motivo}`. */
const COMPOSTE = SORGENTI.flatMap((testo) => [...testo.matchAll(/ErroreDati\(`([^`]+)`/g)]).map(
  ([, modello = '']) => new RegExp(`^${modello.replaceAll(/\$\{[^}]+\}/g, '[\\w-]+')}$`),
);

describe('the catalogue of errors', () => {
  it('is printed in docs/errori.md (npm run errori)', () => {
    expect(readFileSync(packagePath('docs', 'errori.md'), 'utf8')).toBe(paginaErrori());
  });

  it('has each entry once', () => {
    expect(VOCI.filter((voce, i) => VOCI.indexOf(voce) !== i)).toEqual([]);
  });

  it('has no entry that nobody uses', () => {
    const usata = (voce: string): boolean =>
      SORGENTI.some((testo) => testo.includes(`'${voce}'`)) || COMPOSTE.some((forma) => forma.test(voce));
    expect(VOCI.filter((voce) => !usata(voce))).toEqual([]);
  });

  it('has every code that a status is given to', () => {
    expect(Object.keys(STATI).filter((codice) => !CODICI.has(codice))).toEqual([]);
  });

  it('knows every code that a docstring says is thrown', () => {
    const detti = SORGENTI.flatMap((testo) => [
      ...testo.matchAll(/@throws ErroreDati((?:[\s,;*]|and|\(\d+\)|`[a-z]+(?:-[a-z0-9]+)+`)+)/g),
    ])
      .flatMap(([, codici = '']) => [...codici.matchAll(/`([^`]+)`/g)])
      .map(([, codice = '']) => codice);
    expect(detti.length).toBeGreaterThan(50);
    expect([...new Set(detti)].filter((codice) => !CODICI.has(codice))).toEqual([]);
  });

  it('has only statuses that the document of the API explains', () => {
    // 405 comes before any operation; 502 and 507 are met by commands alone.
    const altrove = [405, 502, 507];
    const detti = [...new Set<number>(Object.values(STATI))].filter((stato) => !altrove.includes(stato));
    expect(detti.filter((stato) => !STATI_DOCUMENTATI.includes(stato))).toEqual([]);
  });

  it('has every code that the manual names', () => {
    const manuale = readdirSync(packagePath('docs', 'manuale')).filter((file) => file.endsWith('.md'));
    const testi = manuale.map((file) => readFileSync(packagePath('docs', 'manuale', file), 'utf8')).join('\n');
    const detti = [...testi.matchAll(/`([a-z]+(?:-[a-z]+)*-(?:non-[a-z-]+|occupato|cambiato|prescritto))`/g)];
    expect(detti.length).toBeGreaterThan(1);
    expect(detti.map(([, codice = '']) => codice).filter((codice) => !CODICI.has(codice))).toEqual([]);
  });
});
