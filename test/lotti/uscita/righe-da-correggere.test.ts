import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lottoCalcola } from '../../../src/lotti/calcola/lotto-calcola.ts';
import { Cartella } from '../cartella.ts';

let cartella: Cartella;
beforeEach(() => (cartella = new Cartella()));
afterEach(() => cartella.remove());

const run = async (testo: string) => {
  const input = cartella.write('rapporti.csv', testo);
  const daCorreggere = cartella.file('correggi.csv');
  const { codice } = await lottoCalcola({ input, out: cartella.file('importi.csv'), daCorreggere });
  return { codice, file: existsSync(daCorreggere) ? cartella.read('correggi.csv') : undefined };
};

const TESTATA = 'studio,Trimestre,Ore sett.,Paga oraria';

describe('the refused rows', () => {
  it('are given as they came, under a title and between commas too, each once with all that is wrong', async () => {
    const { codice, file } = await run(
      `Clienti dello studio\n${TESTATA}\n"Verdi; figli",4/2020,25,8\nRossi,5/2020,25 ore e mezza,8\n"=1+1",1/2021,x,8\n`,
    );
    expect(codice).toBe(1);
    expect(file?.split('\r\n')).toEqual([
      '\ufeffstudio;Trimestre;Ore sett.;Paga oraria;errore',
      expect.stringMatching(/^Rossi;5\/2020;25 ore e mezza;8;.*Ore sett\.: .* \| Trimestre: «5\/2020»/),
      expect.stringMatching(/^'=1\+1;1\/2021;x;8;.*Ore sett\.: /),
      '',
    ]);
  });

  it('are mended and given again as they are, until there is none', async () => {
    const { file = '' } = await run(`${TESTATA}\nRossi,4/2020,venti,8\nVerdi,4/2020,trenta,8\n`);
    const seconda = await run(file.replace('venti', '20'));
    expect(seconda.codice).toBe(1);
    // 20 hours × 13 weeks in the second band of 2020.
    expect(cartella.read('importi.csv')).toContain(';13;260;2;');
    expect(seconda.file?.split('\r\n')[0]).toBe('\ufeffstudio;Trimestre;Ore sett.;Paga oraria;errore');
    expect(seconda.file?.split('\r\n')).toHaveLength(3);
    const terza = await run((seconda.file ?? '').replace('trenta', '30'));
    expect(terza).toEqual({ codice: 0, file: undefined });
  });

  it('do not call their own column unused when they come back, and give it a name of before beside amounts', async () => {
    const { file = '' } = await run('trimestre;ore_settimanali;paga_oraria\n4/2020;venti;8\n');
    const input = cartella.write('corretto.csv', file.replace('venti', '20'));
    const { codice, avvisi } = await lottoCalcola({ input, out: cartella.file('corretto.importi.csv') });
    expect([codice, avvisi]).toEqual([0, []]);
    expect(cartella.read('corretto.importi.csv').split('\n')[0]).toMatch(/;paga_oraria;errore_di_prima;settimane_/);
  });

  it('keep what cannot be read as cells whole, in the first', async () => {
    const { file } = await run(`trimestre;ore;studio\n4/2020;"260;Rossi\n`);
    expect(file).toContain('"4/2020;""260;Rossi');
  });

  it('refuse to be written over what is read', async () => {
    const input = cartella.write('rapporti.csv', 'trimestre;ore\n4/2020;x\n');
    await expect(lottoCalcola({ input, out: cartella.file('i.csv'), daCorreggere: input })).rejects.toMatchObject({
      codice: 'stesso-file',
    });
  });
});
