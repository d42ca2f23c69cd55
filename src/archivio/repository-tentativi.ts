import type { Knex } from 'knex';
import type { Ambito } from '../accesso/ambito.ts';
import type { StatoTentativo, Tentativo } from '../pagamenti/pagamento.ts';
import type { RepositoryTentativi } from '../pagamenti/porte.ts';
import type { Iuv } from '../pagopa/identificativi/codice-avviso.ts';
import { importo, type Riga, testo, testoSe } from './righe.ts';

/** The RPT's text is long and seldom wanted: it has its own query. */
const COLONNE = ['id', 'consegna_id', 'bollettino_id', 'dominio', 'iuv', 'ccp', 'importo', 'stato'].map(
  (colonna) => `tentativi.${colonna}`,
);

export function createRepositoryTentativi(db: Knex): RepositoryTentativi {
  const molti = async (query: Knex.QueryBuilder) => (await query.select<Riga[]>(COLONNE)).map(toTentativo);
  return {
    async inserisci(t, posizione, il) {
      await db('tentativi').insert({
        id: t.id,
        consegna_id: t.consegnaId,
        posizione,
        bollettino_id: t.bollettinoId,
        dominio: t.dominio,
        iuv: t.iuv,
        ccp: t.ccp,
        importo: t.importo,
        stato: t.stato,
        creato_il: il,
        aggiornato_il: il,
      });
    },
    async conChiave({ dominio, iuv, ccp }) {
      const [tentativo] = await molti(db('tentativi').where({ dominio, iuv, ccp }));
      return tentativo;
    },
    async trova(ambito, id) {
      const [tentativo] = await molti(within(db, ambito).where('tentativi.id', id));
      return tentativo;
    },
    perId: (ids) => molti(db('tentativi').whereIn('id', ids)),
    dellaConsegna: (consegnaId) => molti(db('tentativi').where({ consegna_id: consegnaId }).orderBy('posizione')),
    delBollettino: (bollettinoId) => molti(db('tentativi').where({ bollettino_id: bollettinoId }).orderBy('creato_il')),
    conIuv: (dominio, iuv) => molti(db('tentativi').where({ dominio, iuv }).orderBy('creato_il')),
    inStato: (ambito, stati) =>
      molti(
        within(db, ambito)
          .whereIn('tentativi.stato', stati)
          .orderBy([
            { column: 'tentativi.aggiornato_il', order: 'desc' },
            { column: 'tentativi.iuv', order: 'desc' },
          ]),
      ),
    cambiaStato: async (id, da, a, il) =>
      (await db('tentativi').where({ id, stato: da }).update({ stato: a, aggiornato_il: il })) === 1,
    async salvaRpt(id, rpt) {
      await db('tentativi').where({ id }).update({ rpt });
    },
    async rpt(id) {
      const riga = await db('tentativi').where({ id }).first<Riga | undefined>('rpt');
      return riga && testoSe(riga, 'rpt');
    },
  };
}

function within(db: Knex, { datoreId, rapportoId }: Ambito): Knex.QueryBuilder {
  const suoi = db('tentativi')
    .join('bollettini', 'bollettini.id', 'tentativi.bollettino_id')
    .where('bollettini.datore_id', datoreId);
  return rapportoId === undefined ? suoi : suoi.where('bollettini.rapporto_id', rapportoId);
}

function toTentativo(riga: Riga): Tentativo {
  return {
    id: testo(riga, 'id'),
    consegnaId: testo(riga, 'consegna_id'),
    bollettinoId: testo(riga, 'bollettino_id'),
    dominio: testo(riga, 'dominio'),
    iuv: testo(riga, 'iuv') as Iuv,
    ccp: testo(riga, 'ccp'),
    importo: importo(riga),
    stato: testo(riga, 'stato') as StatoTentativo,
  };
}
