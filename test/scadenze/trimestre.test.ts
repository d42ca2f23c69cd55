import { describe, expect, it } from 'vitest';
import {
  confrontaTrimestri,
  estremi,
  formatTrimestre,
  parseTrimestre,
  type Trimestre,
  trimestreSuccessivo,
} from '../../src/scadenze/trimestre.ts';

describe('parseTrimestre', () => {
  it.each([
    ...['4/2020', ' 4 / 2020 ', '4-2020', '2020/4', '2020-4', '2020-T4', '2020/q4', '2020 / t4', '4 2020', '4.2020'],
    ...[
      'IV 2020',
      'iv/2020',
      '4° trim. 2020',
      '4º/2020',
      '4^ trimestre 2020',
      'quarto trimestre del 2020',
      'T4 2020',
      '4T2020',
    ],
    ...['2020T4', '2020 Q4', '2020 IV trim.', 'ott-dic 2020', 'ottobre - dicembre 2020'],
  ])('reads «%s»', (testo) => {
    expect(parseTrimestre(testo)).toEqual({ anno: 2020, numero: 4 });
  });

  it.each([
    '0/2020',
    '5/2020',
    '4/20',
    '2020',
    '',
    '04/2020',
    '4/2020x',
    '12020/4',
    ...['42020', '20204', '44105', '2020/04', '4/20', 'apr-20', 'ott-nov 2020', 'o-d 202', 'v 2020', '4,2020'],
    '2020/42',
    '2020x/4',
    '2020/x4',
  ])('refuses «%s»', (testo) => {
    expect(() => parseTrimestre(testo)).toThrow('non è un trimestre; scrivere il numero e l’anno, per esempio 4/2020');
  });

  it('names the field', () => {
    const errore = { codice: 'trimestre-non-valido', campo: 'periodo' };
    expect(() => parseTrimestre('x', 'periodo')).toThrow(expect.objectContaining(errore) as Error);
    expect(() => parseTrimestre('x')).toThrow(/^trimestre: «x» non è un trimestre/);
  });

  it('repeats no more than forty letters of what it was given', () => {
    expect(() => parseTrimestre('x'.repeat(41))).toThrow(`«${'x'.repeat(40)}»`);
  });
});

describe('a quarter', () => {
  const t = parseTrimestre;
  it('is written back as it is read', () => expect(formatTrimestre(t('2020-T3'))).toBe('3/2020'));

  it.each([
    ['1/2020', '2020-01-01', '2020-03-31'],
    ['2/2020', '2020-04-01', '2020-06-30'],
    ['3/2020', '2020-07-01', '2020-09-30'],
    ['4/2020', '2020-10-01', '2020-12-31'],
  ])('%s goes from %s to %s', (testo, primo, ultimo) => expect(estremi(t(testo))).toEqual({ primo, ultimo }));

  it('is followed by the next, over the year’s end too', () => {
    expect(trimestreSuccessivo(t('3/2020'))).toEqual(t('4/2020'));
    expect(trimestreSuccessivo(t('4/2020'))).toEqual(t('1/2021'));
  });

  it('has its place in time', () => {
    const disordine: Trimestre[] = [t('1/2021'), t('4/2020'), t('2/2021'), t('4/2019')];
    expect(disordine.sort(confrontaTrimestri).map(formatTrimestre)).toEqual(['4/2019', '4/2020', '1/2021', '2/2021']);
    expect(confrontaTrimestri(t('1/2021'), t('1/2021'))).toBe(0);
  });
});
