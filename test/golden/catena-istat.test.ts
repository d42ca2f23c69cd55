import { describe, expect, it } from 'vitest';
import { rivaluta } from '../../src/norme/controlli-anno.ts';
import { norme } from '../../src/norme/norme.ts';
import { centesimi } from '../../src/valori/denaro.ts';

const convenzionali = (anno: number) =>
  norme()
    .tabella(anno)
    .fasce.map(({ convenzionale }) => convenzionale);

describe('the ISTAT chain', () => {
  it.each(norme().anni.slice(1))('%i is the year before × (1 + ISTAT), to the cent, never lowered', (anno) => {
    const { percentuale } = norme().tabella(anno).istat;
    expect(convenzionali(anno)).toEqual(
      convenzionali(anno - 1).map((convenzionale) => rivaluta(convenzionale, percentuale)),
    );
  });

  it('joins 2005 to the limits printed for 2004 (favambrosiana.it): 6.46 and 7.88 × 1.02', () => {
    const { istat, fasce } = norme().tabella(2005);
    const limiti = [646, 788].map((limite) => rivaluta(centesimi(limite), istat.percentuale));
    expect(limiti).toEqual([fasce[0].finoA, fasce[1].finoA]);
  });

  // L. 208/2015 art. 1 c. 287: INPS circ. 16/2016, 13/2017, 9/2021.
  it.each([
    [2016, '-0.1'],
    [2017, '-0.1'],
    [2021, '-0.3'],
  ])('stood still in %i, with %s%%', (anno, percentuale) => {
    expect(norme().tabella(anno).istat).toEqual({ percentuale, certezza: 'vista' });
    const importi = (quale: number) =>
      norme()
        .tabella(quale)
        .fasce.map(({ quotaLavoratore: _, ...fascia }) => fascia);
    expect(importi(anno)).toEqual(importi(anno - 1));
  });

  it.each([
    [2009, '3.2'],
    [2014, '1.1'],
  ])('the variation of %i, %s%%, is from memory: the chain agrees, nothing printed was seen', (anno, percentuale) => {
    expect(norme().tabella(anno).istat).toEqual({ percentuale, certezza: 'a-memoria' });
  });

  it('the variation of 2006, 1.7%, is printed (circ. INPS 19/2006)', () => {
    expect(norme().tabella(2006).istat).toEqual({ percentuale: '1.7', certezza: 'vista' });
  });

  it('filled 4 convenzionali that were not seen printed, and 3 contributions', () => {
    const calcolate = norme().anni.flatMap((anno) =>
      norme()
        .tabella(anno)
        .celleCalcolate.map((cella) => `${anno} ${cella.slice('fasce.'.length)}`),
    );
    expect(calcolate.sort()).toEqual([
      '2007 4.convenzionale',
      '2008 4.convenzionale',
      '2009 1.convenzionale',
      '2009 4.convenzionale',
      '2013 4.tempoDeterminato.conCuaf',
      '2013 4.tempoDeterminato.senzaCuaf',
      '2022 4.tempoDeterminato.senzaCuaf',
    ]);
  });
});
