import { describe, expect, it } from 'vitest';
import { minimoContrattuale } from '../../src/contributi/minimo-contrattuale.ts';
import { norme } from '../../src/norme/norme.ts';
import { parseEuro } from '../../src/valori/denaro.ts';

describe('minimoContrattuale', () => {
  it.each(
    norme().minimi.esempi.map(
      (esempio) => [`${esempio.anno} ${esempio.forma} ${esempio.livello} ${esempio.paga}`, esempio] as const,
    ),
  )('%s', (_nome, { anno, forma, livello, paga, mancano }) => {
    expect(minimoContrattuale(anno, forma, livello, paga, norme())).toMatchObject({ noto: true, mancano });
  });

  it('tells what is missing, and the source', () => {
    const esito = minimoContrattuale(2023, 'oraria', 'CS', parseEuro('7,50'), norme());
    expect(esito).toMatchObject({
      minimo: 779,
      frase: 'La paga di 7,50 € è sotto il minimo contrattuale 2023 del livello CS (oraria), 7,79 €: mancano 0,29 €.',
    });
    expect(esito.noto && esito.fonte.titolo).toContain('doemploy.app');
    expect(minimoContrattuale(2023, 'oraria', 'CS', parseEuro('8'), norme()).frase).toContain('rispetta');
  });

  it('adds the function allowance to D and DS by the month, and says when it is not known', () => {
    expect(minimoContrattuale(2023, 'convivente', 'DS', parseEuro('1700'), norme()).frase).toContain(
      'Compresa l’indennità di funzione di 194,98 €',
    );
    expect(minimoContrattuale(2015, 'convivente', 'D', parseEuro('1200'), norme()).frase).toContain(
      'dovuta in più, non è nota',
    );
    expect(minimoContrattuale(2023, 'oraria', 'DS', parseEuro('9,36'), norme()).frase).not.toContain('indennità');
  });

  it('is honest about what no table says', () => {
    expect(minimoContrattuale(2016, 'oraria', 'A', parseEuro('5'), norme())).toEqual({
      noto: false,
      frase: 'Il minimo contrattuale 2016 per il livello A (oraria) non è noto: non è stato controllato.',
    });
    expect(minimoContrattuale(2024, 'oraria', 'B', parseEuro('5'), norme()).noto).toBe(false);
    // Of 2013 the amounts by the hour were found, those of who replaces the resting worker were not.
    expect(minimoContrattuale(2013, 'oraria', 'CS', parseEuro('5'), norme()).noto).toBe(true);
    expect(minimoContrattuale(2013, 'sostituzione', 'CS', parseEuro('5'), norme())).toEqual({
      noto: false,
      frase: 'Il minimo contrattuale 2013 per il livello CS (sostituzione) non è noto: non è stato controllato.',
    });
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
