import { describe, expect, it } from 'vitest';
import { minimoContrattuale, type MinimoChiesto } from '../../src/contributi/minimo-contrattuale.ts';
import { minimiPiuBassi } from '../../src/contributi/minimo-piu-basso.ts';
import { scattiMaturati } from '../../src/contributi/scatti.ts';
import type { FormaMinimo, Livello } from '../../src/norme/minimi.ts';
import { norme } from '../../src/norme/norme.ts';
import { parseEuro } from '../../src/valori/denaro.ts';
import { giorno, parseGiorno } from '../../src/valori/giorno.ts';

const fine = (anno: number) => giorno(anno, 12, 31);
const di = (anno: number, forma: FormaMinimo, livello: Livello, paga: string, altro: Partial<MinimoChiesto> = {}) =>
  minimoContrattuale(fine(anno), { forma, livello, ...altro }, parseEuro(paga), norme());

describe('minimoContrattuale', () => {
  it.each(
    norme().minimi.esempi.map(
      (esempio) => [`${esempio.anno} ${esempio.forma} ${esempio.livello} ${esempio.paga}`, esempio] as const,
    ),
  )('%s', (_nome, { anno, paga, mancano, ...chiesto }) => {
    expect(minimoContrattuale(fine(anno), chiesto, paga, norme())).toMatchObject({ noto: true, mancano });
  });

  it('tells what is missing, and the source', () => {
    const esito = di(2023, 'oraria', 'CS', '7,50');
    expect(esito).toMatchObject({
      minimo: 779,
      frase: 'La paga di 7,50 € è sotto il minimo contrattuale 2023 del livello CS (oraria), 7,79 €: mancano 0,29 €.',
    });
    expect(esito.noto && esito.fonte.titolo).toContain('doemploy.app');
    expect(di(2023, 'oraria', 'CS', '8').frase).toContain('rispetta');
  });

  it('adds the function allowance to D and DS by the month', () => {
    expect(di(2023, 'convivente', 'DS', '1700').frase).toContain('194,98 € di indennità di funzione');
    expect(di(2015, 'convivente', 'D', '1294,49')).toMatchObject({ mancano: 0, minimo: 129449 });
    expect(di(2023, 'oraria', 'DS', '9,36').frase).not.toContain('indennità');
    const senza = {
      ...norme(),
      minimi: { ...norme().minimi, minimi: norme().minimi.minimi.map(({ indennitaFunzione: _, ...altri }) => altri) },
    };
    expect(
      minimoContrattuale(fine(2023), { forma: 'convivente', livello: 'D' }, parseEuro('1400'), senza).frase,
    ).toContain('L’indennità di funzione, dovuta in più, non è nota.');
  });

  it('adds the allowances of tables H, I and L, which a better pay absorbs, from the day they began', () => {
    const bambino = { indennita: ['bambino-sotto-sei-anni'] } as const;
    expect(di(2026, 'oraria', 'BS', '7,45', bambino).frase).toBe(
      'La paga di 7,45 € è sotto il minimo contrattuale 2026 del livello BS (oraria), 8,29 € (7,45 € + 0,84 € di indennità (bambino sotto ' +
        'i sei anni)): mancano 0,84 €. Le indennità delle tabelle H, I e L si assorbono in un superminimo.',
    );
    expect(di(2026, 'oraria', 'BS', '8,29', bambino)).toMatchObject({ mancano: 0 });
    expect(di(2026, 'convivente-30-ore', 'BS', '737,39', bambino)).toMatchObject({ mancano: 9706 });
    expect(di(2026, 'oraria', 'DS', '9,97', { indennita: ['piu-persone'] })).toMatchObject({ mancano: 70 });
    const tutte = { indennita: ['piu-persone', 'certificazione-uni'] } as const;
    expect(di(2026, 'convivente', 'CS', '1193,84', tutte)).toMatchObject({ mancano: 11_966 + 3027 });
    // Table H is not for a cook, nor before October 2020.
    expect(di(2026, 'oraria', 'C', '7,86', bambino).frase).toContain('non c’è nelle tabelle per questo livello');
    const ottobre = (mese: number) =>
      minimoContrattuale(
        giorno(2020, mese, 30),
        { forma: 'oraria', livello: 'BS', ...bambino },
        parseEuro('6,13'),
        norme(),
      );
    expect([ottobre(9), ottobre(10)]).toMatchObject([{ mancano: 0 }, { mancano: 70 }]);
  });

  it('adds the seniority rises, 4% each, rounded one by one as printed (assofamiglie.org, 2020)', () => {
    for (const [forma, livello, scatto] of [
      ['convivente', 'A', 2547],
      ['convivente', 'DS', 4862],
      ['oraria', 'A', 18],
      ['oraria', 'DS', 33],
      ['assistenza-notturna', 'BS', 3994],
      ['presenza-notturna', 'unico', 2674],
    ] as const) {
      const [uno, sette] = [1, 7].map((scatti) => di(2020, forma, livello, '0,01', { scatti }));
      const base = di(2020, forma, livello, '0,01');
      if (!base.noto || !uno?.noto || !sette?.noto) throw new Error('not known');
      expect([uno.minimo - base.minimo, sette.minimo - base.minimo]).toEqual([scatto, scatto * 7]);
    }
    expect(di(2020, 'oraria', 'A', '4,62', { scatti: 2 }).frase).toContain('4,62 € + 0,36 € di 2 scatti di anzianità');
  });

  it('holds from 1/3/2007 for the levels, and by the four categories until then', () => {
    expect(di(2006, 'oraria', '2', '4,00')).toMatchObject({ minimo: 445 });
    expect(
      minimoContrattuale(giorno(2007, 2, 28), { forma: 'oraria', livello: 'A' }, parseEuro('3,50'), norme()).noto,
    ).toBe(false);
    expect(
      minimoContrattuale(giorno(2007, 3, 31), { forma: 'oraria', livello: 'A' }, parseEuro('3,50'), norme()).frase,
    ).toBe(
      'La paga di 3,50 € è sotto il minimo contrattuale 2007 del livello A (oraria, dal 01/03/2007), 4,00 €: mancano 0,50 €.',
    );
  });

  it('is honest about what no table says', () => {
    // Of 2013 the amounts by the hour were found, those of who replaces the resting worker were not.
    expect(di(2013, 'oraria', 'CS', '5').noto).toBe(true);
    expect(di(2013, 'sostituzione', 'CS', '5')).toEqual({
      noto: false,
      frase: 'Il minimo contrattuale 2013 per il livello CS (sostituzione) non è noto: non è stato controllato.',
    });
    expect(di(2030, 'oraria', 'A', '5').noto).toBe(false);
  });

  it('grows with the years, level by level, where both are known', () => {
    for (const [indice, tabella] of norme().minimi.minimi.entries()) {
      const prima = norme().minimi.minimi[indice - 1];
      for (const [forma, livelli] of Object.entries(tabella.importi)) {
        for (const [livello, importo] of Object.entries(livelli)) {
          const precedente = (prima?.importi as Record<string, Record<string, number>> | undefined)?.[forma]?.[livello];
          if (precedente !== undefined) expect(importo).toBeGreaterThanOrEqual(precedente);
        }
      }
    }
  });
});

