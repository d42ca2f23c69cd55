import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lottoAvvisi } from '../../../src/lotti/avvisi/lotto-avvisi.ts';
import { INTESTAZIONE_AVVISI, righeAvvisi } from '../avvisi-generati.ts';
import { type AmbienteLotti, ambienteLotti } from './ambiente.ts';

let ambiente: AmbienteLotti;
beforeEach(async () => (ambiente = await ambienteLotti()));
afterEach(() => ambiente.close());

const attore = { tipo: 'sistema', nome: 'prova' } as const;

async function run(...linee: readonly string[]) {
  const { app, cartella } = ambiente;
  const input = cartella.write('datori.csv', [...linee, ''].join('\n'));
  const esito = await lottoAvvisi({ app, attore, input, out: cartella.file('avvisi.pdf') });
  return { ...esito, avvisi: cartella.rows('avvisi.manifesto.csv'), rifiuti: cartella.rows('avvisi.errori.csv') };
}

/** The first rapporto of the generated rows: 20 hours at 9,50 with F2, no CUAF, two days of board. */
const [generata = ''] = righeAvvisi(1);
const celle = generata.split(';');
const RAPPORTO = celle[3] ?? '';
const COMPLETA = [...celle.slice(0, 7), '20', '9,50', celle[9], 'F2', 'si', '2'].join(';');
const TESTATA = `${INTESTAZIONE_AVVISI};associazione;senza_cuaf;vitto_alloggio_giorni`;
/** The same for another quarter. */
const altro = (trimestre: string) => COMPLETA.replace(';1/2026;', `;${trimestre};`);

/** What a row that tells everything comes to in 2/2026, on a register of its own. */
async function atteso(riga = altro('2/2026')): Promise<string> {
  const altrove = await ambienteLotti();
  const input = altrove.cartella.write('tutto.csv', `${TESTATA}\n${riga}\n`);
  await lottoAvvisi({ app: altrove.app, attore, input, out: altrove.cartella.file('avvisi.pdf') });
  const [uno] = altrove.cartella.rows('avvisi.manifesto.csv');
  await altrove.close();
  return uno?.['importo'] ?? '';
}

describe('a rapporto that ends in the last days of a quarter', () => {
  // 31/3/2026 is a Tuesday: its week, from 29/3, is of 2/2026. 20 hours at 1.57.
  const finisce = 'rapporto;trimestre;cessazione';
  it('gives the notices of both quarters, once, and names them', async () => {
    await run(TESTATA, altro('4/2025'));
    const { codice, avvisi } = await run(finisce, `${RAPPORTO};1/2026;31/03/2026`);
    expect(codice).toBe(0);
    expect(avvisi.map(({ trimestre }) => trimestre)).toEqual(['1/2026', '2/2026']);
    const ancora = await run(finisce, `${RAPPORTO};1/2026;31/03/2026`, `${RAPPORTO};2/2026;31/03/2026`);
    expect(ancora.avvisi.map(({ iuv }) => iuv)).toEqual([...avvisi, avvisi[1]].map((uno) => uno?.['iuv']));
  });
});

describe('a rapporto that the register knows', () => {
  it('needs its code and the quarter alone', async () => {
    await run(TESTATA, COMPLETA);
    const { codice, avvisi } = await run('Codice rapporto;Trimestre', `${RAPPORTO};2/2026`);
    expect(codice).toBe(0);
    expect(avvisi).toMatchObject([
      {
        importo: await atteso(),
        datore_nome: 'Rossi Maria',
        avvertenze: expect.stringContaining('quelle del registro') as string,
      },
    ]);
    // In a file that has all the columns, too.
    const vuota = [...celle.map((_, i) => (i === 3 ? RAPPORTO : i === 6 ? '2/2026' : '')), '', '', ''].join(';');
    expect((await run(TESTATA, vuota)).avvisi).toMatchObject([{ iuv: avvisi[0]?.['iuv'] }]);
  });

  it('takes from the register the terms that a row of hours has no column for, week by week too', async () => {
    await run(TESTATA, COMPLETA);
    const importo = await atteso();
    expect((await run('rapporto;trimestre;ore_settimanali', `${RAPPORTO};2/2026;20`)).avvisi).toMatchObject([
      { importo },
    ]);
    const settimane = Array.from({ length: 13 }, () => '20').join(' ');
    const { avvisi } = await run('rapporto;trimestre;ore_settimanali', `${RAPPORTO};2/2026;${settimane}`);
    expect(avvisi).toMatchObject([{ importo }]);
  });

  it('keeps to the row where it tells hours, and a column that is there says none', async () => {
    await run(TESTATA, COMPLETA);
    const senza = altro('2/2026').replace(';F2;si;2', ';;;');
    const { avvisi } = await run(TESTATA, senza);
    expect(avvisi).toMatchObject([{ importo: await atteso(senza) }]);
    expect(await atteso(senza)).not.toBe(await atteso());
  });

  it('is refused for a person who is not its own, and named by all that lacks when it is not known', async () => {
    await run(TESTATA, COMPLETA);
    const altrui = righeAvvisi(3)[2]?.split(';')[1] ?? '';
    const { rifiuti } = await run(
      'datore_cf;rapporto;trimestre',
      `${altrui};${RAPPORTO};2/2026`,
      ';99999999999;2/2026',
    );
    expect(rifiuti.map((riga) => [riga['riga'], riga['colonna']])).toEqual([
      ['2', 'rapporto'],
      ['3', 'datore_cf'],
      ['3', 'datore_nome'],
      ['3', 'lavoratore_cf'],
      ['3', 'lavoratore_nome'],
      ['3', 'ore'],
    ]);
  });
});
