import type { Knex } from 'knex';
import type { Actor } from '../accesso/contesto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { isPostgres } from './dialetto.ts';
import { intero, type Riga, testo, testoSe } from './righe.ts';
import type { Fetta } from '../valori/fetta.ts';

export const STATI_LOTTO = ['in-arrivo', 'in-coda', 'in-corso', 'finito', 'fallito', 'annullato'] as const;

/** `in-arrivo`: its input is still being written. `in-corso`: somebody holds it (`presa`). The last three are terminal. */
export type StatoLotto = (typeof STATI_LOTTO)[number];

export const TIPI_LOTTO = ['calcola', 'avvisi', 'clienti'] as const;

export type TipoLotto = (typeof TIPI_LOTTO)[number];

/** What whoever watches a batch sees move. */
export interface AvanzamentoLotto {
  /** What is being done: `calcolo`, `emissione`, `stampa`, `clienti`. */
  readonly fase: string;
  /** Done and to do, in the phase's own unit (bytes read, notices printed). */
  readonly fatti: number;
  readonly totali: number;
  readonly righe: number;
  readonly rifiutate: number;
}

/** A batch in the queue or out of it. Instants UTC, ISO 8601. */
export interface Lotto extends AvanzamentoLotto {
  readonly id: Id;
  readonly tipo: TipoLotto;
  readonly stato: StatoLotto;
  /** Opaque: whoever made the batch and alone may see it. */
  readonly proprietario: string;
  /** In whose name bollettini are issued. */
  readonly attore: Actor;
  readonly nomeFile: string;
  readonly opzioni: Readonly<Record<string, unknown>>;
  readonly creatoIl: string;
  /** How many times it has been taken up: more than once, somebody died or left at it. */
  readonly prese: number;
  /** How many times whoever worked at it died of it: twice, and it is set aside. */
  readonly cadute: number;
  /** How far the current phase has got, as its phase understands it. */
  readonly punto: unknown;
  /** The summary, once finished. */
  readonly esito: unknown;
  /** Why it failed: a sentence for the person. */
  readonly errore: string | undefined;
  readonly finitoIl: string | undefined;
}

export type NuovoLotto = Pick<Lotto, 'id' | 'tipo' | 'proprietario' | 'attore' | 'nomeFile' | 'opzioni' | 'creatoIl'>;

/** What tells a small batch: the bytes of its input, at most, and the rows done so far, fewer than these. */
export interface LottoPiccolo {
  readonly byte: number;
  readonly righe: Readonly<Record<TipoLotto, number>>;
}

/** The queue of batches. Whoever works at one holds it by a token, and every write of theirs asks that they still do. */
export interface RepositoryLotti {
  /** @param stato `in-arrivo` while the input is written; `in-corso` with `presa` for who works at it at once */
  crea(lotto: NuovoLotto, stato: 'in-arrivo' | 'in-corso', presa?: string): Promise<void>;
  accoda(id: Id): Promise<boolean>;
  trova(id: Id): Promise<Lotto | undefined>;
  /** The newest first; the key of a piece is the id, which grows with time. */
  delProprietario(proprietario: string, fetta?: Fetta): Promise<readonly Lotto[]>;
  /** How many of this owner's wait or are being worked at. */
  pendenti(proprietario: string): Promise<number>;
  /**
   * Takes a batch that waits, or that somebody took and has not been heard from since `fermoDa`; no two callers get the same
   * one. Owners take turns: first who has fewest being worked at, then who has fewest waiting before this one, then the oldest.
   * Undefined when there is none. A batch without files here is worked at elsewhere and left alone.
   * @param entro only one that is small, as far as is known; any when absent
   */
  prendi(presa: string, adesso: string, fermoDa: string, entro?: LottoPiccolo): Promise<Lotto | undefined>;
  /** Takes this batch, whoever held it: for who resumes their own by hand. */
  riprendi(id: Id, presa: string, adesso: string): Promise<boolean>;
  /** Says that the holder is alive and how far; false when the batch is no longer theirs. */
  batti(id: Id, presa: string, adesso: string, avanzamento?: AvanzamentoLotto): Promise<boolean>;
  segnaPunto(id: Id, presa: string, punto: unknown): Promise<boolean>;
  chiudi(
    id: Id,
    presa: string,
    fine: {
      readonly stato: 'finito' | 'fallito';
      readonly esito?: unknown;
      readonly errore?: string;
      readonly il: string;
    },
  ): Promise<boolean>;
  /** Puts it back in the queue, for somebody else or later. */
  rilascia(id: Id, presa: string): Promise<boolean>;
  /** The same, of a batch whose worker died. */
  rilasciaCaduto(id: Id, presa: string): Promise<boolean>;
  /** Stops a batch that is not over, whoever holds it. */
  annulla(id: Id, il: string): Promise<boolean>;
  /** Batches over, never fully arrived, or left by who held them, before an instant: they may go. */
  vecchi(primaDi: string): Promise<readonly Id[]>;
  /** Forgets a batch whose rows and files are gone. */
  elimina(id: Id): Promise<void>;
}

