import type { Knex } from 'knex';
import type { CodiceFiscale } from '../anagrafe/codice-fiscale.ts';
import type { CodiceRapporto } from '../anagrafe/codice-rapporto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { DaStampare } from '../bollettini/avviso.ts';
import type { StatoBollettino } from '../bollettini/bollettino.ts';
import type { CodiceAvviso, Iuv } from '../pagopa/identificativi/codice-avviso.ts';
import type { Trimestre } from '../scadenze/trimestre.ts';
import type { Giorno } from '../valori/giorno.ts';
import { toDatore } from './repository-rapporti.ts';
import { importo, intero, type Riga, siNo, testo, testoSe } from './righe.ts';

/** A notice that a row of a batch asked for. Two equal rows ask for the same bollettino. */
export interface AvvisoDiLotto {
  /** 1, 2, … within the batch, in the order of the file. */
  readonly numero: number;
  readonly riga: number;
  readonly idRiga: string;
  readonly bollettinoId: Id;
  /** Issued for this row; false of one that was there already. */
  readonly emesso: boolean;
  /** What is implausible about the row, in one text. */
  readonly avvertenze: string;
}

/** The same as the manifest tells it: the notice that first asked for this bollettino, which may be itself. */
export interface AvvisoInElenco extends AvvisoDiLotto {
  readonly primo: number;
  readonly primaRiga: number;
}

/** Something wrong with a row of a batch. */
export interface ErroreDiLotto {
  readonly numero: number;
  readonly riga: number;
  readonly idRiga: string;
  readonly colonna: string;
  readonly valore: string;
  readonly errore: string;
}

/** The employer of a notice, for putting notices in order. */
export interface DestinatarioDiLotto {
  readonly numero: number;
  readonly datoreId: Id;
  readonly cognome: string;
  readonly nome: string;
  readonly codiceFiscale: string;
}

/** A bollettino that a batch issued, as far as taking it back goes. */
export interface EmessoDaLotto {
  readonly bollettinoId: Id;
  readonly datoreId: Id;
  readonly versione: number;
  readonly stato: StatoBollettino;
}

/** What the paper and the manifest of a batch need of a bollettino. */
export interface AvvisoDaStampare extends DaStampare {
  readonly integrazione: boolean;
  /** Those whose place it took. */
  readonly sostituisce: readonly Iuv[];
}

/** What a batch of notices has done so far. */
export interface RepositoryLottiAvvisi {
  aggiungi(lottoId: Id, avvisi: readonly AvvisoDiLotto[], errori: readonly ErroreDiLotto[]): Promise<void>;
  /** In the order of the file, `quanti` of them after number `dopo`. */
  avvisi(lottoId: Id, dopo: number, quanti: number): Promise<readonly AvvisoInElenco[]>;
  errori(lottoId: Id, dopo: number, quanti: number): Promise<readonly ErroreDiLotto[]>;
  /** In the order of the file, `quanti` of them after number `dopo`; each bollettino once, at its first number. */
  destinatari(lottoId: Id, dopo: number, quanti: number): Promise<readonly DestinatarioDiLotto[]>;
  /** What these notices need and nothing more, in the order asked; a query or two whatever their number. */
  perStampa(lottoId: Id, numeri: readonly number[]): Promise<readonly AvvisoDaStampare[]>;
  /** Those of its bollettini that it issued itself. */
  emessi(lottoId: Id): Promise<readonly EmessoDaLotto[]>;
  /** Forgets what the batch did; bollettini stay. */
  elimina(lottoId: Id): Promise<void>;
}

/** Rows of one insert: SQLite takes at most 32,766 values in a statement. */
const RIGHE_PER_INSERIMENTO = 500;

