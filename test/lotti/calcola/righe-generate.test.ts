import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calcola } from '../../../src/contributi/calcola.ts';
import { parseDatiCalcolo } from '../../../src/contributi/parse-dati.ts';
import { lottoCalcola } from '../../../src/lotti/calcola/lotto-calcola.ts';
import { norme } from '../../../src/norme/norme.ts';
import { formatEuro } from '../../../src/valori/denaro.ts';
import { Cartella } from '../cartella.ts';
import { GUASTI, INTESTAZIONE, type RigaGenerata, righeGenerate } from '../righe-generate.ts';

const QUANTE = 4000;
let cartella: Cartella;
let righe: RigaGenerata[];
beforeAll(async () => {
  cartella = new Cartella();
  righe = [...righeGenerate(QUANTE, 50)];
  const input = cartella.write('rapporti.csv', [INTESTAZIONE, ...righe.map(({ linea }) => linea), ''].join('\n'));
  await lottoCalcola({ input, out: cartella.file('importi.csv'), formato: 'iso' });
});
afterAll(() => cartella.remove());

describe('a batch of generated rows', () => {
  it('gives every good row the amounts that the core gives the same case by its own road, in order', () => {
    const attese = righe.filter(({ guasto }) => guasto === undefined);
    const uscite = cartella.read('importi.csv').trimEnd().split('\n').slice(1);
    expect(uscite).toHaveLength(attese.length);
    attese.forEach(({ linea, campi }, i) => {
      const { settimane, ore, fascia, contributoOrario, totale, quotaLavoratore, quotaDatore, associazione, scadenza } =
        calcola(parseDatiCalcolo(campi), norme());
      const importi = [contributoOrario, totale, quotaLavoratore, quotaDatore].map(formatEuro);
      const attesa = [
        linea,
        settimane,
        ore.toFixed(),
        fascia,
        ...importi,
        associazione === null ? '' : formatEuro(associazione.totale),
        scadenza.scadenza,
      ].join(';');
      expect(uscite[i]?.slice(0, attesa.length + 1)).toBe(`${attesa};`);
    });
  });

  it('names every spoilt row, by line, column and sentence, and no other', () => {
    const attesi = righe.flatMap(({ guasto }, i) => (guasto === undefined ? [] : [{ riga: i + 2, guasto }]));
    const attese = attesi.map(({ riga, guasto }) => `${riga} ${guasto.colonna}`);
    const errori = cartella.read('importi.errori.csv').trimEnd().split('\n').slice(1);
    expect(errori.map((riga) => riga.split(';')).map(([riga, , colonna]) => `${riga} ${colonna}`)).toEqual(attese);
    expect(attese).toHaveLength(QUANTE / 50);
    expect(new Set(righe.map(({ guasto }) => guasto?.nome))).toHaveLength(GUASTI.length + 1);
    errori.forEach((riga, i) => expect(riga).toContain(attesi[i]?.guasto.frase));
    for (const riga of errori) expect(riga).toMatch(/\."?$/);
  });
});
