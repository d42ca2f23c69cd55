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
import { delAmbito, nellAmbito } from './ambito.ts';
import type { Connessione } from './connessione.ts';
import { type Chiamata, insertOf, istruzione, istruzioneConElenco } from './istruzione.ts';
import { importo, intero, type Riga, testo } from './righe.ts';

/** The columns of the index `bollettini_vivi`. */
const CHIAVE_VIVA = `(rapporto_id, trimestre_anno, trimestre_numero, gruppo) WHERE stato IN ('nel-carrello', 'in-pagamento')`;

const INSERISCI = istruzione<(typeof COLONNE)[number]>((q, v) =>
  insertOf(q, 'bollettini', COLONNE, v)
    .onConflict(q.raw(CHIAVE_VIVA) as unknown as string)
    .ignore(),
);
const TROVA = istruzione<'id' | 'datoreId' | 'rapportoId'>((q, v) =>
  nellAmbito(q('bollettini').where({ id: v('id') }), v),
);
const CON_CODICE_AVVISO = istruzione<'codiceAvviso'>((q, v) =>
  q('bollettini').where({ codice_avviso: v('codiceAvviso') }),
);
const PER_ID = istruzioneConElenco((q, ids) => q('bollettini').whereIn('id', ids));
const IN_STATO = istruzione<'stato' | 'datoreId' | 'rapportoId'>((q, v) =>
  nellAmbito(q('bollettini').where({ stato: v('stato') }), v).orderBy(['scadenza', 'codice_inps']),
);
const PAGATO = istruzione<'rapportoId' | 'anno' | 'numero' | 'gruppo'>((q, v) =>
  q('bollettini')
    .where({ rapporto_id: v('rapportoId'), trimestre_anno: v('anno'), trimestre_numero: v('numero') })
    .where({ gruppo: v('gruppo'), stato: 'pagato' })
    .select('id'),
);
const SPOSTA = istruzione<'id' | 'versione' | 'da' | 'a' | 'il' | 'datoreId' | 'rapportoId'>((q, v) =>
  nellAmbito(q('bollettini').where({ id: v('id'), versione: v('versione'), stato: v('da') }), v).update({
    stato: v('a'),
    versione: q.raw('versione + 1'),
    aggiornato_il: v('il'),
  }),
);
const SEGNA = istruzioneConElenco<'id' | 'a' | 'il'>((q, da, v) =>
  q('bollettini')
    .where({ id: v('id') })
    .whereIn('stato', da)
    .update({ stato: v('a'), versione: q.raw('versione + 1'), aggiornato_il: v('il') }),
);

export function createRepositoryBollettini(db: Connessione): RepositoryBollettini {
  const molti = async (chiamata: Chiamata) => (await db.righe(chiamata)).map(toBollettino);
  const uno = async (chiamata: Chiamata) => (await molti(chiamata))[0];
  const fatto = async (chiamata: Chiamata) => (await db.scritte(chiamata)) === 1;
  return {
    inserisci: (bollettino) => fatto(INSERISCI(toRiga(bollettino))),
    trova: (ambito, id) => uno(TROVA({ id, ...delAmbito(ambito) })),
    conCodiceAvviso: (codiceAvviso) => uno(CON_CODICE_AVVISO({ codiceAvviso })),
    perId: (ids) => molti(PER_ID(ids, {})),
    inStato: (ambito, stato) => molti(IN_STATO({ stato, ...delAmbito(ambito) })),
    esistePagato: async (rapportoId, { anno, numero }, gruppo) =>
      (await db.righe(PAGATO({ rapportoId, anno, numero, gruppo }))).length > 0,
    cambia: (ambito, id, versione, cambio, il) => change(db.knex, { ambito, id, versione, cambio, il }),
    sposta: (ambito, id, versione, da, a, il) => fatto(SPOSTA({ id, versione, da, a, il, ...delAmbito(ambito) })),
    segna: (id, da, a, il) => fatto(SEGNA(da, { id, a, il })),
  };
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

const COLONNE = [
  'id',
  'rapporto_id',
  'datore_id',
  'trimestre_anno',
  'trimestre_numero',
  'gruppo',
  'codice_inps',
  'iuv',
  'codice_avviso',
  'importo',
  'scadenza',
  'stato',
  'versione',
  'dati',
  'calcolo',
  'creato_il',
  'aggiornato_il',
] as const;

export function toRiga(b: Bollettino): Record<(typeof COLONNE)[number], string | number> {
  return {
    id: b.id,
    rapporto_id: b.rapportoId,
    datore_id: b.datoreId,
    trimestre_anno: b.trimestre.anno,
    trimestre_numero: b.trimestre.numero,
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