export function createRepositoryLottiAvvisi(db: Knex): RepositoryLottiAvvisi {
  const page = (tabella: string, lottoId: Id, dopo: number, quanti: number): Promise<Riga[]> =>
    rows(db(tabella).where({ lotto_id: lottoId }).andWhere('numero', '>', dopo).orderBy('numero').limit(quanti));
  return {
    async aggiungi(lottoId, avvisi, errori) {
      await insertAll(db, 'lotti_avvisi', avvisi, (a) => ({
        lotto_id: lottoId,
        numero: a.numero,
        riga: a.riga,
        id_riga: a.idRiga,
        bollettino_id: a.bollettinoId,
        emesso: a.emesso ? 1 : 0,
        avvertenze: a.avvertenze,
      }));
      await insertAll(db, 'lotti_errori', errori, ({ idRiga, ...e }) => ({ lotto_id: lottoId, id_riga: idRiga, ...e }));
    },
    async avvisi(lottoId, dopo, quanti) {
      const primi = ['numero', 'riga'].map((nome) => same(db).min(`uguali.${nome}`).as(`prima_${nome}`));
      const query = db('lotti_avvisi')
        .where({ lotto_id: lottoId })
        .andWhere('numero', '>', dopo)
        .orderBy('numero')
        .limit(quanti)
        .select('*', ...primi);
      return (await rows(query)).map(toAvviso);
    },
    errori: async (lottoId, dopo, quanti) => (await page('lotti_errori', lottoId, dopo, quanti)).map(toErrore),
    async destinatari(lottoId, dopo, quanti) {
      const query = db('lotti_avvisi')
        .join('bollettini', 'bollettini.id', 'lotti_avvisi.bollettino_id')
        .join('datori', 'datori.id', 'bollettini.datore_id')
        .where({ lotto_id: lottoId })
        .andWhere('lotti_avvisi.numero', '>', dopo)
        .whereNotExists(same(db).whereRaw('uguali.numero < lotti_avvisi.numero').select(db.raw('1')))
        .orderBy('lotti_avvisi.numero')
        .limit(quanti)
        .select('lotti_avvisi.numero', 'datore_id', 'cognome', 'nome', 'codice_fiscale');
      return (await rows(query)).map(toDestinatario);
    },
    perStampa: (lottoId, numeri) => loadForPrint(db, lottoId, numeri),
    async emessi(lottoId) {
      const query = db('bollettini')
        .whereIn('id', db('lotti_avvisi').where({ lotto_id: lottoId, emesso: 1 }).select('bollettino_id'))
        .orderBy('codice_inps')
        .select('id', 'datore_id', 'versione', 'stato');
      return (await rows(query)).map(toEmesso);
    },
    async elimina(lottoId) {
      for (const tabella of ['lotti_avvisi', 'lotti_errori']) await db(tabella).where({ lotto_id: lottoId }).delete();
    },
  };
}

/** The notices of the same batch and bollettino as one of `lotti_avvisi`. */
function same(db: Knex): Knex.QueryBuilder {
  return db('lotti_avvisi as uguali').whereRaw(
    'uguali.lotto_id = lotti_avvisi.lotto_id AND uguali.bollettino_id = lotti_avvisi.bollettino_id',
  );
}

async function loadForPrint(db: Knex, lottoId: Id, numeri: readonly number[]): Promise<AvvisoDaStampare[]> {
  const query = db('lotti_avvisi')
    .join('bollettini', 'bollettini.id', 'lotti_avvisi.bollettino_id')
    .join('rapporti', 'rapporti.id', 'bollettini.rapporto_id')
    .join('lavoratori', 'lavoratori.id', 'rapporti.lavoratore_id')
    .join('datori', 'datori.id', 'bollettini.datore_id')
    .where({ lotto_id: lottoId })
    .whereIn('numero', numeri)
    .select('datori.*', ...COLONNE_BOLLETTINO.map((nome) => `bollettini.${nome}`), {
      numero: 'lotti_avvisi.numero',
      bollettino_id: 'bollettini.id',
      rapporto: 'rapporti.codice',
      lavoratore_id: 'lavoratori.id',
      lavoratore_cf: 'lavoratori.codice_fiscale',
      lavoratore_cognome: 'lavoratori.cognome',
      lavoratore_nome: 'lavoratori.nome',
    });
  const righe = await rows(query);
  const sostituiti = await replacedBy(
    db,
    righe.map((riga) => testo(riga, 'bollettino_id')),
  );
  const trovati = new Map(
    righe.map((riga) => {
      const sostituisce = sostituiti.get(testo(riga, 'bollettino_id')) ?? [];
      return [
        intero(riga, 'numero'),
        { ...toDaStampare(riga), integrazione: riga['integrazione'] !== null, sostituisce },
      ];
    }),
  );
  return numeri.map((numero) => {
    const trovato = trovati.get(numero);
    if (trovato === undefined) throw new Error(`notice ${numero} of batch ${lottoId} is not there`);
    return trovato;
  });
}

