import type { Knex } from 'knex';
import { TIPI_ANOMALIA } from '../pagamenti/anomalia.ts';
import type { RepositoryAnomalie } from '../pagamenti/porte.ts';
import { newId, type Riga } from './righe.ts';

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
  };
}
