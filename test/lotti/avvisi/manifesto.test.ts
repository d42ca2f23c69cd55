import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lottoAvvisi } from '../../../src/lotti/avvisi/lotto-avvisi.ts';
import { INTESTAZIONE_AVVISI, righeAvvisi } from '../avvisi-generati.ts';
import { type AmbienteLotti, ambienteLotti } from './ambiente.ts';

let ambiente: AmbienteLotti;
beforeEach(async () => (ambiente = await ambienteLotti()));
afterEach(() => ambiente.close());

describe('the manifest of a batch, made piece by piece', () => {
  it('says of a row far below the first that it asks for the same bollettino, with the page that both have', async () => {
    const [riga = '', ...altre] = righeAvvisi(510);
    const { app, cartella } = ambiente;
    const input = cartella.write('datori.csv', [INTESTAZIONE_AVVISI, riga, ...altre, riga, ''].join('\n'));
    const attore = { tipo: 'sistema', nome: 'prova' } as const;
    await lottoAvvisi({ app, attore, input, out: cartella.file('avvisi.pdf') });
    const voci = cartella.rows('avvisi.manifesto.csv');
    const [prima, ultima] = [voci[0], voci.at(-1)];
    expect(voci).toHaveLength(511);
    expect(ultima?.['avvertenze']).toContain('stesso bollettino della riga 2');
    expect(ultima?.['pagina']).toBe(prima?.['pagina']);
    expect(Number(ultima?.['pagina'])).toBeGreaterThan(0);
    expect(new Set(voci.map((voce) => voce['pagina'])).size).toBe(510);
  });

  it('looks for the first that asked by an index, not through the whole batch', async () => {
    const { knex } = ambiente.app;
    const piano = await knex.raw<{ detail: string }[]>(
      `EXPLAIN QUERY PLAN SELECT (SELECT min(u.numero) FROM lotti_avvisi u
         WHERE u.lotto_id = a.lotto_id AND u.bollettino_id = a.bollettino_id) FROM lotti_avvisi a`,
    );
    expect(piano.map(({ detail }) => detail).join('\n')).toMatch(/u USING \w* ?INDEX lotti_avvisi_bollettino/);
  });
});
