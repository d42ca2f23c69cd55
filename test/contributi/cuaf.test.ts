import { describe, expect, it } from 'vitest';
import { cuaf, type Familiare } from '../../src/contributi/cuaf.ts';
import { norme } from '../../src/norme/norme.ts';
import type { Giorno } from '../../src/valori/giorno.ts';

const chi = (familiare: Familiare, giorno = '2024-03-01') => cuaf(familiare, giorno as Giorno, norme());

describe('cuaf', () => {
  it.each(norme().chiPaga.esempi.map((esempio) => [esempio.caso, esempio] as const))('%s', (_caso, esempio) => {
    const { legame, grado, convivente, dovuta } = esempio;
    expect(chi({ legame, convivente, ...(grado === undefined ? {} : { grado }) }).dovuta).toBe(dovuta);
  });

  it('says why, with its source', () => {
    expect(chi({ legame: 'parente', grado: 1, convivente: false }).passo).toMatchObject({
      formula: 'parente di 1° grado, non convivente',
      risultato: 'dovuto',
    });
    expect(chi({ legame: 'parente', grado: 4, convivente: true }).passo.formula).toBe(
      'parente di 4° grado, convivente: oltre il 3° grado',
    );
    const perche = (familiare: Familiare) => chi(familiare).passo.formula;
    expect(perche({ legame: 'nessuno', convivente: true })).toBe('nessuna parentela col datore');
    expect(perche({ legame: 'coniuge', convivente: true })).toBe('coniuge del datore');
    expect(chi({ legame: 'affine', grado: 2, convivente: true }).passo.fonte.titolo).toContain('DPR 1403/1971, art. 1');
  });

  it('warns that a spouse can be employed only with the indennità di accompagnamento', () => {
    expect(chi({ legame: 'coniuge', convivente: true }).avvertenze[0]).toContain('solo se il datore ha l’indennità');
    expect(chi({ legame: 'coniuge', convivente: true, accompagnamento: true }).avvertenze).toEqual([]);
    expect(chi({ legame: 'nessuno', convivente: false }).avvertenze).toEqual([]);
  });

  it('asks for the degree of a relative, and knows no rule before 2005', () => {
    expect(() => chi({ legame: 'affine', convivente: true })).toThrow('per un affine serve il grado');
    expect(() => chi({ legame: 'parente', grado: 0, convivente: true })).toThrow('per un parente serve il grado');
    expect(() => chi({ legame: 'parente', grado: 1.5, convivente: true })).toThrow('per un parente serve il grado');
    expect(() => chi({ legame: 'nessuno', convivente: false }, '2004-12-31')).toThrow('al 2004-12-31 non è noto');
    expect(() => chi({ legame: 'nessuno', convivente: false }, '2004-12-31')).toThrow(
      expect.objectContaining({ codice: 'regola-non-nota', campo: 'familiare' }) as Error,
    );
    expect(() => chi({ legame: 'affine', convivente: true })).toThrow(
      expect.objectContaining({ codice: 'grado-mancante', campo: 'familiare' }) as Error,
    );
  });
});
