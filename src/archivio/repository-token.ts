import type { RepositoryToken } from '../accesso/porte.ts';
import type { TokenApi } from '../accesso/servizio-accesso.ts';
import type { Connessione } from './connessione.ts';
import { istruzione } from './istruzione.ts';
import { opzionale, type Riga, testo, testoSe } from './righe.ts';

const CON_DATORE = istruzione<'impronta' | 'codiceFiscale'>((q, v) =>
  q('token_api')
    .leftJoin('datori', (join) => void join.on('datori.codice_fiscale', q.raw('?', [v('codiceFiscale')])))
    .where({ impronta: v('impronta'), revocato_il: null })
    .select('token_api.*', 'datori.id as chiesto'),
);

/** API tokens: of their secrets only the hash is here. */
export function createRepositoryToken(db: Connessione): RepositoryToken {
  const { knex } = db;
  const conDatore: RepositoryToken['conDatore'] = async (impronta, codiceFiscale) => {
    const [riga] = await db.righe(CON_DATORE({ impronta, codiceFiscale }));
    return riga && { token: toToken(riga), ...opzionale('datoreId', testoSe(riga, 'chiesto')) };
  };
  return {
    async inserisci({ id, nome, datoreId, impronta, creatoIl }) {
      await knex('token_api').insert({ id, nome, impronta, datore_id: datoreId ?? null, creato_il: creatoIl });
    },
    conImpronta: async (impronta) => (await conDatore(impronta, ''))?.token,
    conDatore,
    revoca: async (id, il) =>
      (await knex('token_api').where({ id, revocato_il: null }).update({ revocato_il: il })) === 1,
    elenco: async () =>
      ((await knex('token_api').where({ revocato_il: null }).orderBy('creato_il')) as Riga[]).map(toToken),
  };
}

function toToken(riga: Riga): TokenApi {
  return { id: testo(riga, 'id'), nome: testo(riga, 'nome'), ...opzionale('datoreId', testoSe(riga, 'datore_id')) };
}
