import type { Knex } from 'knex';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Allegato, AvvisoInps, FormatoAllegato, RepositoryFamiglia } from '../famiglia/porte.ts';
import type { CodiceAvviso } from '../pagopa/identificativi/codice-avviso.ts';
import type { Giorno } from '../valori/giorno.ts';
import { importo, intero, type Riga, testo } from './righe.ts';

/** Everything of an attached file but its content. */
const COLONNE_ALLEGATO = ['id', 'bollettino_id', 'cosa', 'formato', 'aggiunto_il'] as const;

export function createRepositoryFamiglia(db: Knex): RepositoryFamiglia {
  const deiBollettini = async (tabella: string, ids: readonly Id[]) =>
    (await db(tabella).whereIn('bollettino_id', ids)) as Riga[];
  return {
    async chiave() {
      const riga = (await db('famiglia').where({ id: 1 }).first()) as Riga | undefined;
      if (riga === undefined) return undefined;
      const { sale, impronta } = { sale: testo(riga, 'sale'), impronta: testo(riga, 'impronta') };
      return { datoreId: testo(riga, 'datore_id'), sale, impronta, costo: intero(riga, 'costo') };
    },
    async scriviChiave({ datoreId, ...impronta }, il) {
      const riga = { id: 1, datore_id: datoreId, ...impronta, cambiata_il: il };
      await db('famiglia').insert(riga).onConflict('id').merge();
    },
    avvisi: async (ids) => (await deiBollettini('avvisi_inps', ids)).map(toAvviso),
    async conCodiceAvviso(codiceAvviso) {
      const riga = (await db('avvisi_inps').where({ codice_avviso: codiceAvviso }).first()) as Riga | undefined;
      return riga && toAvviso(riga);
    },
    async scriviAvviso(avviso, il) {
      await db('avvisi_inps')
        .insert({
          bollettino_id: avviso.bollettinoId,
          codice_avviso: avviso.codiceAvviso,
          codice_fiscale_ente: avviso.codiceFiscaleEnte,
          importo: avviso.importo,
          avvertenze: JSON.stringify(avviso.avvertenze),
          letto_il: il,
        })
        .onConflict('bollettino_id')
        .merge();
    },
    pagamenti: async (ids) =>
      (await deiBollettini('pagamenti_dichiarati', ids)).map((riga) => ({
        bollettinoId: testo(riga, 'bollettino_id'),
        pagatoIl: testo(riga, 'pagato_il') as Giorno,
        importo: importo(riga),
      })),
    async scriviPagamento({ bollettinoId, pagatoIl, importo: pagato }, il) {
      const riga = { bollettino_id: bollettinoId, pagato_il: pagatoIl, importo: pagato, dichiarato_il: il };
      await db('pagamenti_dichiarati').insert(riga);
    },
    async togliPagamento(bollettinoId) {
      await db('pagamenti_dichiarati').where({ bollettino_id: bollettinoId }).delete();
    },
    async allegati(ids) {
      const righe = await db('allegati')
        .whereIn('bollettino_id', ids)
        .orderBy(['aggiunto_il', 'id'])
        .select<Riga[]>(COLONNE_ALLEGATO);
      return righe.map(toAllegato);
    },
    async contenuto(bollettinoId, id) {
      const riga = (await db('allegati').where({ bollettino_id: bollettinoId, id }).first()) as Riga | undefined;
      return riga && { allegato: toAllegato(riga), byte: riga['contenuto'] as Buffer };
    },
    async aggiungi({ id, bollettinoId, cosa, formato, aggiuntoIl }, contenuto) {
      const riga = { id, bollettino_id: bollettinoId, cosa, formato, contenuto, aggiunto_il: aggiuntoIl };
      await db('allegati').insert(riga);
    },
  };
}

function toAvviso(riga: Riga): AvvisoInps {
  return {
    bollettinoId: testo(riga, 'bollettino_id'),
    codiceAvviso: testo(riga, 'codice_avviso') as CodiceAvviso,
    codiceFiscaleEnte: testo(riga, 'codice_fiscale_ente'),
    importo: importo(riga),
    avvertenze: JSON.parse(testo(riga, 'avvertenze')) as string[],
  };
}

function toAllegato(riga: Riga): Allegato {
  return {
    id: testo(riga, 'id'),
    bollettinoId: testo(riga, 'bollettino_id'),
    cosa: testo(riga, 'cosa') as Allegato['cosa'],
    formato: testo(riga, 'formato') as FormatoAllegato,
    aggiuntoIl: testo(riga, 'aggiunto_il'),
  };
}
