import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  certezza,
  euro,
  fonte,
  fonti,
  giornoIso,
  intero,
  numeroEsatto,
  siNo,
  testo,
  togliAssenti,
} from '../../src/norme/campi.ts';

function motivi(schema: z.ZodType, valore: unknown): string[] {
  return schema.safeParse(valore).error?.issues.map(({ message }) => message) ?? [];
}

const EURO = 'serve un importo in euro con due decimali, per esempio 1.04';
const NUMERO = 'serve un numero, per esempio 19.9675';
const GIORNO = 'serve un giorno come 2021-01-25';
const INTERO = 'serve un numero intero';

describe('a field of a rule file', () => {
  it.each<[string, z.ZodType, string, unknown]>([
    ['euro', euro, '1.04', 104],
    ['euro', euro, '0.00', 0],
    ['euro', euro, '999999.99', 99_999_999],
    ['numeroEsatto', numeroEsatto, '0.10', '0.10'],
    ['numeroEsatto', numeroEsatto, '-0.3', '-0.3'],
    ['numeroEsatto', numeroEsatto, '123456.123456', '123456.123456'],
    ['giornoIso', giornoIso, '2020-02-29', '2020-02-29'],
    ['intero', intero(1, 12), '1', 1],
    ['intero', intero(1, 12), '12', 12],
    ['intero', intero(-60, 100), '-60', -60],
    ['siNo', siNo, 'true', true],
    ['siNo', siNo, 'false', false],
    ['testo', testo, '  due parole ', 'due parole'],
    ['certezza', certezza, 'a-memoria', 'a-memoria'],
  ])('%s reads «%3$s»', (_nome, schema, scritto, atteso) => {
    expect(schema.parse(scritto)).toBe(atteso);
  });

  it.each<[string, z.ZodType, unknown, string]>([
    ['euro', euro, '1,04', EURO],
    ['euro', euro, '1.4', EURO],
    ['euro', euro, '1.045', EURO],
    ['euro', euro, '-1.04', EURO],
    ['euro', euro, 'circa 1.04', EURO],
    ['euro', euro, '1.04 euro', EURO],
    ['euro', euro, '1234567.00', EURO],
    ['numeroEsatto', numeroEsatto, '1,4', NUMERO],
    ['numeroEsatto', numeroEsatto, '1.', NUMERO],
    ['numeroEsatto', numeroEsatto, '+1', NUMERO],
    ['numeroEsatto', numeroEsatto, '1.40%', NUMERO],
    ['numeroEsatto', numeroEsatto, '1.1234567', NUMERO],
    ['giornoIso', giornoIso, '25/01/2021', GIORNO],
    ['giornoIso', giornoIso, ' 2021-01-25', GIORNO],
    ['giornoIso', giornoIso, '2021-01-25 ', GIORNO],
    ['giornoIso', giornoIso, '2021-02-29', '«2021-02-29» non è un giorno del calendario'],
    ['intero', intero(1, 12), '1.5', INTERO],
    ['intero', intero(1, 12), 'n. 5', INTERO],
    ['intero', intero(1, 12), '5 mesi', INTERO],
    ['intero', intero(1, 12), '0000005', INTERO],
    ['intero', intero(1, 12), '0', 'serve un numero intero da 1 a 12'],
    ['intero', intero(1, 12), '13', 'serve un numero intero da 1 a 12'],
    ['intero', intero(-60, 100), '-61', 'serve un numero intero da -60 a 100'],
    ['siNo', siNo, 'si', 'serve true oppure false'],
    ['testo', testo, '   ', 'serve un testo'],
    ['fonti', fonti, [], 'serve almeno una fonte'],
    ['fonte', fonte, { titolo: 'circolare', url: 'pagina INPS', certezza: 'vista' }, 'serve un indirizzo web'],
  ])('%s refuses %j', (_nome, schema, scritto, motivo) => {
    expect(motivi(schema, scritto)).toEqual([motivo]);
  });

  it('a source keeps its page and day when it has them', () => {
    const minima = { titolo: 'circolare', certezza: 'vista' };
    expect(fonte.parse(minima)).toEqual(minima);
    const intera = { ...minima, url: 'https://www.inps.it/', data: '2020-02-06' };
    expect(fonte.parse(intera)).toEqual(intera);
  });
});

describe('togliAssenti', () => {
  it('drops what is undefined, key included, and keeps what is only empty', () => {
    const puliti = togliAssenti({ al: undefined, nota: '', giorni: 0, discordi: false });
    expect(Object.keys(puliti)).toEqual(['nota', 'giorni', 'discordi']);
  });
});
