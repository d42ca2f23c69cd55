import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { indennita, type MinimiAnno } from '../../src/norme/minimi.ts';
import { norme } from '../../src/norme/norme.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { formatEuro } from '../../src/valori/denaro.ts';

function righe(nome: string): string[][] {
  const testo = readFileSync(new URL(nome, import.meta.url), 'utf8');
  return testo
    .trim()
    .split('\n')
    .slice(1)
    .map((riga) => riga.split(';'));
}

describe('conventional value of a day’s board and lodging', () => {
  const stampati = righe('./vitto-e-alloggio.csv');
  const anni = [...new Set(stampati.map(([anno]) => Number(anno)))];
  const voci = (anno: number) =>
    Object.entries(norme().tabella(anno).vittoAlloggio ?? {}).filter(([voce]) => voce !== 'fontiViste');

  it.each(anni)('%i, as printed, each part that was found', (anno) => {
    const attesi = stampati.filter(([colonna]) => Number(colonna) === anno).map(([, voce, euro]) => [voce, euro]);
    expect(voci(anno)).toEqual(attesi);
  });

  it('is known, whole and by its parts, for every year from 2005', () => {
    for (const anno of norme().anni) {
      expect(voci(anno).map(([voce]) => voce)).toEqual(['pranzo', 'cena', 'alloggio', 'totale']);
    }
  });

  it('its parts add up to the day, in every year that prints them', () => {
    for (const anno of anni) {
      const { pranzo, cena, alloggio, totale } = norme().tabella(anno).vittoAlloggio ?? { totale: '' };
      if (pranzo === undefined || cena === undefined || alloggio === undefined) continue;
      expect(`${anno}: ${new Decimale(pranzo).plus(cena).plus(alloggio).toFixed()}`).toBe(
        `${anno}: ${new Decimale(totale).toFixed()}`,
      );
    }
  });
});

describe('minimum pay of the collective contract', () => {
  const stampati = righe('./minimi-del-contratto.csv');

  it.each(norme().minimi.minimi.map((tabella) => [tabella.anno, tabella] as const))(
    '%i, every cell, no other',
    (anno, tabella) => {
      const { note, calcolate } = tabella;
      const dellAnno = stampati.filter(([colonna]) => Number(colonna) === anno);
      expect(celle(tabella).sort()).toEqual(
        dellAnno.map(([, forma, livello, euro]) => `${forma} ${livello} ${euro}`).sort(),
      );
      for (const [, forma = '', livello] of dellAnno.filter(([, , , , certezza]) => certezza === 'fonti-discordi')) {
        expect(note.join()).toContain(`${forma} ${livello}: le fonti danno`);
      }
      const ricavate = dellAnno.filter(([, , , , certezza]) => certezza === 'calcolata');
      expect(ricavate.length > 0).toBe(calcolate.length > 0);
    },
  );

  it('is known for every year from 2005 to 2026, with each level and category that there was', () => {
    expect(norme().minimi.minimi.map(({ anno }) => anno)).toEqual(Array.from({ length: 22 }, (_, n) => 2005 + n));
    for (const { anno, importi } of norme().minimi.minimi) {
      const livelli = anno < 2007 ? ['1', '1S', '2', '3'] : ['A', 'AS', 'B', 'BS', 'C', 'CS', 'D', 'DS'];
      for (const forma of ['convivente', 'oraria'] as const) {
        expect(Object.keys(importi[forma] ?? {}).sort()).toEqual(livelli);
      }
    }
  });

  it('follows from the year before: what was agreed for BS, in proportion, and 80% (90% in 2026) of ISTAT, cell by cell', () => {
    // Rise agreed for level BS, and percent of ISTAT's variation: CCNL of 2007, 2013, 2020 and 2025; ISTAT of November.
    const passi: Record<number, readonly [string, string]> = {
      ...{ 2008: ['0', '1.44'], 2009: ['0', '2.08'], 2010: ['0', '0.56'], 2011: ['0', '1.36'], 2012: ['0', '2.56'] },
      ...{ 2013: ['0', '1.92'], 2017: ['0', '0.08'], 2018: ['0', '0.64'], 2019: ['0', '1.12'], 2020: ['0', '0.08'] },
      ...{ 2022: ['0', '2.88'], 2023: ['0', '9.2'], 2024: ['0', '0.56'], 2025: ['0', '0.96'], 2026: ['40', '0.9'] },
    };
    // A and AS were raised by more in 2026, and table L became one; the allowance of function began to move in 2009.
    const altrove = /^2026 (?:(?:convivente|oraria) AS?$|certificazione-uni)|^2008 indennita-funzione/;
    let uguali = 0;
    for (const [anno, [aumento, percento]] of Object.entries(passi)) {
      const prima = celleDi(Number(anno) - 1);
      const bs = prima.get('convivente BS') ?? '1';
      const fattore = new Decimale(1)
        .plus(new Decimale(aumento).dividedBy(bs))
        .times(new Decimale(percento).dividedBy(100).plus(1));
      for (const [cella, importo] of celleDi(Number(anno))) {
        const base = prima.get(cella);
        if (base === undefined || altrove.test(`${anno} ${cella}`)) continue;
        const atteso = new Decimale(base).times(fattore).toDecimalPlaces(2, Decimale.ROUND_HALF_UP).toFixed(2);
        expect(`${anno} ${cella}: ${importo}`).toBe(`${anno} ${cella}: ${atteso}`);
        uguali += 1;
      }
    }
    expect(uguali).toBe(420);
  });
});

/** Every cell of a year: form, or allowance and form, level and amount. */
function celle({ importi, indennitaFunzione, aggiunte = {} }: MinimiAnno): string[] {
  const di = (prefisso: string, tabella: MinimiAnno['importi']) =>
    Object.entries(tabella).flatMap(([forma, livelli]) =>
      Object.entries(livelli).map(([livello, importo]) => `${prefisso}${forma} ${livello} ${formatEuro(importo)}`),
    );
  return [
    ...di('', importi),
    ...(indennitaFunzione === undefined ? [] : [`indennita-funzione D ${formatEuro(indennitaFunzione)}`]),
    ...indennita.options.flatMap((nome) => di(`${nome} `, aggiunte[nome] ?? {})),
  ];
}

function celleDi(anno: number): Map<string, string> {
  const tabella = norme().minimi.minimi.find((voce) => voce.anno === anno);
  if (tabella === undefined) throw new Error(`no minimums of ${anno}`);
  return new Map(
    celle(tabella).map((cella) => {
      const ultimo = cella.lastIndexOf(' ');
      return [cella.slice(0, ultimo), cella.slice(ultimo + 1)];
    }),
  );
}
