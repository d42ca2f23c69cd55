import type { Knex } from 'knex';
import type { RepositoryLimiti } from '../accesso/porte.ts';
import { intero } from './righe.ts';

/** Counters of attempts to come in; the one kind of row that is forgotten. */
export function createRepositoryLimiti(db: Knex): RepositoryLimiti {
  return {
    async conta(chiavi, finestra) {
      const righe = await db('limiti_accesso')
        .insert(chiavi.map((chiave) => ({ chiave, finestra, conteggio: 1 })))
        .onConflict(['chiave', 'finestra'])
        .merge({ conteggio: db.raw('limiti_accesso.conteggio + 1') })
        .returning<Record<string, unknown>[]>(['chiave', 'conteggio']);
      return chiavi.map((chiave) => intero(righe.find((riga) => riga['chiave'] === chiave) ?? {}, 'conteggio'));
    },
    async rilascia(chiavi, finestra) {
      await db('limiti_accesso')
        .whereIn('chiave', chiavi)
        .where({ finestra })
        .where('conteggio', '>', 0)
        .update({ conteggio: db.raw('conteggio - 1') });
    },
    async dimentica(primaDi) {
      await db('limiti_accesso').where('finestra', '<', primaDi).delete();
    },
  };
}
