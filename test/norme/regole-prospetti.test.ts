import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { caricaRegoleProspetti, regoleProspetti } from '../../src/norme/regole-prospetti.ts';
import { tassoDi, valoreDelGiorno } from '../../src/norme/tassi.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import { packagePath } from '../../src/valori/package-root.ts';

const FILE = ['sanzioni.yaml', 'tassi.yaml', 'tributi.yaml', 'tfr.yaml', 'proiezione.yaml', 'cessazione.yaml'] as const;
const cartelle: string[] = [];

function conModifica(file: string, da: string, a: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'trimestre-regole-'));
  cartelle.push(dir);
  for (const nome of FILE) cpSync(packagePath('rules', nome), join(dir, nome));
  const testo = readFileSync(join(dir, file), 'utf8');
  expect(testo).toContain(da);
  writeFileSync(join(dir, file), testo.replace(da, a));
  return dir;
}

afterEach(() => {
  for (const dir of cartelle.splice(0)) rmSync(dir, { recursive: true });
});

describe('rules of the statements', () => {
  it('load, once', () => {
    expect(regoleProspetti()).toBe(regoleProspetti());
    expect(regoleProspetti().tributi.deduzioneContributi.massimo).toBe(154_937);
  });

  it.each([
    ['sanzioni.yaml', "tetto: '40'", "tetto: 'quaranta'", /sanzioni\.yaml.*tetto/],
    ['sanzioni.yaml', 'dal: 2024-09-01', 'dal: 2024-09-02', /sanzioni\.yaml.*regimi\.1\.dal/],
    ['tassi.yaml', 'codice: mora', 'codice: bce', /tassi\.yaml.*due volte/],
    ['tassi.yaml', 'dal: 2005-12-06', 'dal: 2006-12-06', /tassi\.yaml.*non viene dopo/],
    ['tributi.yaml', '1549.37', '1549,37', /tributi\.yaml.*massimo/],
    ['proiezione.yaml', "percentuale: '5.02'", "percentuale: '5,02'", /proiezione\.yaml.*percentuale/],
    ['cessazione.yaml', "dalleOre: '25'", "dalleOre: 'venticinque'", /cessazione\.yaml.*dalleOre/],
    ['tfr.yaml', 'giorniLavorativi: 26', 'giorniLavorativi: molti', /tfr\.yaml.*giorniLavorativi/],
  ])('name file and key when %s is wrong', (file, da, a, messaggio) => {
    expect(() => caricaRegoleProspetti(conModifica(file, da, a))).toThrow(messaggio);
  });

  it('say where every rate comes from, and give the one of a day', () => {
    for (const { valori } of regoleProspetti().tassi.tassi) {
      for (const { fonte } of valori) expect(fonte.certezza).toBeDefined();
    }
    const bce = tassoDi(regoleProspetti().tassi, 'bce');
    expect(valoreDelGiorno(bce, parseGiorno('2025-03-11'))?.percentuale).toBe('2.90');
    expect(valoreDelGiorno(bce, parseGiorno('2025-03-12'))?.percentuale).toBe('2.65');
    expect(valoreDelGiorno(bce, parseGiorno('2003-06-05'))).toBeUndefined();
  });
});
