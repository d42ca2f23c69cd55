import type { Knex } from 'knex';
import type { Progressivi } from '../bollettini/porte.ts';
import { intero, type Riga } from './righe.ts';

/** Counters as rows; taking a number and writing it down are one statement on both databases. */
export function createProgressivi(db: Knex): Progressivi {
  return {
    async prossimo(nome) {
      const [riga] = await db('progressivi')
        .insert({ nome, valore: 1 })
        .onConflict('nome')
        .merge({ valore: db.raw('progressivi.valore + 1') })
        .returning<Riga[]>('valore');
      return intero(riga ?? {}, 'valore');
    },
    async almeno(nome, valore) {
      await db('progressivi')
        .insert({ nome, valore })
        .onConflict('nome')
        .merge({ valore })
        .where('progressivi.valore', '<', valore);
    },
  };
}
