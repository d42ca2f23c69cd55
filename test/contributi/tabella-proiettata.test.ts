import { describe, expect, it } from 'vitest';
import { calcola } from '../../src/contributi/calcola.ts';
import { calcolaTrimestre } from '../../src/contributi/calcola.ts';
import { parseSituazione } from '../../src/contributi/situazione/schema.ts';
import { celleContributo } from '../../src/norme/celle.ts';
import { type Norme, norme } from '../../src/norme/norme.ts';
import type { TabellaAnno } from '../../src/norme/tabella-anno.ts';
import { dati } from './dati.ts';

/** Rules in which no cell of a year's table was seen in print, and ISTAT is a guess. */
function proiettate(percentuale: string, ancheQuote = false): Norme {
  const vere = norme();
  const tabella = (anno: number): TabellaAnno => {
    const vera = vere.tabella(anno);
    const quote = ancheQuote ? vera.fasce.map(({ numero }) => `fasce.${numero}.quotaLavoratore`) : [];
    const celleCalcolate = [...celleContributo(vera).map(({ percorso }) => percorso), ...quote];
    return { ...vera, istat: { percentuale, certezza: 'a-memoria' }, celleCalcolate };
  };
  return { ...vere, tabella };
}

const FRASE =
  'La tabella del 2020 è una proiezione con una variazione ISTAT supposta (1,2%): gli importi da pagare si sapranno con la ' +
  'circolare dell’INPS.';

describe('a table that INPS has not published', () => {
  const caso = dati({ oreSettimanali: '25', pagaOraria: '8,00' });
  const situazione = parseSituazione({
    trimestre: '4/2020',
    condizioni: [{ dal: '2015-01-01', oreSettimanali: '25' }],
  });

  it('is told first of all, beside one weekly figure and week by week', () => {
    expect(calcola(caso, proiettate('1.2')).avvertenze[0]).toBe(FRASE);
    expect(calcolaTrimestre(situazione, proiettate('1.2'))[0]?.avvertenze[0]).toBe(FRASE);
  });

  it('is not what a printed one is', () => {
    expect(calcola(caso, norme()).avvertenze).toEqual([]);
    expect(calcolaTrimestre(situazione, norme())[0]?.avvertenze).not.toContain(FRASE);
  });

  it('one printed cell is enough to be printed', () => {
    const quasi: Norme = {
      ...norme(),
      tabella: (anno) => {
        const tutta = proiettate('1.2').tabella(anno);
        return { ...tutta, celleCalcolate: tutta.celleCalcolate.slice(1) };
      },
    };
    expect(calcola(caso, quasi).avvertenze).toEqual([]);
  });
});

describe('a cell that was computed', () => {
  const fonte = (trimestre: string, termine: boolean, regole: Norme, etichetta: string) =>
    calcola(dati({ trimestre, oreSettimanali: '25', termine }), regole).passi.find((passo) =>
      passo.etichetta.startsWith(etichetta),
    )?.fonte;

  it.each([
    ['4/2020', false],
    ['4/2020', true],
    ['4/2012', false],
    // Before 2013 there is no 1.40%: a fixed term has the cell of all the others.
    ['4/2012', true],
  ])('says so in the step of the contribution: %s, fixed term %s', (trimestre, termine) => {
    const calcolata = fonte(trimestre, termine, proiettate('1.2'), 'Contributo orario');
    expect(calcolata?.certezza).toBe('calcolata');
    expect(calcolata?.titolo).toMatch(/; cella non vista in stampa, ricavata dall’aliquota$/);
    expect(fonte(trimestre, termine, norme(), 'Contributo orario')?.certezza).toBe('vista');
  });

  it('says so in the step of the worker’s share, which may be seen where the contribution is not', () => {
    const quota = (regole: Norme) => fonte('4/2020', false, regole, 'Quota del lavoratore')?.certezza;
    expect(quota(proiettate('1.2', true))).toBe('calcolata');
    expect(quota(proiettate('1.2'))).toBe('vista');
  });
});
