import type { Progressivi } from '../bollettini/porte.ts';
import type { Connessione } from './connessione.ts';
import { istruzione } from './istruzione.ts';
import { intero } from './righe.ts';

const PROSSIMI = istruzione<'nome' | 'quanti'>((q, v) =>
  q('progressivi')
    .insert({ nome: v('nome'), valore: v('quanti') })
    .onConflict('nome')
    .merge({ valore: q.raw('progressivi.valore + excluded.valore') })
    .returning('valore'),
);
const ALMENO = istruzione<'nome' | 'valore'>((q, v) =>
  q('progressivi')
    .insert({ nome: v('nome'), valore: v('valore') })
    .onConflict('nome')
    .merge({ valore: v('valore') })
    .where('progressivi.valore', '<', v('valore')),
);

/** Counters as rows; taking numbers and writing it down are one statement on both databases. */
export function createProgressivi(db: Connessione): Progressivi {
  return {
    async prossimo(nome, quanti = 1) {
      const [riga] = await db.righe(PROSSIMI({ nome, quanti }));
      return intero(riga ?? {}, 'valore') - quanti + 1;
    },
    async almeno(nome, valore) {
      await db.scritte(ALMENO({ nome, valore }));
    },
  };
}
