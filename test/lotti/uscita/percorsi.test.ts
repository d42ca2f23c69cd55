import { linkSync, mkdirSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lottoCalcola } from '../../../src/lotti/calcola/lotto-calcola.ts';
import { PartialFile } from '../../../src/lotti/uscita/partial-file.ts';
import { checkUscite } from '../../../src/lotti/uscita/percorsi.ts';
import { Cartella } from '../cartella.ts';

let cartella: Cartella;
let input: string;
beforeEach(() => {
  cartella = new Cartella();
  input = cartella.write('rapporti.csv', 'trimestre;ore\n4/2020;325\n');
});
afterEach(() => cartella.remove());

const calcola = (out: string, errori?: string) => lottoCalcola({ input, out: cartella.file(out), errori });

describe('what a batch writes', () => {
  it.each([
    ['the input by another name', () => linkSync(input, cartella.file('importi.csv')), 'stesso-file'],
    ['a link to the input', () => symlinkSync(input, cartella.file('importi.csv')), 'stesso-file'],
    ['a link to another file', () => symlinkSync('/dev/null', cartella.file('importi.csv')), 'non-e-un-file'],
    ['a folder', () => mkdirSync(cartella.file('importi.csv')), 'non-e-un-file'],
    [
      'a link beside the output',
      () => symlinkSync('/dev/null', cartella.file('importi.csv.parziale')),
      'non-e-un-file',
    ],
    ['the input beside the output', () => linkSync(input, cartella.file('importi.csv.ripresa')), 'stesso-file'],
  ])('is refused before anything is touched: %s', async (_caso, prepare, codice) => {
    prepare();
    const prima = cartella.list();
    await expect(calcola('importi.csv')).rejects.toMatchObject({ codice });
    expect(cartella.list()).toEqual(prima);
    expect(cartella.read('rapporti.csv')).toBe('trimestre;ore\n4/2020;325\n');
  });

  it('is refused through a link to its folder too', async () => {
    symlinkSync(cartella.path, cartella.file('altra'));
    await expect(lottoCalcola({ input, out: cartella.file('altra/rapporti.csv') })).rejects.toMatchObject({
      codice: 'stesso-file',
    });
  });

  it('is never two things in one file', async () => {
    await expect(calcola('importi.csv', cartella.file('importi.csv'))).rejects.toMatchObject({ codice: 'stesso-file' });
    await expect(calcola('importi.csv', input)).rejects.toMatchObject({ codice: 'stesso-file' });
  });

  it('ends as what it holds, and stands in a folder that is there', async () => {
    await expect(calcola('importi.pdf')).rejects.toMatchObject({ codice: 'estensione-sbagliata', campo: 'out' });
    await expect(calcola('importi.csv', cartella.file('errori.xlsx'))).rejects.toMatchObject({ campo: 'errori' });
    await expect(calcola('no/importi.csv')).rejects.toMatchObject({ codice: 'cartella-non-scrivibile' });
    const device = { campo: 'out', path: '/dev/null', estensioni: [''] };
    expect(() => checkUscite(input, [device])).toThrow(/dispositivo/);
  });

  it('leaves no trace where the disk is full', async () => {
    const pieno = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const append = vi.spyOn(PartialFile.prototype, 'append').mockRejectedValue(pieno);
    await expect(calcola('importi.csv')).rejects.toMatchObject({ codice: 'disco-pieno', statoHttp: 507 });
    append.mockRestore();
    expect(cartella.list()).toEqual(['rapporti.csv']);
  });
});
