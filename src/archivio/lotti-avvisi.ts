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

/** Something wrong with a row of a batch. */
export interface ErroreDiLotto {
  readonly numero: number;
  readonly riga: number;
  readonly idRiga: string;
  readonly colonna: string;
  readonly valore: string;
  readonly errore: string;
}

/** An employer among those of a batch, for putting notices in order. */
export interface DestinatarioDiLotto {
  readonly numero: number;
  readonly bollettinoId: Id;
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
  avvisi(lottoId: Id, dopo: number, quanti: number): Promise<readonly AvvisoDiLotto[]>;
  errori(lottoId: Id, dopo: number, quanti: number): Promise<readonly ErroreDiLotto[]>;
  /** All of them, in the order of the file: a few texts a notice. */
  destinatari(lottoId: Id): Promise<readonly DestinatarioDiLotto[]>;
  /** What the notices of these bollettini need and nothing more, in the order asked; a query or two whatever their number. */
  perStampa(bollettiniIds: readonly Id[]): Promise<readonly AvvisoDaStampare[]>;
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
    avvisi: async (lottoId, dopo, quanti) => (await page('lotti_avvisi', lottoId, dopo, quanti)).map(toAvviso),
    errori: async (lottoId, dopo, quanti) => (await page('lotti_errori', lottoId, dopo, quanti)).map(toErrore),
    async destinatari(lottoId) {
      const query = db('lotti_avvisi')
        .join('bollettini', 'bollettini.id', 'lotti_avvisi.bollettino_id')
        .join('datori', 'datori.id', 'bollettini.datore_id')
        .where({ lotto_id: lottoId })
        .orderBy('numero')
        .select('numero', 'bollettino_id', 'datore_id', 'cognome', 'nome', 'codice_fiscale');
      return (await rows(query)).map(toDestinatario);
    },
    perStampa: (ids) => loadForPrint(db, ids),
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

async function loadForPrint(db: Knex, ids: readonly Id[]): Promise<AvvisoDaStampare[]> {
  const query = db('bollettini')
    .join('rapporti', 'rapporti.id', 'bollettini.rapporto_id')
    .join('lavoratori', 'lavoratori.id', 'rapporti.lavoratore_id')
    .join('datori', 'datori.id', 'bollettini.datore_id')
    .whereIn('bollettini.id', ids)
    .select('datori.*', ...COLONNE_BOLLETTINO.map((nome) => `bollettini.${nome}`), {
      bollettino_id: 'bollettini.id',
      rapporto: 'rapporti.codice',
      lavoratore_id: 'lavoratori.id',
      lavoratore_cf: 'lavoratori.codice_fiscale',
      lavoratore_cognome: 'lavoratori.cognome',
      lavoratore_nome: 'lavoratori.nome',
    });
  const sostituiti = await replacedBy(db, ids);
  const trovati = new Map(
    (await rows(query)).map((riga) => {
      const id = testo(riga, 'bollettino_id');
      return [
        id,
        { ...toDaStampare(riga), integrazione: riga['integrazione'] !== null, sostituisce: sostituiti.get(id) ?? [] },
      ];
    }),
  );
  return ids.map((id) => {
    const trovato = trovati.get(id);
    if (trovato === undefined) throw new Error(`bollettino ${id} of a batch is not there`);
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

function toAvviso(riga: Riga): AvvisoDiLotto {
  return {
    numero: intero(riga, 'numero'),
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
    bollettinoId: testo(riga, 'bollettino_id'),
    datoreId: testo(riga, 'datore_id'),
    cognome: testo(riga, 'cognome'),
    nome: testo(riga, 'nome'),
    codiceFiscale: testo(riga, 'codice_fiscale'),
  };
}