async function replacedBy(db: Knex, ids: readonly Id[]): Promise<ReadonlyMap<Id, readonly Iuv[]>> {
  const query = db('sostituzioni')
    .join('bollettini', 'bollettini.id', 'sostituzioni.vecchio_id')
    .whereIn('nuovo_id', ids)
    .orderBy('iuv')
    .select('nuovo_id', 'iuv');
  const trovati = new Map<Id, Iuv[]>();
  for (const riga of await rows(query)) {
    const id = testo(riga, 'nuovo_id');
    trovati.set(id, [...(trovati.get(id) ?? []), testo(riga, 'iuv') as Iuv]);
  }
  return trovati;
}

const COLONNE_BOLLETTINO = [
  'trimestre_anno',
  'trimestre_numero',
  'iuv',
  'codice_avviso',
  'importo',
  'scadenza',
  'stato',
  'integrazione',
  'interrotta_il',
] as const;

function toDaStampare(riga: Riga): DaStampare {
  const interrottaIl = testoSe(riga, 'interrotta_il') as Giorno | undefined;
  return {
    bollettino: {
      id: testo(riga, 'bollettino_id'),
      trimestre: {
        anno: intero(riga, 'trimestre_anno'),
        numero: intero(riga, 'trimestre_numero') as Trimestre['numero'],
      },
      iuv: testo(riga, 'iuv') as Iuv,
      codiceAvviso: testo(riga, 'codice_avviso') as CodiceAvviso,
      importo: importo(riga),
      scadenza: testo(riga, 'scadenza') as Giorno,
      stato: testo(riga, 'stato') as StatoBollettino,
      ...(interrottaIl !== undefined && { interrottaIl }),
    },
    rapporto: {
      codice: testo(riga, 'rapporto') as CodiceRapporto,
      lavoratore: {
        id: testo(riga, 'lavoratore_id'),
        codiceFiscale: testo(riga, 'lavoratore_cf') as CodiceFiscale,
        cognome: testo(riga, 'lavoratore_cognome'),
        nome: testo(riga, 'lavoratore_nome'),
      },
    },
    datore: toDatore(riga),
  };
}

async function rows(query: Knex.QueryBuilder): Promise<Riga[]> {
  return (await query) as Riga[];
}

async function insertAll<T>(
  db: Knex,
  tabella: string,
  righe: readonly T[],
  toRow: (riga: T) => Record<string, string | number>,
): Promise<void> {
  for (let da = 0; da < righe.length; da += RIGHE_PER_INSERIMENTO) {
    await db(tabella).insert(righe.slice(da, da + RIGHE_PER_INSERIMENTO).map(toRow));
  }
}

function toAvviso(riga: Riga): AvvisoInElenco {
  return {
    numero: intero(riga, 'numero'),
    primo: intero(riga, 'prima_numero'),
    primaRiga: intero(riga, 'prima_riga'),
    riga: intero(riga, 'riga'),
    idRiga: testo(riga, 'id_riga'),
    bollettinoId: testo(riga, 'bollettino_id'),
    emesso: siNo(riga, 'emesso'),
    avvertenze: testo(riga, 'avvertenze'),
  };
}

function toEmesso(riga: Riga): EmessoDaLotto {
  return {
    bollettinoId: testo(riga, 'id'),
    datoreId: testo(riga, 'datore_id'),
    versione: intero(riga, 'versione'),
    stato: testo(riga, 'stato') as StatoBollettino,
  };
}

function toErrore(riga: Riga): ErroreDiLotto {
  return {
    numero: intero(riga, 'numero'),
    riga: intero(riga, 'riga'),
    idRiga: testo(riga, 'id_riga'),
    colonna: testo(riga, 'colonna'),
    valore: testo(riga, 'valore'),
    errore: testo(riga, 'errore'),
  };
}

function toDestinatario(riga: Riga): DestinatarioDiLotto {
  return {
    numero: intero(riga, 'numero'),
    datoreId: testo(riga, 'datore_id'),
    cognome: testo(riga, 'cognome'),
    nome: testo(riga, 'nome'),
    codiceFiscale: testo(riga, 'codice_fiscale'),
  };
}
