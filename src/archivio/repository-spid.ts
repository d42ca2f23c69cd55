import type { Knex } from 'knex';
import type { Livello } from '../spid/nomi-saml.ts';
import type { RepositorySpid, RichiestaInviata, SessioneSpid, VoceRegistro } from '../spid/porte.ts';
import { intero, opzionale, type Riga, testo, testoSe } from './righe.ts';

/** Logins with SPID under way, and their register. Each change of state is one statement that says what it changes from. */
export function createRepositorySpid(db: Knex): RepositorySpid {
  return {
    async inserisci(richiesta) {
      const { creataIl, scadeIl, torna, persona, ...resto } = richiesta;
      await db('richieste_spid').insert({
        ...resto,
        creata_il: creataIl,
        scade_il: scadeIl,
        torna: torna ?? null,
        persona: persona ?? null,
        stato: 'inviata',
      });
    },
    async inAttesa(id, adesso) {
      const riga = await prima(db('richieste_spid').where({ id, stato: 'inviata' }).where('scade_il', '>', adesso));
      return riga && toRichiesta(riga);
    },
    async risposta(id, { asserzione, codice, entro, identita }) {
      const usata = await prima(db('richieste_spid').where({ asserzione }));
      if (usata !== undefined) return false;
      const scritte = await db('richieste_spid')
        .where({ id, stato: 'inviata' })
        .update({ stato: 'verificata', asserzione, codice, entro, identita });
      return scritte === 1;
    },
    negata: async (id) =>
      (await db('richieste_spid').where({ id, stato: 'inviata' }).update({ stato: 'negata' })) === 1,
    async consegna(codice, legame, adesso) {
      const aperta = { codice, legame, stato: 'verificata' };
      const riga = await prima(db('richieste_spid').where(aperta).where('entro', '>', adesso));
      if (riga === undefined) return undefined;
      const scritte = await db('richieste_spid').where(aperta).update({ stato: 'consegnata', identita: null });
      if (scritte !== 1) return undefined;
      return {
        id: testo(riga, 'id'),
        identita: testo(riga, 'identita'),
        ...opzionale('torna', testoSe(riga, 'torna')),
      };
    },
    async annota({ richiestaId, ...resto }) {
      await db('registro_spid').insert({ ...resto, richiesta_id: richiestaId });
    },
    async registro(dal, massimo) {
      const righe = (await db('registro_spid')
        .where('quando', '>=', dal)
        .orderBy('numero', 'desc')
        .limit(massimo)) as Riga[];
      return righe.reverse().map((riga) => ({ numero: intero(riga, 'numero'), ...toVoce(riga) }));
    },
    vociDi: async (richiestaId) =>
      ((await db('registro_spid').where({ richiesta_id: richiestaId }).orderBy('numero')) as Riga[]).map(toVoce),
    async lega({ creataIl, ...resto }) {
      await db('sessioni_spid').insert({ ...resto, creata_il: creataIl });
    },
    async sessione(sid) {
      const riga = await prima(db('sessioni_spid').where({ sid }));
      return riga && toSessione(riga);
    },
    async chiudiSessioni(fornitore, nome) {
      const sue = db('sessioni_spid').where({ fornitore, nome }).select('sid');
      const chiuse = await db('sessioni').whereIn('sid', sue).delete();
      await db('sessioni_spid').where({ fornitore, nome }).delete();
      return chiuse;
    },
    async pulisci({ giorno, mesi }) {
      await db('richieste_spid').where('creata_il', '<', giorno).delete();
      await db('sessioni_spid').where('creata_il', '<', giorno).delete();
      await db('registro_spid').where('quando', '<', mesi).delete();
    },
  };
}

async function prima(query: Knex.QueryBuilder): Promise<Riga | undefined> {
  return (await query.first()) as Riga | undefined;
}

function toRichiesta(riga: Riga): RichiestaInviata {
  return {
    id: testo(riga, 'id'),
    fornitore: testo(riga, 'fornitore'),
    livello: intero(riga, 'livello') as Livello,
    legame: testo(riga, 'legame'),
    relay: testo(riga, 'relay'),
    creataIl: testo(riga, 'creata_il'),
    scadeIl: testo(riga, 'scade_il'),
    ...opzionale('torna', testoSe(riga, 'torna')),
    ...opzionale('persona', testoSe(riga, 'persona')),
  };
}

function toVoce(riga: Riga): VoceRegistro {
  return {
    richiestaId: testo(riga, 'richiesta_id'),
    tipo: testo(riga, 'tipo') as VoceRegistro['tipo'],
    quando: testo(riga, 'quando'),
    fornitore: testo(riga, 'fornitore'),
    esito: testo(riga, 'esito'),
    chiuso: testo(riga, 'chiuso'),
  };
}

function toSessione(riga: Riga): SessioneSpid {
  return {
    sid: testo(riga, 'sid'),
    fornitore: testo(riga, 'fornitore'),
    nome: testo(riga, 'nome'),
    chiuso: testo(riga, 'chiuso'),
    creataIl: testo(riga, 'creata_il'),
  };
}