const VIVI: readonly StatoLotto[] = ['in-arrivo', 'in-coda', 'in-corso'];

export function createRepositoryLotti(db: Knex): RepositoryLotti {
  const held = (id: Id, presa: string) => db('lotti').where({ id, presa, stato: 'in-corso' });
  const changed = async (query: Promise<number> | Knex.QueryBuilder) => ((await query) as number) === 1;
  const list = async (query: Knex.QueryBuilder) => ((await query) as Riga[]).map(toLotto);
  return {
    async crea(lotto, stato, presa) {
      await db('lotti').insert({ ...toRow(lotto), stato, presa: presa ?? null, battito: lotto.creatoIl });
    },
    accoda: (id) => changed(db('lotti').where({ id, stato: 'in-arrivo' }).update({ stato: 'in-coda' })),
    trova: async (id) => (await list(db('lotti').where({ id })))[0],
    delProprietario: (proprietario, fetta) =>
      list(
        db('lotti')
          .where({ proprietario })
          .orderBy([
            { column: 'creato_il', order: 'desc' },
            { column: 'id', order: 'desc' },
          ])
          .modify((query) => {
            if (fetta === undefined) return;
            void query.clearOrder().orderBy('id', 'desc').limit(fetta.quanti);
            if (fetta.dopo !== undefined) void query.andWhere('id', '<', fetta.dopo);
          }),
      ),
    async pendenti(proprietario) {
      const riga = await db('lotti')
        .where({ proprietario })
        .whereIn('stato', VIVI)
        .count<Riga>({ quanti: '*' })
        .first();
      return intero(riga ?? {}, 'quanti');
    },
    prendi: (presa, adesso, fermoDa, entro) => take(db, { presa, adesso, fermoDa, entro }),
    riprendi: (id, presa, adesso) =>
      changed(
        db('lotti')
          .where({ id })
          .whereIn('stato', ['in-coda', 'in-corso'])
          .update({ stato: 'in-corso', presa, battito: adesso, prese: db.raw('prese + 1') }),
      ),
    batti: (id, presa, adesso, avanzamento) => changed(held(id, presa).update({ battito: adesso, ...avanzamento })),
    segnaPunto: (id, presa, punto) => changed(held(id, presa).update({ punto: JSON.stringify(punto) })),
    chiudi: (id, presa, { stato, esito, errore, il }) =>
      changed(
        held(id, presa).update({
          stato,
          presa: null,
          finito_il: il,
          esito: esito === undefined ? null : JSON.stringify(esito),
          errore: errore ?? null,
        }),
      ),
    rilascia: (id, presa) => changed(held(id, presa).update({ stato: 'in-coda', presa: null })),
    rilasciaCaduto: (id, presa) =>
      changed(held(id, presa).update({ stato: 'in-coda', presa: null, cadute: db.raw('cadute + 1') })),
    annulla: (id, il) =>
      changed(
        db('lotti').where({ id }).whereIn('stato', VIVI).update({ stato: 'annullato', presa: null, finito_il: il }),
      ),
    async vecchi(primaDi) {
      const righe = await db('lotti')
        .where('finito_il', '<', primaDi)
        .orWhere((query) => void query.where('stato', 'in-arrivo').andWhere('creato_il', '<', primaDi))
        .orWhere((query) => void query.where('stato', 'in-corso').andWhere('battito', '<', primaDi))
        .select<Riga[]>('id');
      return righe.map((riga) => testo(riga, 'id'));
    },
    async elimina(id) {
      await db('lotti').where({ id }).delete();
    },
  };
}

