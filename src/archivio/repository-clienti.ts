import type { Knex } from 'knex';
import type { CodiceRapporto } from '../anagrafe/codice-rapporto.ts';
import type { Datore, Id, RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { StatoBollettino } from '../bollettini/bollettino.ts';
import type { CodiceAvviso } from '../pagopa/identificativi/codice-avviso.ts';
import type { Trimestre } from '../scadenze/trimestre.ts';
import type { Centesimi } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';
import { loadRapporti, toDatore } from './repository-rapporti.ts';
import { importo, intero, type Riga, testo, testoSe } from './righe.ts';
import type { Fetta } from '../valori/fetta.ts';

/** A rapporto that an office follows, with its employer: the office's client. */
export interface Cliente {
  readonly rapporto: RapportoDiLavoro;
  readonly datore: Datore;
}

/** A bollettino as far as following it goes. */
export interface BollettinoSeguito {
  readonly rapportoId: Id;
  readonly trimestre: Trimestre;
  readonly codiceAvviso: CodiceAvviso;
  readonly importo: Centesimi;
  readonly scadenza: Giorno;
  readonly stato: Exclude<StatoBollettino, 'eliminato'>;
  /** The day the PSP says it was paid. */
  readonly pagatoIl?: Giorno;
}

/** The list of an owner, or the rapporti of a batch of notices. */
export type QualiClienti = { readonly proprietario: string } | { readonly lottoId: Id };

/** The lists of clients, each of an owner who alone sees it. */
export interface RepositoryClienti {
  /** How many were not in the list yet. */
  aggiungi(proprietario: string, rapporti: readonly Id[], il: string): Promise<number>;
  /** False when it was not in the list. */
  togli(proprietario: string, rapportoId: Id): Promise<boolean>;
  /**
   * By surname and name of the employer, then by codice rapporto.
   * @param datori only theirs
   */
  elenco(quali: QualiClienti, datori?: readonly Id[]): Promise<readonly Cliente[]>;
  /** By codice rapporto, the key of the piece. */
  fetta(proprietario: string, fetta: Fetta): Promise<readonly Cliente[]>;
  /** One of them, by its id or its code. */
  trova(proprietario: string, rapporto: Id | CodiceRapporto): Promise<Cliente | undefined>;
  /** Whose employers, by codice fiscale, the key of the piece. */
  datori(quali: QualiClienti, fetta: Fetta): Promise<readonly Datore[]>;
  /** The quarter of most of its notices. */
  trimestreDelLotto(lottoId: Id): Promise<Trimestre | undefined>;
  /** Alive or paid ones of these rapporti and quarters, by due date. */
  bollettini(rapporti: readonly Id[], trimestri: readonly Trimestre[]): Promise<readonly BollettinoSeguito[]>;
}

/** Values of one statement: both databases take more. */
const PER_VOLTA = 500;

const italiano = new Intl.Collator('it', { sensitivity: 'base' });

export function createRepositoryClienti(db: Knex): RepositoryClienti {
  const load = async (quali: Knex.QueryBuilder): Promise<readonly Cliente[]> => {
    const rapporti = await loadRapporti(db, (query) => query.whereIn('rapporti.id', quali));
    const loro = db('rapporti').whereIn('id', quali.clone()).select('datore_id');
    const datori = new Map(
      (await db('datori').whereIn('id', loro).select<Riga[]>('*')).map((riga) => [testo(riga, 'id'), toDatore(riga)]),
    );
    return rapporti
      .flatMap((rapporto) => {
        const datore = datori.get(rapporto.datoreId);
        return datore === undefined ? [] : [{ rapporto, datore }];
      })
      .sort((a, b) => compare(a, b));
  };
  const ids = (quali: QualiClienti): Knex.QueryBuilder =>
    'proprietario' in quali
      ? db('clienti').where({ proprietario: quali.proprietario }).select('rapporto_id')
      : db('bollettini')
          .whereIn('id', db('lotti_avvisi').where({ lotto_id: quali.lottoId }).select('bollettino_id'))
          .select('rapporto_id');
  return {
    async aggiungi(proprietario, rapporti, il) {
      let nuovi = 0;
      for (const rapportoId of new Set(rapporti)) {
        const scritte = await db('clienti')
          .insert({ proprietario, rapporto_id: rapportoId, dal: il })
          .onConflict(['proprietario', 'rapporto_id'])
          .ignore()
          .returning<Riga[]>('rapporto_id');
        nuovi += scritte.length;
      }
      return nuovi;
    },
    togli: async (proprietario, rapportoId) =>
      (await db('clienti').where({ proprietario, rapporto_id: rapportoId }).delete()) === 1,
    elenco: (quali, datori) =>
      load(
        datori === undefined
          ? ids(quali)
          : db('rapporti').whereIn('datore_id', datori).whereIn('id', ids(quali)).select('id'),
      ),
    async fetta(proprietario, { dopo, quanti }) {
      const suoi = db('clienti')
        .join('rapporti', 'rapporti.id', 'clienti.rapporto_id')
        .where({ proprietario })
        .andWhere('codice', '>', dopo ?? '')
        .orderBy('codice')
        .limit(quanti)
        .select<Riga[]>('rapporto_id');
      const ids = (await suoi).map((riga) => testo(riga, 'rapporto_id'));
      const trovati = await load(db('rapporti').whereIn('id', ids).select('id'));
      return trovati.toSorted((a, b) => (a.rapporto.codice < b.rapporto.codice ? -1 : 1));
    },
    async trova(proprietario, rapporto) {
      const suoi = db('clienti')
        .join('rapporti', 'rapporti.id', 'clienti.rapporto_id')
        .where({ proprietario })
        .andWhere((quale) => void quale.where('rapporti.id', rapporto).orWhere('rapporti.codice', rapporto))
        .select('rapporto_id');
      return (await load(suoi))[0];
    },
    async datori(quali, { dopo, quanti }) {
      const righe = await db('datori')
        .whereIn('id', db('rapporti').whereIn('id', ids(quali)).select('datore_id'))
        .andWhere('codice_fiscale', '>', dopo ?? '')
        .orderBy('codice_fiscale')
        .limit(quanti)
        .select<Riga[]>('*');
      return righe.map(toDatore);
    },
    async trimestreDelLotto(lottoId) {
      const riga = await db('bollettini')
        .whereIn('id', db('lotti_avvisi').where({ lotto_id: lottoId }).select('bollettino_id'))
        .groupBy('trimestre_anno', 'trimestre_numero')
        .orderByRaw('count(*) DESC, trimestre_anno DESC, trimestre_numero DESC')
        .first<Riga | undefined>('trimestre_anno', 'trimestre_numero');
      return riga && toTrimestre(riga);
    },
    async bollettini(rapporti, trimestri) {
      const trovati: BollettinoSeguito[] = [];
      for (let da = 0; da < rapporti.length; da += PER_VOLTA) {
        trovati.push(...(await loadBollettini(db, rapporti.slice(da, da + PER_VOLTA), trimestri)));
      }
      return trovati;
    },
  };
}

function compare(a: Cliente, b: Cliente): number {
  return (
    italiano.compare(a.datore.cognome, b.datore.cognome) ||
    italiano.compare(a.datore.nome, b.datore.nome) ||
    (a.rapporto.codice < b.rapporto.codice ? -1 : 1)
  );
}

async function loadBollettini(
  db: Knex,
  rapporti: readonly Id[],
  trimestri: readonly Trimestre[],
): Promise<BollettinoSeguito[]> {
  const righe = await db('bollettini')
    .leftJoin('incassi', (su) => void su.on('incassi.bollettino_id', 'bollettini.id').andOnVal('natura', 'dovuto'))
    .whereIn('rapporto_id', rapporti)
    .whereNot('stato', 'eliminato')
    // Of no week and no integration: the association's contribution alone, which says nothing of the quarter.
    .where((query) => void query.whereNot('settimane', 0).orWhereNotNull('integrazione'))
    .where((query) => {
      for (const { anno, numero } of trimestri) void query.orWhere({ trimestre_anno: anno, trimestre_numero: numero });
    })
    .orderBy(['scadenza', 'codice_inps'])
    .select<Riga[]>('bollettini.*', 'incassi.data_esito');
  return righe.map((riga) => {
    const pagatoIl = testoSe(riga, 'data_esito')?.slice(0, 10) as Giorno | undefined;
    return {
      rapportoId: testo(riga, 'rapporto_id'),
      trimestre: toTrimestre(riga),
      codiceAvviso: testo(riga, 'codice_avviso') as CodiceAvviso,
      importo: importo(riga),
      scadenza: testo(riga, 'scadenza') as Giorno,
      stato: testo(riga, 'stato') as BollettinoSeguito['stato'],
      ...(pagatoIl !== undefined && { pagatoIl }),
    };
  });
}

function toTrimestre(riga: Riga): Trimestre {
  return { anno: intero(riga, 'trimestre_anno'), numero: intero(riga, 'trimestre_numero') as Trimestre['numero'] };
}
