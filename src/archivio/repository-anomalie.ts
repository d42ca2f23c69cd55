import type { Knex } from 'knex';
import { type Anomalia, TIPI_ANOMALIA } from '../pagamenti/anomalia.ts';
import type { RepositoryAnomalie } from '../pagamenti/porte.ts';
import { newId } from '../valori/new-id.ts';
import { opzionale, type Riga, testo, testoSe } from './righe.ts';

/** What operators must look at. */
export function createRepositoryAnomalie(db: Knex): RepositoryAnomalie {
  return {
    async apri(anomalia, il) {
      const scritte = await db('anomalie')
        .insert({
          id: newId(),
          chiave: anomalia.chiave,
          tipo: anomalia.tipo,
          tentativo_id: anomalia.tentativoId ?? null,
          bollettino_id: anomalia.bollettinoId ?? null,
          dominio: anomalia.dominio ?? null,
          iuv: anomalia.iuv ?? null,
          ccp: anomalia.ccp ?? null,
          descrizione: TIPI_ANOMALIA[anomalia.tipo],
          dettaglio: JSON.stringify(anomalia.dettaglio),
          stato: 'aperta',
          aperta_il: il,
        })
        .onConflict('chiave')
        .ignore()
        .returning<Riga[]>('id');
      return scritte.length === 1;
    },
    chiudiAperte: (tipo, bollettinoId, { il, da, nota }) =>
      db('anomalie')
        .where({ tipo, bollettino_id: bollettinoId, stato: 'aperta' })
        .update({ stato: 'chiusa', chiusa_il: il, chiusa_da: da, nota }),
    async trova(id) {
      const riga = (await db('anomalie').where({ id }).first()) as Riga | undefined;
      return riga && toAnomalia(riga);
    },
    async elenco(stato) {
      const query = db('anomalie').orderBy([{ column: 'aperta_il', order: 'desc' }, 'chiave']);
      const righe = (await (stato === undefined ? query : query.where({ stato }))) as Riga[];
      return righe.map(toAnomalia);
    },
    chiudi: async (id, { il, da, nota }) =>
      (await db('anomalie')
        .where({ id, stato: 'aperta' })
        .update({ stato: 'chiusa', chiusa_il: il, chiusa_da: da, nota })) === 1,
  };
}

function toAnomalia(riga: Riga): Anomalia {
  const chiusaIl = testoSe(riga, 'chiusa_il');
  return {
    id: testo(riga, 'id'),
    tipo: testo(riga, 'tipo') as Anomalia['tipo'],
    chiave: testo(riga, 'chiave'),
    ...opzionale('tentativoId', testoSe(riga, 'tentativo_id')),
    ...opzionale('bollettinoId', testoSe(riga, 'bollettino_id')),
    ...opzionale('dominio', testoSe(riga, 'dominio')),
    ...opzionale('iuv', testoSe(riga, 'iuv')),
    ...opzionale('ccp', testoSe(riga, 'ccp')),
    descrizione: testo(riga, 'descrizione'),
    dettaglio: JSON.parse(testo(riga, 'dettaglio')) as Anomalia['dettaglio'],
    stato: testo(riga, 'stato') as Anomalia['stato'],
    apertaIl: testo(riga, 'aperta_il'),
    ...(chiusaIl !== undefined && {
      chiusura: { il: chiusaIl, da: testo(riga, 'chiusa_da'), nota: testo(riga, 'nota') },
    }),
  };
}
