import fs, { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadNorme } from '../../src/norme/norme.ts';
import { packagePath } from '../../src/valori/package-root.ts';
import { cartellaVuota, copiaNorme, guasta, rifiuto } from './copia-norme.ts';

describe('the folder of the years', () => {
  it.each([
    ['x2021.yaml', 'a name with something before the year'],
    ['2021.yaml.bak', 'a name with something after it'],
    ['21.yaml', 'a year of two figures'],
  ])('refuses %s beside good files: %s', (nome) => {
    const dir = copiaNorme();
    writeFileSync(join(dir, 'anni', nome), '');
    expect(rifiuto(() => loadNorme(dir))).toEqual({
      file: `anni/${nome}`,
      campo: '',
      frase: `rules/anni/${nome}: qui stanno solo file come 2026.yaml.`,
    });
  });

  it('must be there', () => {
    expect(rifiuto(() => loadNorme(cartellaVuota()))).toEqual({
      file: 'anni',
      campo: '',
      frase: 'rules/anni: la cartella manca o non si può leggere.',
    });
  });

  it('must hold a year', () => {
    const dir = cartellaVuota();
    mkdirSync(join(dir, 'anni'));
    expect(rifiuto(() => loadNorme(dir))).toEqual({
      file: 'anni',
      campo: '',
      frase: 'rules/anni: non c’è nessuna tabella annuale.',
    });
  });

  it('may not skip a year', () => {
    expect(rifiuto(() => loadNorme(copiaNorme([2018, 2020])))).toEqual({
      file: 'anni/2019.yaml',
      campo: '',
      frase: 'rules/anni/2019.yaml: il file manca, ma c’è l’anno dopo.',
    });
  });

  it('holds each year under its name', () => {
    const dir = copiaNorme();
    copyFileSync(packagePath('rules', 'anni', '2020.yaml'), join(dir, 'anni', '2021.yaml'));
    expect(rifiuto(() => loadNorme(dir))).toEqual({
      file: 'anni/2021.yaml',
      campo: 'anno',
      frase: 'rules/anni/2021.yaml, chiave «anno»: 2020 non è l’anno del nome del file.',
    });
  });

  it('holds each general file', () => {
    const dir = copiaNorme();
    rmSync(join(dir, 'minimi.yaml'));
    expect(rifiuto(() => loadNorme(dir))).toEqual({
      file: 'minimi.yaml',
      campo: '',
      frase: 'rules/minimi.yaml: il file manca o non si può leggere.',
    });
  });
});

describe('a table', () => {
  it('is checked in itself', () => {
    const dir = copiaNorme();
    guasta(dir, 'anni/2020.yaml', "conCuaf: '1.43'", "conCuaf: '1.34'");
    expect(rifiuto(() => loadNorme(dir))).toEqual({
      file: 'anni/2020.yaml',
      campo: 'fasce.1.contributo.conCuaf',
      frase: 'rules/anni/2020.yaml, chiave «fasce.1.contributo.conCuaf»: 1.34, ma 7.17 × 19.9675% dà 1.43.',
    });
  });

  it('is checked against the year before, and not where that is not known', () => {
    const dir = copiaNorme([2019, 2020]);
    guasta(dir, 'anni/2020.yaml', "percentuale: '0.5'", "percentuale: '0.9'");
    const chiave = 'fasce.1.convenzionale';
    expect(rifiuto(() => loadNorme(dir))).toEqual({
      file: 'anni/2020.yaml',
      campo: chiave,
      frase: `rules/anni/2020.yaml, chiave «${chiave}»: 7.17 non segue la catena ISTAT: 2019 con ISTAT 0.9% dà 7.19.`,
    });
    rmSync(join(dir, 'anni', '2019.yaml'));
    expect(loadNorme(dir).anni).toEqual([2020]);
  });

  it('is read with its notes and examples, and with none where it has none', () => {
    const norme = loadNorme(copiaNorme([2005, 2006, 2007]));
    const senza = loadNorme(copiaNorme([2020]));
    expect(senza.tabella(2020)).toMatchObject({ note: [], scostamenti: [], celleCalcolate: [] });
    expect(Object.keys(senza.tabella(2020))).not.toContain('esempi');
    expect(norme.tabella(2007).celleCalcolate).toEqual(['fasce.4.convenzionale']);
    expect(senza.esempi(2020)).toHaveLength(2);
  });
});

describe('the years', () => {
  const originale = fs.readdirSync;
  afterEach(() => {
    fs.readdirSync = originale;
    syncBuiltinESMExports();
  });

  it('are in order whatever the order in which the disk names them', () => {
    const dir = copiaNorme([2018, 2019, 2020]);
    fs.readdirSync = ((percorso: string) => originale(percorso).reverse()) as typeof originale;
    syncBuiltinESMExports();
    expect(loadNorme(dir).anni).toEqual([2018, 2019, 2020]);
  });
});
