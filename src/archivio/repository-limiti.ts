import type { Knex } from 'knex';
import type { Contatore, RepositoryLimiti } from '../accesso/porte.ts';
import { isPostgres } from './dialetto.ts';
import { intero, type Riga, testo } from './righe.ts';

const MAI: Contatore = { falliti: 0, ultimo: 0 };

/** Counters of attempts to come in; the one kind of row that is forgotten. */
export function createRepositoryLimiti(db: Knex): RepositoryLimiti {
  const tabella = () => db('tentativi_accesso');
  return {
    aggiorna: (chiavi, lavoro) =>
      db.transaction(async (trx) => {
        const letti = await lockCounters(trx, chiavi);
        const { contatori, esito } = lavoro(chiavi.map((chiave) => letti.get(chiave) ?? MAI));
        if (contatori !== undefined) {
          const righe = chiavi.map((chiave, indice) => ({ chiave, ...(contatori[indice] ?? MAI) }));
          await trx('tentativi_accesso').insert(righe).onConflict('chiave').merge();
        }
        return esito;
      }),
    async azzera(inizi) {
      for (const inizio of inizi) await tabella().whereLike('chiave', `${inizio}%`).delete();
    },
    async dimentica(primaDi) {
      await tabella().where('ultimo', '<', primaDi).delete();
    },
    async conta(inizio, { dal, almeno }) {
      const righe = await tabella()
        .whereLike('chiave', `${inizio}%`)
        .where('ultimo', '>=', dal)
        .where('falliti', '>=', almeno)
        .select<Riga[]>(db.raw('count(*) as quanti'), db.raw('coalesce(sum(falliti), 0) as falliti'));
      const riga = righe[0] ?? {};
      return { quanti: intero(riga, 'quanti'), falliti: intero(riga, 'falliti') };
    },
  };
}

/** On PostgreSQL a row that is not there cannot be held: it is made first, and all are taken in one order. */
async function lockCounters(trx: Knex, chiavi: readonly string[]): Promise<Map<string, Contatore>> {
  const query = trx('tentativi_accesso').whereIn('chiave', chiavi).orderBy('chiave');
  if (isPostgres(trx)) {
    const nuove = [...chiavi].sort().map((chiave) => ({ chiave, ...MAI }));
    await trx('tentativi_accesso').insert(nuove).onConflict('chiave').ignore();
    void query.forUpdate();
  }
  const righe = (await query) as Riga[];
  return new Map(
    righe.map((riga) => [testo(riga, 'chiave'), { falliti: intero(riga, 'falliti'), ultimo: intero(riga, 'ultimo') }]),
  );
}
