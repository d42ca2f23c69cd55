import { describe, expect, it } from 'vitest';
import { contributoDaAliquote } from '../../src/norme/controlli-anno.ts';
import { norme } from '../../src/norme/norme.ts';
import { formatEuro } from '../../src/valori/denaro.ts';

/** Cells of the worker's share that a rate misses: `year band: printed, computed`, with its total. */
function mancate(aliquota: string, primo: number, ultimo: number): { celle: number; fuori: string[] } {
  const fasce = norme()
    .anni.filter((anno) => anno >= primo && anno <= ultimo)
    .flatMap((anno) =>
      norme()
        .tabella(anno)
        .fasce.map((fascia) => ({ anno, ...fascia })),
    );
  const fuori = fasce.flatMap(({ anno, numero, convenzionale, quotaLavoratore }) => {
    const calcolata = contributoDaAliquote(convenzionale, [aliquota]);
    return calcolata === quotaLavoratore
      ? []
      : [`${anno} ${numero}ª: ${formatEuro(quotaLavoratore)}, ${formatEuro(calcolata)}`];
  });
  return { celle: fasce.length, fuori };
}

// No percentage was ever seen printed: 5.02% is the one that fits INPS's printed cents best.
describe('the worker’s share (a fitted rate, not a printed one)', () => {
  it('5.02% of the convenzionale gives 78 of the 80 cells of 2007-2026', () => {
    expect(mancate('5.02', 2007, 2026)).toEqual({
      celle: 80,
      fuori: ['2013 3ª: 0.47, 0.48', '2015 2ª: 0.39, 0.40'],
    });
  });

  it('in 2016 the same convenzionale of the 2nd band is printed with 0.40', () => {
    const seconda = (anno: number) => norme().tabella(anno).fasce[1];
    expect([seconda(2015).convenzionale, seconda(2016).convenzionale]).toEqual([788, 788]);
    expect([seconda(2015).quotaLavoratore, seconda(2016).quotaLavoratore]).toEqual([39, 40]);
  });

  it('5.025% misses 7 cells whose convenzionale was printed, one each in seven years, and a computed one of 2008', () => {
    const { fuori } = mancate('5.025', 2007, 2026);
    expect(fuori.map((cella) => cella.slice(0, 7))).toEqual([
      '2008 4ª',
      '2013 3ª',
      '2015 2ª',
      '2019 2ª',
      '2020 3ª',
      '2021 3ª',
      '2022 3ª',
      '2024 3ª',
    ]);
    expect(norme().tabella(2008).celleCalcolate).toContain('fasce.4.convenzionale');
  });

  it('5.00% misses 7 too', () => {
    expect(mancate('5.00', 2007, 2026).fuori).toHaveLength(7);
  });

  it('was 4.72% before the 0.30 points of 2007 (L. 296/2006 art. 1 c. 769; INPS circ. 33/2008)', () => {
    expect(mancate('4.72', 2005, 2006)).toEqual({ celle: 8, fuori: [] });
    expect(mancate('5.02', 2005, 2006).fuori.length).toBeGreaterThan(0);
  });
});
