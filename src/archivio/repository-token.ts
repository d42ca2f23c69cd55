import type { Knex } from 'knex';
import type { RepositoryToken } from '../accesso/porte.ts';
import type { TokenApi } from '../accesso/servizio-accesso.ts';
import { opzionale, type Riga, testo, testoSe } from './righe.ts';

/** API tokens: of their secrets only the hash is here. */
export function createRepositoryToken(db: Knex): RepositoryToken {
  return {
    async inserisci({ id, nome, datoreId, impronta, creatoIl }) {
      await db('token_api').insert({ id, nome, impronta, datore_id: datoreId ?? null, creato_il: creatoIl });
    },
    async conImpronta(impronta) {
      const riga = (await db('token_api').where({ impronta, revocato_il: null }).first()) as Riga | undefined;
      return riga && toToken(riga);
    },
    revoca: async (id, il) =>
      (await db('token_api').where({ id, revocato_il: null }).update({ revocato_il: il })) === 1,
    elenco: async () =>
      ((await db('token_api').where({ revocato_il: null }).orderBy('creato_il')) as Riga[]).map(toToken),
  };
}

function toToken(riga: Riga): TokenApi {
  return { id: testo(riga, 'id'), nome: testo(riga, 'nome'), ...opzionale('datoreId', testoSe(riga, 'datore_id')) };
}
