import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lottoCalcola } from '../../../src/lotti/calcola/lotto-calcola.ts';
import { Cartella } from '../cartella.ts';
import { INTESTAZIONE, righeGenerate } from '../righe-generate.ts';
import { type Corsa, runAndKill } from '../uccidi-e-riprendi.ts';

const UCCISIONI = 4;
const MODULO = './calcola/processo-lotto.ts';
let cartella: Cartella;
let input: string;
/** How long the uninterrupted run took here: the kills fall within it. */
let durataMs: number;
beforeAll(async () => {
  cartella = new Cartella();
  const righe = [...righeGenerate(40_000, 100)].map(({ linea }) => linea);
  input = cartella.write('rapporti.csv', [INTESTAZIONE, ...righe, ''].join('\n'));
  const inizio = performance.now();
  await lottoCalcola({ input, out: cartella.file('intero.csv') });
  durataMs = performance.now() - inizio;
});
afterAll(() => cartella.remove());

describe('a batch killed at any moment', () => {
  it('is resumed, and killed again, until it ends with the bytes of an uninterrupted run', async () => {
    const out = cartella.file('importi.csv');
    const corse: Corsa[] = [];
    for (let i = 0; i < UCCISIONI; i++) {
      corse.push(await runAndKill(MODULO, [input, out], (durataMs * (i + 1)) / (UCCISIONI + 1)));
    }
    corse.push(await runAndKill(MODULO, [input, out], undefined));
    expect(cartella.read('importi.csv') === cartella.read('intero.csv')).toBe(true);
    expect(cartella.read('importi.errori.csv')).toBe(cartella.read('intero.errori.csv'));
    expect(cartella.list()).toEqual([
      'importi.csv',
      'importi.errori.csv',
      'intero.csv',
      'intero.errori.csv',
      'rapporti.csv',
    ]);
    expect(corse).toContain('killed');
  }, 180_000);
});
