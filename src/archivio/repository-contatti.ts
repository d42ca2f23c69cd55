import type { Knex } from 'knex';
import type { Contatto, RepositoryContatti } from '../messaggi/porte.ts';
import { opzionale, type Riga, testo, testoSe } from './righe.ts';

export function createRepositoryContatti(knex: Knex): RepositoryContatti {
  const uno = async (quale: Readonly<Record<string, string>>): Promise<Contatto | undefined> => {
    const riga = (await knex('contatti').where(quale).first()) as Riga | undefined;
    return riga && toContatto(riga);
  };
  return {
    di: (datoreId) => uno({ datore_id: datoreId }),
    conChiave: (chiave) => uno({ chiave }),
    async scrivi({ datoreId, email, chiave, scrittoIl, confermatoIl }) {
      const riga = { email, chiave, scritto_il: scrittoIl, confermato_il: confermatoIl ?? null };
      await knex('contatti')
        .insert({ datore_id: datoreId, ...riga })
        .onConflict('datore_id')
        .merge(riga);
    },
    conferma: async (chiave, il) => (await knex('contatti').where({ chiave }).update({ confermato_il: il })) === 1,
    async togli(datoreId) {
      await knex('contatti').where({ datore_id: datoreId }).delete();
    },
    confermati: async () =>
      ((await knex('contatti').whereNotNull('confermato_il').orderBy('datore_id')) as Riga[]).map(toContatto),
    async prendiDaInviare(datoreId, chiavi, il) {
      const prese: string[] = [];
      for (const chiave of chiavi) {
        const riga = { datore_id: datoreId, chiave, inviato_il: il };
        const scritte = (await knex('messaggi_inviati')
          .insert(riga)
          .onConflict(['datore_id', 'chiave'])
          .ignore()
          .returning('chiave')) as unknown[];
        if (scritte.length > 0) prese.push(chiave);
      }
      return prese;
    },
    async lascia(datoreId, chiavi) {
      await knex('messaggi_inviati').where({ datore_id: datoreId }).whereIn('chiave', chiavi).delete();
    },
  };
}

function toContatto(riga: Riga): Contatto {
  return {
    datoreId: testo(riga, 'datore_id'),
    email: testo(riga, 'email'),
    chiave: testo(riga, 'chiave'),
    scrittoIl: testo(riga, 'scritto_il'),
    ...opzionale('confermatoIl', testoSe(riga, 'confermato_il')),
  };
}
