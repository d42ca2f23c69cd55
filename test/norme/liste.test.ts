import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { z } from 'zod';
import { schemaAssenze } from '../../src/norme/assenze.ts';
import { schemaAssociazioni } from '../../src/norme/associazioni.ts';
import { schemaChiPaga } from '../../src/norme/chi-paga.ts';
import { schemaMinimi } from '../../src/norme/minimi.ts';
import { schemaScadenze } from '../../src/norme/regole-scadenze.ts';
import { schemaRetribuzioneAnnua } from '../../src/norme/retribuzione-annua.ts';
import { schemaSanzioni } from '../../src/norme/sanzioni.ts';
import { schemaAnno } from '../../src/norme/schema-anno.ts';
import { schemaSgravi } from '../../src/norme/sgravi.ts';
import { packagePath } from '../../src/valori/package-root.ts';

type Nodo = Record<string, unknown>;

const SCHEMI: Record<string, z.ZodType> = {
  'assenze.yaml': schemaAssenze,
  'associazioni.yaml': schemaAssociazioni,
  'chi-paga.yaml': schemaChiPaga,
  'minimi.yaml': schemaMinimi,
  'sanzioni.yaml': schemaSanzioni,
  'scadenze.yaml': schemaScadenze,
  'sgravi.yaml': schemaSgravi,
  'tfr.yaml': schemaRetribuzioneAnnua,
  'anni/2020.yaml': schemaAnno,
};

/** What stands in a rule file, and the object of it that a path such as `minimi.0` leads to. */
function grezzo(file: string): Nodo {
  return parse(readFileSync(packagePath('rules', file), 'utf8'), { schema: 'failsafe' }) as Nodo;
}
function nodo(radice: unknown, percorso: string): Nodo {
  return percorso.split('.').reduce((dove, passo) => (passo === '' ? dove : (dove as Nodo)[passo]), radice) as Nodo;
}

describe('a list of versions', () => {
  const LISTE = [
    ['assenze.yaml', 'tipi'],
    ['assenze.yaml', 'malattia'],
    ['assenze.yaml', 'festivitaOrarie'],
    ['assenze.yaml', 'ferieOrarie'],
    ['assenze.yaml', 'ferieDelMese'],
    ['chi-paga.yaml', 'cuaf'],
    ['chi-paga.yaml', 'addizionale'],
    ['minimi.yaml', 'minimi'],
    ['sanzioni.yaml', 'regimi'],
    ['scadenze.yaml', 'sabato'],
  ] as const;

  it.each(LISTE)('%s: «%s» takes one more', (file, chiave) => {
    const letto = grezzo(file);
    const lista = letto[chiave] as unknown[];
    const piu = [...lista, lista[0]];
    expect(nodo(SCHEMI[file]?.parse({ ...letto, [chiave]: piu }), chiave)).toHaveLength(lista.length + 1);
  });

  it.each(LISTE)('%s: «%s» takes one alone, and not none', (file, chiave) => {
    const letto = grezzo(file);
    const [prima] = letto[chiave] as unknown[];
    expect(SCHEMI[file]?.safeParse({ ...letto, [chiave]: [prima] }).success).toBe(true);
    const { error } = SCHEMI[file]?.safeParse({ ...letto, [chiave]: [] }) ?? {};
    expect(error?.issues.map(({ code, path }) => [code, path])).toEqual([['too_small', [chiave]]]);
  });
});

describe('a list that a file does not hold is empty', () => {
  it.each([
    ['assenze.yaml', '', 'esempi'],
    ['associazioni.yaml', '', 'esempi'],
    ['associazioni.yaml', 'associazioni.0', 'note'],
    ['chi-paga.yaml', '', 'esempi'],
    ['minimi.yaml', '', 'esempi'],
    ['minimi.yaml', 'minimi.1', 'note'],
    ['sanzioni.yaml', '', 'esempi'],
    ['scadenze.yaml', '', 'esempi'],
    ['sgravi.yaml', '', 'esempi'],
    ['tfr.yaml', '', 'esempi'],
    ['tfr.yaml', 'tfr', 'note'],
    ['anni/2020.yaml', '', 'celleCalcolate'],
    ['anni/2020.yaml', '', 'scostamenti'],
    ['anni/2020.yaml', '', 'correzioni'],
    ['anni/2020.yaml', '', 'note'],
    ['anni/2020.yaml', '', 'esempi'],
  ])('%s %s: %s', (file, dove, chiave) => {
    const letto = grezzo(file);
    Reflect.deleteProperty(nodo(letto, dove), chiave);
    expect(nodo(SCHEMI[file]?.parse(letto), dove)[chiave]).toEqual([]);
  });
});

describe('an example', () => {
  it('of a sanction is of a payment of one’s own accord unless it says otherwise', () => {
    const letto = grezzo('sanzioni.yaml');
    const spontaneo = (): boolean | undefined => schemaSanzioni.parse(letto).esempi[0]?.dati.spontaneo;
    expect(spontaneo()).toBe(true);
    nodo(letto, 'esempi.0.dati')['spontaneo'] = 'false';
    expect(spontaneo()).toBe(false);
  });

  it('of a year has CUAF and no fixed term unless it says otherwise', () => {
    const letto = grezzo('anni/2020.yaml');
    const { dati } = schemaAnno.parse(letto).esempi[0] ?? {};
    expect(dati).toMatchObject({ senzaCuaf: false, tempoDeterminato: false });
  });
});
