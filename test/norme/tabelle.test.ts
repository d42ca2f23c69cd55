import { describe, expect, it } from 'vitest';
import { celleContributo } from '../../src/norme/celle.ts';
import { contributoDaAliquote, controllaAnno, controllaCatena, rivaluta } from '../../src/norme/controlli-anno.ts';
import { norme } from '../../src/norme/norme.ts';
import type { TabellaAnno } from '../../src/norme/tabella-anno.ts';
import { centesimi } from '../../src/valori/denaro.ts';

const anni = norme().anni;
const tabelle = anni.map((anno) => norme().tabella(anno));

describe('rule files of the years', () => {
  it('cover 2005-2026 without a hole', () => {
    expect(anni).toEqual(Array.from({ length: 22 }, (_, indice) => 2005 + indice));
  });

  it.each(tabelle.map((tabella) => [tabella.anno, tabella] as const))('%i is sound', (_anno, tabella) => {
    expect(controllaAnno(tabella)).toEqual([]);
    expect(tabella.fonti.length).toBeGreaterThan(0);
    for (const { titolo } of tabella.fonti) expect(titolo).not.toMatch(/\/work\/|^\s*$/);
  });

  it('give every cell whose rate is known as half-up(convenzionale × aliquota): 280 cells of 2006-2026', () => {
    const controllate = tabelle.flatMap(celleContributo).filter(({ aliquote }) => aliquote.length > 0);
    // 21 years × 4 bands × 2 columns + 14 years × 4 bands × 2 columns with the 1.40%.
    expect(controllate).toHaveLength(21 * 8 + 14 * 8);
    const scostate: string[] = [];
    for (const { fascia, aliquote, valore, percorso } of controllate) {
      const atteso = contributoDaAliquote(fascia.convenzionale, aliquote);
      if (atteso !== valore) scostate.push(`${percorso} ${atteso} ${valore}`);
    }
    // 2006: 1.39 is printed where 6.70 × 20.67% gives 1.38.
    expect(scostate).toEqual(['fasce.2.contributo.conCuaf 138 139']);
  });

  it('follow the ISTAT chain from each year to the next', () => {
    for (const [indice, tabella] of tabelle.entries()) {
      const precedente = tabelle[indice - 1];
      if (precedente !== undefined) expect(controllaCatena(precedente, tabella)).toEqual([]);
    }
  });

  it('take the worker’s share at 5.02% of the convenzionale since 2007, but for the two printed exceptions', () => {
    const fuori = tabelle
      .filter(({ anno }) => anno >= 2007)
      .flatMap(({ anno, fasce }) =>
        fasce
          .filter(
            ({ convenzionale, quotaLavoratore }) => contributoDaAliquote(convenzionale, ['5.02']) !== quotaLavoratore,
          )
          .map(({ numero }) => `${anno} fascia ${numero}`),
      );
    expect(fuori).toEqual(['2013 fascia 3', '2015 fascia 2']);
  });

  it('split each rate into funds that sum to it', () => {
    for (const { aliquote } of tabelle) {
      if (aliquote?.componenti === undefined) continue;
      for (const colonna of ['conCuaf', 'senzaCuaf'] as const) {
        const somma = Object.values(aliquote.componenti[colonna]).reduce(
          (totale, voce) => totale + Math.round(Number(voce) * 1e4),
          0,
        );
        expect(somma).toBe(Math.round(Number(aliquote[colonna]) * 1e4));
      }
    }
  });
});

describe('rivaluta', () => {
  it('rounds half-up: 8.10 × 1.019 = 8.2539 → 8.25', () => {
    expect(rivaluta(centesimi(810), '1.9')).toBe(825);
  });
  it('rounds half a cent up: 5.00 × 1.0030 = 5.015 → 5.02', () => {
    expect(rivaluta(centesimi(500), '0.3')).toBe(502);
  });
  it('never lowers: a negative variation counts as zero', () => {
    expect(rivaluta(centesimi(810), '-0.3')).toBe(810);
  });
});

describe('controllaAnno names what is wrong', () => {
  const sana = norme().tabella(2020);
  const con = (cambia: (copia: Record<string, unknown>) => void): string[] => {
    const copia = structuredClone(sana) as unknown as Record<string, unknown>;
    cambia(copia);
    return controllaAnno(copia as unknown as TabellaAnno).map(({ chiave }) => chiave);
  };
  const fascia = (copia: Record<string, unknown>, indice: number) =>
    (copia['fasce'] as Record<string, unknown>[])[indice] as Record<string, unknown>;

  it('a gap between bands', () => {
    expect(con((copia) => (fascia(copia, 1)['oltre'] = 811))).toEqual(['fasce.2.oltre']);
  });
  it('an upper limit on the last pay band', () => {
    expect(con((copia) => (fascia(copia, 2)['finoA'] = 2000))).toEqual(['fasce.3.finoA']);
  });
  it('a limit that is not the next convenzionale', () => {
    expect(con((copia) => (fascia(copia, 0)['finoA'] = 800))).toEqual(['fasce.1.finoA', 'fasce.2.oltre']);
  });
  it('bands in the wrong order', () => {
    expect(con((copia) => (fascia(copia, 1)['numero'] = 3))).toContain('fasce.2.numero');
  });
  it('swapped digits in an amount', () => {
    expect(con((copia) => (fascia(copia, 2)['contributo'] = { conCuaf: 179, senzaCuaf: 198 }))).toEqual([
      'fasce.3.contributo.conCuaf',
    ]);
  });
  it('a worker’s share as large as the total', () => {
    expect(con((copia) => (fascia(copia, 2)['quotaLavoratore'] = 197))).toEqual(['fasce.3.quotaLavoratore']);
  });
  it('a 1.40% that does not add', () => {
    expect(con((copia) => (fascia(copia, 3)['tempoDeterminato'] = { conCuaf: 104, senzaCuaf: 112 }))).toContain(
      'fasce.4.tempoDeterminato',
    );
  });
  it('a 1.40% column without its rate', () => {
    expect(
      con((copia) => delete (copia['aliquote'] as Record<string, unknown>)['addizionaleTempoDeterminato']),
    ).toContain('fasce.1.tempoDeterminato');
  });
  it.each([
    ['convenzionale', 717],
    ['contributo', { conCuaf: 143, senzaCuaf: 163 }],
    ['contributo', { conCuaf: 162, senzaCuaf: 144 }],
  ])('a second band whose %s only equals the first’s', (campo, valore) => {
    expect(con((copia) => (fascia(copia, 1)[campo] = valore))).toContain('fasce.2');
  });
  it('bands that do not grow', () => {
    expect(con((copia) => (fascia(copia, 1)['quotaLavoratore'] = 36))).toEqual(['fasce.2']);
  });
});
