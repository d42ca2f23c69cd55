import { appendFileSync, renameSync, truncateSync, utimesSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lottoCalcola } from '../../../src/lotti/calcola/lotto-calcola.ts';
import type { RichiestaCalcola } from '../../../src/lotti/calcola/richiesta.ts';
import { Cartella } from '../cartella.ts';
import { INTESTAZIONE, righeGenerate } from '../righe-generate.ts';

const righe = [...righeGenerate(6000, 40)].map(({ linea }) => linea);
const testo = [INTESTAZIONE, ...righe, ''].join('\n');

let cartella: Cartella;
let richiesta: RichiestaCalcola;
let intero: { importi: string; errori: string };

beforeEach(async () => {
  cartella = new Cartella();
  const input = cartella.write('rapporti.csv', testo);
  await lottoCalcola({ input, out: cartella.file('intero.csv') });
  intero = { importi: cartella.read('intero.csv'), errori: cartella.read('intero.errori.csv') };
  richiesta = { input, out: cartella.file('importi.csv'), riprendi: true };
});
afterEach(() => cartella.remove());

/** Stops after the first block, as Ctrl-C does. */
async function interrupt(opzioni: Partial<RichiestaCalcola> = {}): Promise<void> {
  const stop = new AbortController();
  const esito = await lottoCalcola({
    ...richiesta,
    ...opzioni,
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  expect(esito).toMatchObject({ interrotto: true, codice: 2 });
  expect(cartella.has('importi.csv')).toBe(false);
}

async function resumeAndCompare(ripreso: boolean): Promise<void> {
  const esito = await lottoCalcola(richiesta);
  expect(esito).toMatchObject({ ripreso, interrotto: false, codice: 1 });
  expect(esito.riepilogo).toMatchObject({ righe: 6000, righeRifiutate: 150 });
  expect(cartella.read('importi.csv')).toBe(intero.importi);
  expect(cartella.read('importi.errori.csv')).toBe(intero.errori);
  expect(cartella.list().filter((nome) => /parziale|ripresa/.test(nome))).toEqual([]);
}

describe('a batch that was interrupted', () => {
  it('goes on where it stopped and ends with the same bytes', async () => {
    await interrupt();
    await resumeAndCompare(true);
  });

  it('cuts off what was written after the checkpoint', async () => {
    await interrupt();
    appendFileSync(cartella.file('importi.csv.parziale'), '1;2;3 a half line');
    appendFileSync(cartella.file('importi.errori.csv.parziale'), '9;');
    await resumeAndCompare(true);
  });

  it('starts again when a partial file is shorter than the checkpoint says', async () => {
    await interrupt();
    truncateSync(cartella.file('importi.csv.parziale'), 1000);
    await resumeAndCompare(false);
  });

  it.each([
    ['touched', () => utimesSync(richiesta.input, new Date(0), new Date(0))],
    ['added to', () => appendFileSync(richiesta.input, '1;2\n')],
    ['cut short', () => truncateSync(richiesta.input, 100)],
  ])('is not gone on with when the input has been %s; without riprendi it starts again', async (_come, change) => {
    await interrupt();
    change();
    await expect(lottoCalcola(richiesta)).rejects.toMatchObject({ codice: 'ingresso-cambiato' });
    expect(cartella.has('importi.csv.ripresa')).toBe(true);
    cartella.write('rapporti.csv', testo);
    richiesta = { ...richiesta, riprendi: false };
    await resumeAndCompare(false);
  });

  it('starts again when it was run with other options', async () => {
    await interrupt({ dettaglio: true });
    await resumeAndCompare(false);
  });

  it('starts again when the checkpoint is half a file', async () => {
    await interrupt();
    truncateSync(cartella.file('importi.csv.ripresa'), 30);
    await resumeAndCompare(false);
  });

  it('starts again when it is not told to resume', async () => {
    await interrupt();
    richiesta = { ...richiesta, riprendi: false };
    await resumeAndCompare(false);
  });

  it('has nothing to resume the first time, and starts', () => resumeAndCompare(false));
});

describe('a batch killed while it gave its files their names', () => {
  it.each([['none'], ['errors'], ['errors and rows']])('finishes the renames: %s done', async (done) => {
    const stop = new AbortController();
    let letti = 0;
    await lottoCalcola({
      ...richiesta,
      signal: stop.signal,
      onProgress: ({ bytesLetti, bytesTotali }) => {
        letti = bytesLetti;
        if (bytesLetti === bytesTotali) stop.abort();
      },
    });
    expect(letti).toBe(Buffer.byteLength(testo));
    // Stopped after the last block: all is written, nothing has its name. Seal it by hand as the run would have.
    const ripresa = JSON.parse(cartella.read('importi.csv.ripresa')) as Record<string, unknown>;
    cartella.write('importi.csv.ripresa', JSON.stringify({ ...ripresa, finito: true }));
    if (done !== 'none') renameSync(cartella.file('importi.errori.csv.parziale'), cartella.file('importi.errori.csv'));
    if (done === 'errors and rows') renameSync(cartella.file('importi.csv.parziale'), cartella.file('importi.csv'));
    await resumeAndCompare(true);
  });
});
