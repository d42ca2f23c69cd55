import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ErroreNorme } from '../../src/norme/errore-norme.ts';
import { loadNorme, norme } from '../../src/norme/norme.ts';
import { packagePath } from '../../src/valori/package-root.ts';
import { ErroreDati } from '../../src/valori/errore-dati.ts';
import { regoleFinoAl } from '../../src/norme/proietta-tabella.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import { copiaNorme } from './copia-norme.ts';

/** A copy of the rules with one file changed; `cambia` answers null to delete it. */
function regole(file: string, cambia: (testo: string) => string | null): string {
  const dir = copiaNorme([2019, 2020, 2021]);
  const originale = readFileSync(packagePath('rules', 'anni', '2020.yaml'), 'utf8');
  const percorso = join(dir, file);
  const testo = cambia(file.startsWith('anni/') ? originale : readFileSync(percorso, 'utf8'));
  if (testo === null) rmSync(percorso);
  else writeFileSync(percorso, testo);
  return dir;
}

function errore(dir: string): ErroreNorme {
  try {
    loadNorme(dir);
  } catch (e) {
    if (e instanceof ErroreNorme) return e;
    throw e;
  }
  throw new Error('the rules were accepted');
}

describe('loadNorme stops with file, key and reason', () => {
  const casi: [string, string, (testo: string) => string | null, string, RegExp][] = [
    [
      'a swapped amount',
      'anni/2020.yaml',
      (t) => t.replace("conCuaf: '1.43'", "conCuaf: '1.34'"),
      'fasce.1.contributo.conCuaf',
      /1\.34, ma 7\.17 × 19\.9675% dà 1\.43/,
    ],
    [
      'an unquoted number kept as written',
      'anni/2020.yaml',
      (t) => t.replace("conCuaf: '1.43'", 'conCuaf: 1.4'),
      'fasce.0.contributo.conCuaf',
      /due decimali/,
    ],
    [
      'a worker’s share as large as the whole',
      'anni/2020.yaml',
      (t) => t.replace("quotaLavoratore: '0.49'", "quotaLavoratore: '1.97'"),
      'fasce.3.quotaLavoratore',
      /deve essere minore del contributo/,
    ],
    ['an unknown key', 'anni/2020.yaml', (t) => t.replace('istat:', 'istatt:'), 'istatt', /chiave sconosciuta/],
    ['a missing key', 'anni/2020.yaml', (t) => t.replace(/^verificatoIl:.*$/m, ''), 'verificatoIl', /manca/],
    [
      'a day that does not exist',
      'anni/2020.yaml',
      (t) => t.replace('data: 2020-02-06 }', 'data: 2020-02-31 }'),
      'circolare.data',
      /non è un giorno/,
    ],
    [
      'a year that is not the file’s',
      'anni/2020.yaml',
      (t) => t.replace('anno: 2020', 'anno: 2021'),
      'anno',
      /non è l’anno del nome/,
    ],
    [
      'a broken ISTAT chain',
      'anni/2020.yaml',
      (t) => t.replace("percentuale: '0.5'", "percentuale: '0.9'"),
      'fasce.1.convenzionale',
      /catena ISTAT: 2019 con ISTAT 0\.9% dà 7\.19/,
    ],
    ['broken YAML', 'anni/2020.yaml', (t) => t.replace('fasce:', 'fasce: ['), '', /YAML non valido alla riga \d+/],
    ['a key given twice', 'anni/2020.yaml', (t) => `${t}anno: 2020\n`, '', /YAML non valido/],
    ['a missing year', 'anni/2020.yaml', () => null, '', /il file manca, ma c’è l’anno dopo/],
    [
      'a confidence that is not one',
      'anni/2020.yaml',
      (t) => t.replace('certezza: vista', 'certezza: certa'),
      'istat.certezza',
      /vista, calcolata/,
    ],
    [
      'a cell that is not one',
      'anni/2020.yaml',
      (t) => `${t}celleCalcolate: [fasce.5.convenzionale]\n`,
      'celleCalcolate.0',
      /serve una cella/,
    ],
    [
      'a missing window',
      'scadenze.yaml',
      (t) => t.replace("- { trimestre: '2'", "- { trimestre: '3'"),
      'finestre',
      /trimestre 2/,
    ],
    [
      'a gap between Saturday rules',
      'scadenze.yaml',
      (t) => t.replace('- dal: 2020-10-01', '- dal: 2020-10-02'),
      'sabato.1.dal',
      /il giorno dopo 2020-09-30/,
    ],
    [
      'a holiday without its day',
      'scadenze.yaml',
      (t) => t.replace("nome: 'Epifania', mese: '1', giorno: '6'", "nome: 'Epifania', mese: '1'"),
      'festivita.1',
      /mese e giorno/,
    ],
    [
      'a suspension that ends before it starts',
      'scadenze.yaml',
      (t) => t.replace('scadenzeAl: 2020-05-31', 'scadenzeAl: 2020-01-31'),
      'sospensioni.1',
      /uno dopo l’altro/,
    ],
    [
      'overlapping amounts of a fund',
      'associazioni.yaml',
      (t) => t.replace('al: 2020-12-31', 'al: 2021-03-31'),
      'associazioni.0.tariffe.1.dal',
      /serve il giorno dopo 2021-03-31, non 2021-01-01/,
    ],
  ];

  it.each(casi)('%s', (_nome, file, cambia, chiave, motivo) => {
    const trovato = errore(regole(file, cambia));
    expect(trovato.message).toContain('rules/');
    expect(trovato.chiave).toBe(chiave);
    expect(trovato.message).toMatch(motivo);
  });

  it('a list where a text should be', () => {
    const dir = regole('anni/2020.yaml', (t) => t.replace("percentuale: '0.5'", 'percentuale: [0.5]'));
    expect(errore(dir).message).toBe('rules/anni/2020.yaml, chiave «istat.percentuale»: non ha la forma attesa.');
  });

  it('a file that is not a year', () => {
    const dir = regole('scadenze.yaml', (t) => t);
    writeFileSync(join(dir, 'anni', 'bozza-2027.yml'), '');
    expect(errore(dir).message).toBe('rules/anni/bozza-2027.yml: qui stanno solo file come 2026.yaml.');
  });

  it('a folder that is not there', () => {
    expect(errore(join(tmpdir(), 'nessuna-cartella-di-norme')).message).toContain('rules/anni: la cartella manca');
  });
});

