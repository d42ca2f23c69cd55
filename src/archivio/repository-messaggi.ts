import type { Knex } from 'knex';
import type { RepositoryMessaggi } from '../messaggi/porte.ts';

/** As many as one statement inserts. */
const INSIEME = 100;

export function createRepositoryMessaggi(knex: Knex): RepositoryMessaggi {
  return {
    async letti(datoreId) {
      return new Set((await knex('messaggi_letti').where({ datore_id: datoreId }).pluck('chiave')) as string[]);
    },
    async segnaLetti(datoreId, chiavi, il) {
      for (let i = 0; i < chiavi.length; i += INSIEME) {
        const righe = chiavi.slice(i, i + INSIEME).map((chiave) => ({ datore_id: datoreId, chiave, letto_il: il }));
        await knex('messaggi_letti').insert(righe).onConflict(['datore_id', 'chiave']).ignore();
      }
    },
    async segnaDaLeggere(datoreId, chiave) {
      await knex('messaggi_letti').where({ datore_id: datoreId, chiave }).delete();
    },
  };
}
