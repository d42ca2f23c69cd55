import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { euro, siNo, testo } from '../../src/norme/campi.ts';
import { leggiNorma } from '../../src/norme/lettura.ts';
import { cartellaVuota, rifiuto } from './copia-norme.ts';

const SCHEMA = z.strictObject({
  nome: testo,
  importo: euro,
  certezza: z.enum(['vista', 'calcolata']),
  attiva: siNo.optional(),
  caso: z.discriminatedUnion('tipo', [
    z.strictObject({ tipo: z.literal('a') }),
    z.strictObject({ tipo: z.literal('b') }),
  ]),
  coppia: z.tuple([testo, testo]),
  tabella: z.partialRecord(z.enum(['A', 'B']), euro),
});

const BUONO = `nome: 'prova'
importo: 0.10
certezza: vista
caso: { tipo: a }
coppia: [uno, due]
tabella: { A: '1.00' }
`;

function leggi(yaml: string): z.output<typeof SCHEMA> {
  const dir = cartellaVuota();
  writeFileSync(join(dir, 'prova.yaml'), yaml);
  return leggiNorma(dir, 'prova.yaml', SCHEMA);
}

describe('leggiNorma', () => {
  it('reads a file, every scalar as the text that stands in it', () => {
    expect(leggi(BUONO)).toEqual({
      nome: 'prova',
      importo: 10,
      certezza: 'vista',
      caso: { tipo: 'a' },
      coppia: ['uno', 'due'],
      tabella: { A: 100 },
    });
  });

  it.each([
    ['a missing text', "nome: 'prova'\n", '', 'nome', 'manca'],
    ['a missing choice', 'certezza: vista\n', '', 'certezza', 'manca'],
    ['a missing object', 'caso: { tipo: a }\n', '', 'caso', 'manca'],
    ['a list for a text', "nome: 'prova'", 'nome: [prova]', 'nome', 'non ha la forma attesa'],
    ['a text for an object', 'caso: { tipo: a }', 'caso: a', 'caso', 'non ha la forma attesa'],
    ['a word that is no choice', 'vista', 'certa', 'certezza', 'serve uno di questi valori: vista, calcolata'],
    ['a case that is none', '{ tipo: a }', '{ tipo: c }', 'caso.tipo', 'non è uno dei casi previsti'],
    ['a case not told', '{ tipo: a }', '{}', 'caso.tipo', 'non è uno dei casi previsti'],
    ['too few entries', '[uno, due]', '[uno]', 'coppia', 'il numero di voci non è quello atteso'],
    ['too many entries', '[uno, due]', '[uno, due, tre]', 'coppia', 'il numero di voci non è quello atteso'],
    ['a column that is none', "A: '1.00'", "C: '1.00'", 'tabella.C', 'chiave sconosciuta'],
    ['a key that is none', '{ tipo: a }', '{ tipo: a, altro: x }', 'caso.altro', 'chiave sconosciuta'],
    ['a misspelt key rather than the one it leaves missing', 'nome:', 'nomi:', 'nomi', 'chiave sconosciuta'],
    [
      'the field’s own words',
      "'1.00'",
      "'1,00'",
      'tabella.A',
      'serve un importo in euro con due decimali, per esempio 1.04',
    ],
    ['the field’s own words for a choice', 'importo:', 'attiva: si\nimporto:', 'attiva', 'serve true oppure false'],
  ])('tells %s', (_nome, da, a, campo, motivo) => {
    expect(BUONO).toContain(da);
    expect(rifiuto(() => leggi(BUONO.replace(da, a)))).toEqual({
      file: 'prova.yaml',
      campo,
      frase: `rules/prova.yaml, chiave «${campo}»: ${motivo}.`,
    });
  });

  it.each([
    ['an empty file', '', 'non ha la forma attesa'],
    ['a list that never ends', BUONO.replace(', due]', ', due'), 'YAML non valido alla riga 6 (BAD_INDENT)'],
    ['a key given twice', `${BUONO}nome: 'altro'\n`, 'YAML non valido alla riga 7 (DUPLICATE_KEY)'],
    [
      'a tag unknown to plain text',
      BUONO.replace("'prova'", '!!int 3'),
      'YAML non valido alla riga 1 (TAG_RESOLVE_FAILED)',
    ],
    ['a second document', `${BUONO}---\n${BUONO}`, 'YAML non valido alla riga 7 (MULTIPLE_DOCS)'],
    [
      'a value written once and referred to',
      BUONO.replace('uno, due', '&x uno, *x'),
      'contiene un rimando YAML (*nome): ogni valore va scritto per esteso',
    ],
  ])('tells %s', (_nome, yaml, motivo) => {
    expect(rifiuto(() => leggi(yaml))).toEqual({
      file: 'prova.yaml',
      campo: '',
      frase: `rules/prova.yaml: ${motivo}.`,
    });
  });

  it('tells a file that is not there', () => {
    expect(rifiuto(() => leggiNorma(cartellaVuota(), 'altra.yaml', SCHEMA))).toEqual({
      file: 'altra.yaml',
      campo: '',
      frase: 'rules/altra.yaml: il file manca o non si può leggere.',
    });
  });
});
