import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
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

  it('is not known for 2005 and 2007-2011, and is left unknown', () => {
    expect(norme().anni.filter((anno) => voci(anno).length === 0)).toEqual([2005, 2007, 2008, 2009, 2010, 2011]);
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

  it('likely split of 2016, not found printed: the 1.91, 1.91, 1.66 of 2017 have the same total, and are not used', () => {
    const [prima, dopo] = [norme().tabella(2016).vittoAlloggio, norme().tabella(2017).vittoAlloggio];
    expect(dopo).toMatchObject({ pranzo: '1.91', cena: '1.91', alloggio: '1.66', totale: '5.48' });
    expect(prima).toMatchObject({ totale: '5.48' });
    expect(prima?.pranzo).toBeUndefined();
  });
});

describe('minimum pay of the collective contract', () => {
  const stampati = righe('./minimi-del-contratto.csv');

  it.each(norme().minimi.minimi.map((tabella) => [tabella.anno, tabella] as const))(
    '%i, every cell that was found, no other',
    (anno, { importi, indennitaFunzione, note }) => {
      const dellAnno = stampati.filter(([colonna]) => Number(colonna) === anno);
      const lette = Object.entries(importi).flatMap(([forma, livelli]) =>
        Object.entries(livelli).map(([livello, importo]) => `${forma} ${livello} ${formatEuro(importo)}`),
      );
      if (indennitaFunzione !== undefined) lette.push(`indennita-funzione D ${formatEuro(indennitaFunzione)}`);
      expect(lette.sort()).toEqual(dellAnno.map(([, forma, livello, euro]) => `${forma} ${livello} ${euro}`).sort());
      for (const [, forma = '', livello] of dellAnno.filter(([, , , , certezza]) => certezza === 'fonti-discordi')) {
        expect(note.join()).toContain(`${forma} ${livello}: le fonti danno`);
      }
    },
  );

  it('is not known for 2008-2011 and 2016', () => {
    const anni = norme().minimi.minimi.map(({ anno }) => anno);
    expect([2008, 2009, 2010, 2011, 2016].filter((anno) => anni.includes(anno))).toEqual([]);
    expect(new Set(stampati.map(([anno]) => anno)).size).toBe(anni.length);
  });
});
