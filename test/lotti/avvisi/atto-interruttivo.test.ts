import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lottoAvvisi } from '../../../src/lotti/avvisi/lotto-avvisi.ts';
import { INTESTAZIONE_AVVISI, righeAvvisi } from '../avvisi-generati.ts';
import { type AmbienteLotti, ambienteLotti } from './ambiente.ts';

let ambiente: AmbienteLotti;
beforeEach(async () => (ambiente = await ambienteLotti()));
afterEach(() => ambiente.close());

const attore = { tipo: 'sistema', nome: 'prova' } as const;
/** A quarter whose five years were over in February 2025, for rapporti that had begun before. */
const righe = righeAvvisi(4).map((riga) => riga.replace(';1/2026;', ';1/2019;').replace('01/02/2020', '01/02/2018'));

async function run(...atti: readonly string[]) {
  const { app, cartella } = ambiente;
  const linee = [`${INTESTAZIONE_AVVISI};atto_interruttivo`, ...atti.map((atto, i) => `${righe[i] ?? ''};${atto}`), ''];
  const input = cartella.write('dati.csv', linee.join('\n'));
  const { riepilogo } = await lottoAvvisi({ app, attore, input, out: cartella.file('avvisi.pdf') });
  const manifesto = riepilogo?.avvisi === 0 ? [] : cartella.rows('avvisi.manifesto.csv');
  return { manifesto, errori: cartella.rows('avvisi.errori.csv') };
}

const interrotti = async () => {
  const bollettini = await ambiente.app.knex('bollettini').orderBy('iuv').select<readonly Record<string, unknown>[]>();
  return bollettini.map((uno) => [uno['iuv'], uno['interrotta_il']]);
};

describe('a batch declares the act that interrupted a quarter’s term', () => {
  it('in a column of its own: what it does not interrupt is refused by row', async () => {
    const { manifesto, errori } = await run('', '12/05/2023', '12/05/2027', '01/03/2019');
    expect(errori.map((riga) => [riga['riga'], riga['colonna']])).toEqual([
      ['2', 'trimestre'],
      ['4', 'atto_interruttivo'],
      ['5', 'atto_interruttivo'],
    ]);
    expect(errori.map((riga) => riga['errore'])).toEqual([
      expect.stringContaining('è prescritto dal'),
      expect.stringMatching(/^Il 12\/05\/2027 è nel futuro/),
      expect.stringContaining('viene prima della scadenza'),
    ]);
    expect(manifesto.map((riga) => riga['riga'])).toEqual(['3']);
    // The term goes on to May 2028.
    expect(manifesto[0]?.['avvertenze']).toMatch(/è passata: all’importo si aggiungono le sanzioni$/);
    expect(await interrotti()).toEqual([[manifesto[0]?.['iuv'], '2023-05-12']]);
  });

  it('also of a bollettino that waited in the cart, whose notice could not be paid without', async () => {
    const { clock } = ambiente;
    const oggi = clock.now().toISOString();
    clock.set('2019-04-03T08:00:00Z');
    const [prima] = (await run('')).manifesto;
    clock.set(oggi);
    const { manifesto, errori } = await run('');
    expect(manifesto).toEqual([]);
    expect(errori.map((riga) => riga['errore'])).toEqual([expect.stringContaining('è prescritto dal')]);
    expect((await run('12/05/2023')).manifesto.map((riga) => riga['iuv'])).toEqual([prima?.['iuv']]);
    expect(await interrotti()).toEqual([[prima?.['iuv'], '2023-05-12']]);
    const atti = await ambiente.app.knex('atti').where({ azione: 'atto-interruttivo' }).select();
    expect(atti).toHaveLength(1);
    // Declared once, it holds for the next file, which need not say it.
    expect((await run('')).manifesto.map((riga) => riga['iuv'])).toEqual([prima?.['iuv']]);
  });
});
