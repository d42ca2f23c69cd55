import type { Progressivi } from '../bollettini/porte.ts';
import type { Connessione } from './connessione.ts';
import { istruzione } from './istruzione.ts';
import { intero } from './righe.ts';

const PROSSIMO = istruzione<'nome'>((q, v) =>
  q('progressivi')
    .insert({ nome: v('nome'), valore: 1 })
    .onConflict('nome')
    .merge({ valore: q.raw('progressivi.valore + 1') })
    .returning('valore'),
);
const ALMENO = istruzione<'nome' | 'valore'>((q, v) =>
  q('progressivi')
    .insert({ nome: v('nome'), valore: v('valore') })
    .onConflict('nome')
    .merge({ valore: v('valore') })
    .where('progressivi.valore', '<', v('valore')),
);

/** Counters as rows; taking a number and writing it down are one statement on both databases. */
export function createProgressivi(db: Connessione): Progressivi {
  return {
    async prossimo(nome) {
      const [riga] = await db.righe(PROSSIMO({ nome }));
      return intero(riga ?? {}, 'valore');
    },
    async almeno(nome, valore) {
      await db.scritte(ALMENO({ nome, valore }));
    },
  };
}
