import type { Knex } from 'knex';
import type { RepositoryFlussi } from '../pagamenti/porte.ts';
import type { FlussoConservato, IncassoRendicontabile, RigaRendicontata } from '../pagamenti/rendicontazione.ts';
import type { FlussoRiversamento } from '../pagopa/flussi/flusso-riversamento.ts';
import type { Giorno } from '../valori/giorno.ts';
import { importo, intero, type Riga, testo } from './righe.ts';

/** Rows of a flow written with one statement: below the databases' limits on parameters. */
const PER_VOLTA = 200;

export function createRepositoryFlussi(db: Knex): RepositoryFlussi {
  return {
    esiste: async (id, dataOra) =>
      (await db('flussi').where({ id, data_ora: dataOra }).first<Riga | undefined>('id')) !== undefined,
    inserisci: (flusso, xml, il) => insert(db, flusso, xml, il),
    async elenco() {
      const righe = await db('flussi')
        .leftJoin('righe_flusso', (join) => {
          void join.on('righe_flusso.flusso_id', 'flussi.id').andOn('righe_flusso.flusso_data_ora', 'flussi.data_ora');
        })
        .groupBy('flussi.id', 'flussi.data_ora')
        .orderBy(['flussi.data_ora', 'flussi.id'])
        .select('flussi.id', 'flussi.data_ora', 'psp', 'regolamento', 'data_regolamento', 'totale')
        .count<Riga[]>({ righe: 'righe_flusso.posto' });
      return righe.map(toFlusso);
    },
    async righe() {
      const ultime = db('flussi').groupBy('id').select('id').max('data_ora as ultima').as('ultime');
      const righe = await db('righe_flusso')
        .join(ultime, (join) => {
          void join.on('righe_flusso.flusso_id', 'ultime.id').andOn('righe_flusso.flusso_data_ora', 'ultime.ultima');
        })
        .orderBy(['flusso_data_ora', 'flusso_id', 'posto'])
        .select<Riga[]>('righe_flusso.*');
      return righe.map(toRiga);
    },
    incassi: async () => ((await db('incassi').orderBy('registrato_il')) as Riga[]).map(toIncasso),
  };
}

async function insert(db: Knex, flusso: FlussoRiversamento, xml: string, il: string): Promise<boolean> {
  const scritti = await db('flussi')
    .insert({
      id: flusso.id,
      data_ora: flusso.dataOra,
      psp: flusso.mittente.codice,
      regolamento: flusso.regolamento,
      data_regolamento: flusso.dataRegolamento,
      totale: flusso.totale,
      xml,
      ricevuto_il: il,
    })
    .onConflict(['id', 'data_ora'])
    .ignore()
    .returning<Riga[]>('id');
  if (scritti.length === 0) return false;
  const righe = flusso.righe.map((riga, i) => ({
    flusso_id: flusso.id,
    flusso_data_ora: flusso.dataOra,
    posto: i + 1,
    iuv: riga.iuv,
    iur: riga.iur,
    indice: riga.indice ?? 1,
    importo: riga.importo,
    codice: riga.codice,
    data_esito: riga.dataEsito,
  }));
  for (let da = 0; da < righe.length; da += PER_VOLTA) await db('righe_flusso').insert(righe.slice(da, da + PER_VOLTA));
  return true;
}

function toFlusso(riga: Riga): FlussoConservato {
  return {
    id: testo(riga, 'id'),
    dataOra: testo(riga, 'data_ora'),
    psp: testo(riga, 'psp'),
    regolamento: testo(riga, 'regolamento'),
    dataRegolamento: testo(riga, 'data_regolamento'),
    totale: importo(riga, 'totale'),
    righe: intero(riga, 'righe'),
  };
}

function toRiga(riga: Riga): RigaRendicontata {
  return {
    flusso: testo(riga, 'flusso_id'),
    iuv: testo(riga, 'iuv'),
    iur: testo(riga, 'iur'),
    indice: intero(riga, 'indice'),
    importo: importo(riga),
    codice: testo(riga, 'codice') as RigaRendicontata['codice'],
    dataEsito: testo(riga, 'data_esito') as Giorno,
  };
}

function toIncasso(riga: Riga): IncassoRendicontabile {
  return {
    id: testo(riga, 'id'),
    iuv: testo(riga, 'iuv'),
    iur: testo(riga, 'iur'),
    importo: importo(riga),
    dataEsito: testo(riga, 'data_esito') as Giorno,
    natura: testo(riga, 'natura') as IncassoRendicontabile['natura'],
  };
}