describe('loadNorme', () => {
  it('accepts an amount that departs from the formula when the file says why', () => {
    const dir = regole(
      'anni/2020.yaml',
      (t) =>
        `${t.replace("conCuaf: '1.43'", "conCuaf: '1.42'")}scostamenti:\n  - { cella: fasce.1.contributo.conCuaf, motivo: 'prova' }\n`,
    );
    expect(loadNorme(dir).tabella(2020).fasce[0].contributo.conCuaf).toBe(142);
  });

  it('applies a correction, keeps the file’s figure visible in the notes, and refuses one that does not fit', () => {
    const correzione = (era: string) => (t: string) =>
      `${t.replace("conCuaf: '1.04'", "conCuaf: '1.40'")}correzioni:\n  - annotataIl: 2020-03-01\n    cella: fasce.4.contributo.conCuaf\n` +
      `    era: '${era}'\n    vale: '1.04'\n    motivo: 'Cifre scambiate.'\n    fonte: { titolo: 'circolare', certezza: vista }\n`;
    const tabella = loadNorme(regole('anni/2020.yaml', correzione('1.40'))).tabella(2020);
    expect(tabella.fasce[3].contributo).toEqual({ conCuaf: 104, senzaCuaf: 105 });
    expect(tabella.note.at(-1)).toBe(
      'Corretto il 2020-03-01: fasce.4.contributo.conCuaf da 1.40 a 1.04. Cifre scambiate. (circolare)',
    );
    const rifiutata = errore(regole('anni/2020.yaml', correzione('1.41')));
    expect(rifiutata.message).toContain('chiave «correzioni.0.era»: 1.41, ma la cella vale 1.40');
  });

  it('corrects a cell that is not inside a column group', () => {
    const dir = regole(
      'anni/2020.yaml',
      (t) =>
        `${t.replace("quotaLavoratore: '0.26'", "quotaLavoratore: '0.62'")}correzioni:\n  - annotataIl: 2020-03-01\n    cella: fasce.4.quotaLavoratore\n` +
        `    era: '0.62'\n    vale: '0.26'\n    motivo: 'Cifre scambiate.'\n    fonte: { titolo: 'circolare', certezza: vista }\n`,
    );
    expect(loadNorme(dir).tabella(2020).fasce[3].quotaLavoratore).toBe(26);
  });
});

describe('norme', () => {
  it('are read once', () => {
    expect(norme()).toBe(norme());
  });

  it('say which years they know when asked for another', () => {
    expect(() => norme().tabella(2031)).toThrow(ErroreDati);
    expect(() => norme().tabella(2031)).toThrow(
      'Non c’è una tabella dei contributi per il 2031: si conoscono gli anni dal 2005 al 2026. L’INPS pubblica la tabella di un anno fra gennaio e febbraio: dopo la si aggiunge alle norme.',
    );
    expect(() => norme().esempi(2004)).toThrow('2004');
  });

  it('keep the confidence of a source', () => {
    expect(norme().tabella(2014).istat).toEqual({ percentuale: '1.1', certezza: 'a-memoria' });
    expect(norme().tabella(2020).aliquote?.certezza).toEqual({ conCuaf: 'calcolata', senzaCuaf: 'calcolata' });
    expect(norme().tabella(2005).aliquote).toBeUndefined();
    expect(regoleFinoAl(norme(), 2027).tabella(2027).vittoAlloggio).toBeUndefined();
  });

  it('give a fund’s amount by the day of the hour', () => {
    const f2 = (giorno: string) => norme().associazione('F2', parseGiorno(giorno)).tariffa;
    expect([f2('2020-12-31').totale, f2('2020-12-31').quotaLavoratore]).toEqual([3, 1]);
    expect([f2('2021-01-01').totale, f2('2021-01-01').quotaLavoratore]).toEqual([6, 2]);
    expect(() => f2('2006-12-31')).toThrow('per il codice F2 non è noto un importo al 31/12/2006');
    expect(() => norme().associazione('X9', parseGiorno('2021-01-01'))).toThrow('si conoscono F2, E1');
  });

  it('carry examples of the funds that hold', () => {
    for (const { codice, ore, giorno, totale, quotaLavoratore } of norme().associazioni.esempi) {
      const { tariffa } = norme().associazione(codice, giorno);
      expect([Number(ore) * tariffa.totale, Number(ore) * tariffa.quotaLavoratore]).toEqual([totale, quotaLavoratore]);
    }
  });
});