interface Richiesta {
  readonly presa: string;
  readonly adesso: string;
  readonly fermoDa: string;
  readonly entro: LottoPiccolo | undefined;
}

/** Name of the file that a person gave: its size is the size of a batch. */
const INGRESSO = 'ingresso';

/** One statement; on PostgreSQL takers step over each other's candidate, on SQLite writers are one at a time anyway. */
async function take(db: Knex, { presa, adesso, fermoDa, entro }: Richiesta): Promise<Lotto | undefined> {
  const suoi = () => db('lotti as altri').whereRaw('altri.proprietario = lotti.proprietario').count('*');
  const candidate = db('lotti')
    .select('id')
    .where(
      (query) =>
        void query
          .where('stato', 'in-coda')
          .orWhere((held) => void held.where('stato', 'in-corso').andWhere('battito', '<', fermoDa)),
    )
    .whereExists(db('lotti_file').select('lotto_id').whereRaw('lotti_file.lotto_id = lotti.id'))
    .modify((query) => {
      if (entro === undefined) return;
      const byte = db('lotti_file')
        .whereRaw('lotti_file.lotto_id = lotti.id')
        .andWhere('nome', INGRESSO)
        .select(db.raw('coalesce(sum(length(contenuto)), 0)'));
      void query.whereRaw('? <= ?', [byte, entro.byte]).andWhere((piccolo) => {
        for (const [tipo, righe] of Object.entries(entro.righe)) {
          void piccolo.orWhere((uno) => void uno.where({ tipo }).andWhere('righe', '<', righe));
        }
      });
    })
    .orderBy([
      { column: suoi().where('altri.stato', 'in-corso').andWhere('altri.battito', '>=', fermoDa) },
      { column: suoi().where('altri.stato', 'in-coda').andWhereRaw('altri.creato_il < lotti.creato_il') },
      { column: 'creato_il' },
    ])
    .limit(1);
  const righe = (await db('lotti')
    .where('id', '=', isPostgres(db) ? candidate.forUpdate().skipLocked() : candidate)
    .update({
      stato: 'in-corso',
      presa,
      battito: adesso,
      prese: db.raw('prese + 1'),
      // Whoever held it has been silent: dead, and perhaps of this very batch.
      cadute: db.raw(`CASE WHEN stato = 'in-corso' THEN cadute + 1 ELSE cadute END`),
    })
    .returning('*')) as Riga[];
  return righe[0] && toLotto(righe[0]);
}

function toRow(lotto: NuovoLotto): Record<string, string> {
  return {
    id: lotto.id,
    tipo: lotto.tipo,
    proprietario: lotto.proprietario,
    attore: JSON.stringify(lotto.attore),
    nome_file: lotto.nomeFile,
    opzioni: JSON.stringify(lotto.opzioni),
    creato_il: lotto.creatoIl,
  };
}

function toLotto(riga: Riga): Lotto {
  const json = (colonna: string): unknown => {
    const scritto = testoSe(riga, colonna);
    return scritto === undefined ? undefined : JSON.parse(scritto);
  };
  return {
    id: testo(riga, 'id'),
    tipo: testo(riga, 'tipo') as TipoLotto,
    stato: testo(riga, 'stato') as StatoLotto,
    proprietario: testo(riga, 'proprietario'),
    attore: json('attore') as Actor,
    nomeFile: testo(riga, 'nome_file'),
    opzioni: json('opzioni') as Lotto['opzioni'],
    creatoIl: testo(riga, 'creato_il'),
    prese: intero(riga, 'prese'),
    cadute: intero(riga, 'cadute'),
    fase: testoSe(riga, 'fase') ?? '',
    fatti: intero(riga, 'fatti'),
    totali: intero(riga, 'totali'),
    righe: intero(riga, 'righe'),
    rifiutate: intero(riga, 'rifiutate'),
    punto: json('punto'),
    esito: json('esito'),
    errore: testoSe(riga, 'errore'),
    finitoIl: testoSe(riga, 'finito_il'),
  };
}
