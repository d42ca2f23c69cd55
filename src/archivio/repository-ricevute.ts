import type { Knex } from 'knex';
import type { Incasso, RepositoryRicevute, RicevutaConservata } from '../pagamenti/porte.ts';
import type { Ricevuta } from '../pagamenti/servizio-pagamenti.ts';
import type { Iuv } from '../pagopa/identificativi/codice-avviso.ts';
import { importo, intero, type Riga, siNo, testo } from './righe.ts';

/** Receipts and the money they tell of; both tables only grow. */
export function createRepositoryRicevute(db: Knex): RepositoryRicevute {
  const molte = async (query: Knex.QueryBuilder) => ((await query) as Riga[]).map(toRicevuta);
  return {
    async inserisci(r) {
      await db('ricevute').insert({
        id: r.id,
        tentativo_id: r.tentativoId,
        id_messaggio: r.idMessaggio,
        impronta: r.impronta,
        esito: r.esito,
        coerente: Number(r.coerente),
        importo: r.importo,
        dati: JSON.stringify(r.dati),
        xml: r.xml,
        ricevuta_il: r.ricevutaIl,
      });
    },
    delTentativo: (tentativoId) => molte(db('ricevute').where({ tentativo_id: tentativoId }).orderBy('ricevuta_il')),
    delBollettino: (bollettinoId) =>
      molte(
        db('ricevute')
          .join('tentativi', 'tentativi.id', 'ricevute.tentativo_id')
          .where('tentativi.bollettino_id', bollettinoId)
          .orderBy('ricevute.ricevuta_il')
          .select('ricevute.*'),
      ),
    positive: (tentativoIds) =>
      molte(
        db('ricevute').whereIn('tentativo_id', tentativoIds).where({ esito: '0', coerente: 1 }).orderBy('ricevuta_il'),
      ),
    async registraIncasso(i) {
      const scritti = await db('incassi')
        .insert({
          id: i.id,
          tentativo_id: i.tentativoId,
          bollettino_id: i.bollettinoId,
          dominio: i.dominio,
          iuv: i.iuv,
          iur: i.iur,
          indice: i.indice,
          importo: i.importo,
          data_esito: i.dataEsito,
          natura: i.natura,
          registrato_il: i.registratoIl,
        })
        .onConflict()
        .ignore()
        .returning<Riga[]>('id');
      return scritti.length === 1;
    },
    incassiDelBollettino: async (bollettinoId) =>
      ((await db('incassi').where({ bollettino_id: bollettinoId }).orderBy('registrato_il')) as Riga[]).map(toIncasso),
  };
}

function toRicevuta(riga: Riga): RicevutaConservata {
  return {
    id: testo(riga, 'id'),
    tentativoId: testo(riga, 'tentativo_id'),
    idMessaggio: testo(riga, 'id_messaggio'),
    impronta: testo(riga, 'impronta'),
    esito: testo(riga, 'esito'),
    coerente: siNo(riga, 'coerente'),
    importo: importo(riga),
    dati: JSON.parse(testo(riga, 'dati')) as Ricevuta,
    xml: testo(riga, 'xml'),
    ricevutaIl: testo(riga, 'ricevuta_il'),
  };
}

function toIncasso(riga: Riga): Incasso {
  return {
    id: testo(riga, 'id'),
    tentativoId: testo(riga, 'tentativo_id'),
    bollettinoId: testo(riga, 'bollettino_id'),
    dominio: testo(riga, 'dominio'),
    iuv: testo(riga, 'iuv') as Iuv,
    iur: testo(riga, 'iur'),
    indice: intero(riga, 'indice'),
    importo: importo(riga),
    dataEsito: testo(riga, 'data_esito'),
    natura: testo(riga, 'natura') as Incasso['natura'],
    registratoIl: testo(riga, 'registrato_il'),
  };
}