describe('the lowest minimum of a year', () => {
  it('is by hour that of who does not live in, by month the least for its hours', () => {
    const { oraria, mensile } = minimiPiuBassi(fine(2026), norme());
    expect(oraria?.frasi).toEqual([
      'La paga oraria è sotto il più basso minimo contrattuale del 2026, 6,51 € (non conviventi, livello A).',
    ]);
    expect(mensile?.frasi).toEqual([
      'La paga mensile è sotto il più basso minimo contrattuale del 2026, 811,09 € al mese per 54 ore a settimana (presenza-notturna, ' +
        'livello unico), in proporzione alle ore.',
    ]);
    expect(minimiPiuBassi(fine(2006), norme()).oraria?.importo).toBe(325);
  });

  it('is known for every year from 2005 to 2026', () => {
    for (let anno = 2005; anno <= 2026; anno++) {
      const { oraria, mensile } = minimiPiuBassi(fine(anno), norme());
      expect([anno, oraria === undefined, mensile === undefined]).toEqual([anno, false, false]);
    }
    expect(minimiPiuBassi(fine(2030), norme())).toEqual({ oraria: undefined, mensile: undefined });
  });
});

describe('seniority rises from the hiring', () => {
  const maturati = (assunzione: string, giorno: string) =>
    scattiMaturati(parseGiorno(assunzione), parseGiorno(giorno), norme().minimi.scatti);

  it.each([
    ['2024-04-01', '2026-03-31', 0],
    ['2024-03-31', '2026-03-31', 1],
    ['2019-09-16', '2026-12-31', 3],
    ['2000-01-01', '2026-12-31', 7],
    ['2026-12-31', '2026-03-31', 0],
  ])('hired on %s, on %s: %i', (assunzione, giorno, quanti) => {
    expect(maturati(assunzione, giorno)).toBe(quanti);
  });
});
