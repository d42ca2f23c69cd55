import type { Knex } from 'knex';
import type { Ambito } from '../accesso/ambito.ts';
import type { Bollettino, StatoBollettino } from '../bollettini/bollettino.ts';
import type { CalcoloPersistito, DatiPersistiti } from '../bollettini/calcolo-persistito.ts';
import type { CodiceInps } from '../bollettini/codice-inps.ts';
import type { CambioBollettino, RepositoryBollettini } from '../bollettini/porte.ts';
import type { GruppoSettimane } from '../contributi/calcolo.ts';
import type { CodiceAvviso, Iuv } from '../pagopa/identificativi/codice-avviso.ts';
import type { Trimestre } from '../scadenze/trimestre.ts';
import type { Giorno } from '../valori/giorno.ts';
import { importo, intero, type Riga, testo } from './righe.ts';

/** The columns of the index `bollettini_vivi`. */
const CHIAVE_VIVA = `(rapporto_id, trimestre_anno, trimestre_numero, gruppo) WHERE stato IN ('nel-carrello', 'in-pagamento')`;

export function createRepositoryBollettini(db: Knex): RepositoryBollettini {
  const trova = async (condizione: (query: Knex.QueryBuilder) => Knex.QueryBuilder) => {
    const riga = (await condizione(db('bollettini')).first()) as Riga | undefined;
    return riga && toBollettino(riga);
  };
  return {
    inserisci: (bollettino) => insert(db, bollettino),
    trova: (ambito, id) => trova((query) => within(query, ambito).where({ id })),
    conCodiceAvviso: (codiceAvviso) => trova((query) => query.where({ codice_avviso: codiceAvviso })),
    perId: async (ids) => ((await db('bollettini').whereIn('id', ids)) as Riga[]).map(toBollettino),
    inStato: async (ambito, stato) =>
      ((await within(db('bollettini').where({ stato }), ambito).orderBy(['scadenza', 'codice_inps'])) as Riga[]).map(
        toBollettino,
      ),
    esistePagato: async (rapportoId, trimestre, gruppo) =>
      (await db('bollettini')
        .where({ rapporto_id: rapportoId, ...toColonne(trimestre), gruppo, stato: 'pagato' })
        .first('id')) !== undefined,
    cambia: (ambito, id, versione, cambio, il) => change(db, { ambito, id, versione, cambio, il }),
    sposta: async (ambito, id, versione, da, a, il) =>
      (await within(db('bollettini').where({ id, versione, stato: da }), ambito).update({
        stato: a,
        versione: versione + 1,
        aggiornato_il: il,
      })) === 1,
    segna: async (id, da, a, il) =>
      (await db('bollettini')
        .where({ id })
        .whereIn('stato', da)
        .update({ stato: a, versione: db.raw('versione + 1'), aggiornato_il: il })) === 1,
  };
}

async function insert(db: Knex, bollettino: Bollettino): Promise<boolean> {
  const inseriti = await db('bollettini')
    .insert(toRiga(bollettino))
    .onConflict(db.raw(CHIAVE_VIVA) as unknown as string)
    .ignore()
    .returning<Riga[]>('id');
  return inseriti.length === 1;
}

/** The change and the search for who holds the new key are one statement, so that nothing comes between them. */
async function change(
  db: Knex,
  di: { ambito: Ambito; id: string; versione: number; cambio: CambioBollettino; il: string },
): Promise<'fatto' | 'non-piu-quello' | 'occupato'> {
  const { ambito, id, versione, cambio, il } = di;
  const quello = () => within(db('bollettini').where({ id, versione, stato: 'nel-carrello' }), ambito);
  const riga = await quello().first<Riga | undefined>('rapporto_id', 'trimestre_anno', 'trimestre_numero');
  if (riga === undefined) return 'non-piu-quello';
  const altroVivo = db('bollettini as altri')
    .where({ ...riga, gruppo: cambio.gruppo })
    .whereIn('stato', ['nel-carrello', 'in-pagamento'])
    .whereNot('altri.id', id)
    .select('altri.id');
  const cambiati = await quello()
    .whereNotExists(altroVivo)
    .update({
      gruppo: cambio.gruppo,
      importo: cambio.importo,
      scadenza: cambio.scadenza,
      dati: JSON.stringify(cambio.dati),
      calcolo: JSON.stringify(cambio.calcolo),
      versione: versione + 1,
      aggiornato_il: il,
    });
  if (cambiati === 1) return 'fatto';
  return (await quello().first('id')) === undefined ? 'non-piu-quello' : 'occupato';
}

function within(query: Knex.QueryBuilder, { datoreId, rapportoId }: Ambito): Knex.QueryBuilder {
  const delDatore = query.where('datore_id', datoreId);
  return rapportoId === undefined ? delDatore : delDatore.where('rapporto_id', rapportoId);
}

function toColonne(trimestre: Trimestre): { trimestre_anno: number; trimestre_numero: number } {
  return { trimestre_anno: trimestre.anno, trimestre_numero: trimestre.numero };
}

export function toRiga(b: Bollettino): Record<string, string | number> {
  return {
    id: b.id,
    rapporto_id: b.rapportoId,
    datore_id: b.datoreId,
    ...toColonne(b.trimestre),
    gruppo: b.gruppo,
    codice_inps: b.codiceInps,
    iuv: b.iuv,
    codice_avviso: b.codiceAvviso,
    importo: b.importo,
    scadenza: b.scadenza,
    stato: b.stato,
    versione: b.versione,
    dati: JSON.stringify(b.dati),
    calcolo: JSON.stringify(b.calcolo),
    creato_il: b.creatoIl,
    aggiornato_il: b.aggiornatoIl,
  };
}

export function toBollettino(riga: Riga): Bollettino {
  return {
    id: testo(riga, 'id'),
    rapportoId: testo(riga, 'rapporto_id'),
    datoreId: testo(riga, 'datore_id'),
    trimestre: {
      anno: intero(riga, 'trimestre_anno'),
      numero: intero(riga, 'trimestre_numero') as Trimestre['numero'],
    },
    gruppo: testo(riga, 'gruppo') as GruppoSettimane,
    codiceInps: testo(riga, 'codice_inps') as CodiceInps,
    iuv: testo(riga, 'iuv') as Iuv,
    codiceAvviso: testo(riga, 'codice_avviso') as CodiceAvviso,
    importo: importo(riga),
    scadenza: testo(riga, 'scadenza') as Giorno,
    stato: testo(riga, 'stato') as StatoBollettino,
    versione: intero(riga, 'versione'),
    dati: JSON.parse(testo(riga, 'dati')) as DatiPersistiti,
    calcolo: JSON.parse(testo(riga, 'calcolo')) as CalcoloPersistito,
    creatoIl: testo(riga, 'creato_il'),
    aggiornatoIl: testo(riga, 'aggiornato_il'),
  };
}
