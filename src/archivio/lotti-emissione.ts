import type { Knex } from 'knex';
import type { Indirizzo } from '../anagrafe/indirizzo.ts';
import type { LinguaAvviso } from '../anagrafe/lingua-avviso.ts';
import type { CodiceFiscale } from '../anagrafe/codice-fiscale.ts';
import type { CodiceRapporto } from '../anagrafe/codice-rapporto.ts';
import type { Datore, Id, Lavoratore, RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Bollettino } from '../bollettini/bollettino.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { SettimaneNuove } from '../bollettini/porte.ts';
import { ConflittoTransazione } from '../bollettini/transazioni.ts';
import { toCondizioniRow, toSospensioni } from './repository-rapporti.ts';
import { ricolloca, toBollettino, toRiga } from './repository-bollettini.ts';
import { loadRapporti, toDatore, toIndirizzoRow } from './repository-rapporti.ts';
import { intero, type Riga, testo } from './righe.ts';

/** A worker as an employer's: the same person has another row with another employer. */
export interface LavoratoreDelDatore extends Lavoratore {
  readonly datoreId: Id;
}

/** What the database knows of some rapporti and employers. */
export interface Conosciuti {
  readonly rapporti: readonly RapportoDiLavoro[];
  /** Those asked for, and those of the rapporti. */
  readonly datori: readonly Datore[];
  readonly lavoratori: readonly LavoratoreDelDatore[];
  /** Of those rapporti in those years, removed ones too. */
  readonly bollettini: readonly Bollettino[];
  /** Of these, those that the batch itself issued. */
  readonly delLotto: readonly Id[];
}

/** Rows to add, none of which is there yet. */
export interface DaScrivere {
  readonly datori: readonly Datore[];
  readonly lavoratori: readonly LavoratoreDelDatore[];
  readonly rapporti: readonly RapportoDiLavoro[];
  /** Of rapporti that are there already and had no end. */
  readonly cessazioni: readonly { readonly rapportoId: Id; readonly cessazione: Giorno }[];
  readonly bollettini: readonly Bollettino[];
  readonly sostituzioni: readonly { readonly vecchioId: Id; readonly nuovoId: Id }[];
  /** Languages chosen for employers, who may be among the new ones. */
  readonly lingue: ReadonlyMap<Id, LinguaAvviso>;
  /** New addresses of employers who were known. */
  readonly indirizzi: ReadonlyMap<Id, Indirizzo>;
}

/** Many rows with few statements: a batch would spend its time on one at a time. Within a transaction. */
export interface RepositoryLottiEmissione {
  conosciuti(
    codici: readonly CodiceRapporto[],
    codiciFiscali: readonly CodiceFiscale[],
    anni: readonly number[],
    lottoId: Id,
  ): Promise<Conosciuti>;
  /** Takes `quanti` numbers of a counter in a row; the first of them. */
  numeri(nome: string, quanti: number): Promise<number>;
  /** Takes the next number of each of these counters, all different. */
  prossimi(nomi: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * Removes from the cart what others will take the place of.
   * @throws ConflittoTransazione when one is no longer as it was read
   */
  sostituisci(vecchi: readonly Bollettino[], il: string): Promise<void>;
  /**
   * Gives other weeks to bollettini that told only their number.
   * @throws ConflittoTransazione when one is no longer as it was read
   */
  ricolloca(nuove: readonly SettimaneNuove[], il: string): Promise<void>;
  /** Somebody else's row in the way is a conflict of the transaction, which is then tried anew. */
  scrivi(righe: DaScrivere): Promise<void>;
}

export function createRepositoryLottiEmissione(db: Knex): RepositoryLottiEmissione {
  return {
    async conosciuti(codici, codiciFiscali, anni, lottoId) {
      const noti = await load(db, codici, codiciFiscali, anni);
      const ids = noti.bollettini.map(({ id }) => id);
      return { ...noti, delLotto: ids.length === 0 ? [] : await issuedBy(db, lottoId, ids) };
    },
    async numeri(nome, quanti) {
      const [riga] = await db('progressivi')
        .insert({ nome, valore: quanti })
        .onConflict('nome')
        .merge({ valore: db.raw('progressivi.valore + ?', [quanti]) })
        .returning<Riga[]>('valore');
      return intero(riga ?? {}, 'valore') - quanti + 1;
    },
    async prossimi(nomi) {
      if (nomi.length === 0) return new Map();
      const righe = await db('progressivi')
        .insert(nomi.map((nome) => ({ nome, valore: 1 })))
        .onConflict('nome')
        .merge({ valore: db.raw('progressivi.valore + 1') })
        .returning<Riga[]>(['nome', 'valore']);
      return new Map(righe.map((riga) => [testo(riga, 'nome'), intero(riga, 'valore')]));
    },
    async sostituisci(vecchi, il) {
      for (const { id, versione } of vecchi) {
        const tolto = await db('bollettini')
          .where({ id, versione, stato: 'nel-carrello' })
          .update({ stato: 'eliminato', versione: versione + 1, aggiornato_il: il });
        if (tolto !== 1) throw new ConflittoTransazione(`bollettino ${id} changed while its place was taken`);
      }
    },
    async ricolloca(nuove, il) {
      if (!(await ricolloca(db, nuove, il)))
        throw new ConflittoTransazione('a bollettino changed while its weeks moved');
    },
    scrivi: (righe) => write(db, righe),
  };
}

async function load(
  db: Knex,
  codici: readonly CodiceRapporto[],
  codiciFiscali: readonly CodiceFiscale[],
  anni: readonly number[],
): Promise<Omit<Conosciuti, 'delLotto'>> {
  const rapporti = await loadRapporti(db, (query) => query.whereIn('rapporti.codice', codici));
  const loro = [...new Set(rapporti.map(({ datoreId }) => datoreId))];
  const datori = await db('datori').whereIn('codice_fiscale', codiciFiscali).orWhereIn('id', loro).select<Riga[]>('*');
  const lavoratori = await db('lavoratori')
    .whereIn(
      'datore_id',
      datori.map((riga) => testo(riga, 'id')),
    )
    .select<Riga[]>('*');
  const ids = rapporti.map(({ id }) => id);
  const bollettini = ids.length === 0 ? [] : await loadBollettini(db, ids, anni);
  return { rapporti, datori: datori.map(toDatore), lavoratori: lavoratori.map(toLavoratore), bollettini };
}

async function loadBollettini(db: Knex, rapporti: readonly Id[], anni: readonly number[]): Promise<Bollettino[]> {
  const righe = await db('bollettini')
    .whereIn('rapporto_id', rapporti)
    .whereIn('trimestre_anno', anni)
    .select<Riga[]>('*');
  return righe.map(toBollettino);
}

async function issuedBy(db: Knex, lottoId: Id, ids: readonly Id[]): Promise<Id[]> {
  const righe = await db('lotti_avvisi')
    .whereIn('bollettino_id', ids)
    .where({ lotto_id: lottoId, emesso: 1 })
    .distinct<Riga[]>('bollettino_id');
  return righe.map((riga) => testo(riga, 'bollettino_id'));
}

async function write(db: Knex, righe: DaScrivere): Promise<void> {
  const { datori, lavoratori, rapporti, cessazioni, bollettini, sostituzioni, lingue, indirizzi } = righe;
  const condizioni = rapporti.flatMap(({ id, condizioni: loro }) => loro.map((una) => toCondizioniRow(id, una)));
  await insert(db, 'datori', datori.map(toDatoreRow));
  await insert(db, 'lavoratori', lavoratori.map(toLavoratoreRow));
  await insert(db, 'rapporti', rapporti.map(toRapportoRow));
  await insert(db, 'condizioni', condizioni);
  for (const { rapportoId, cessazione } of cessazioni) {
    const scritte = await db('rapporti').where({ id: rapportoId }).whereNull('cessazione').update({ cessazione });
    if (scritte !== 1) throw new ConflittoTransazione(`rapporto ${rapportoId} ended meanwhile`);
  }
  await insert(db, 'bollettini', bollettini.map(toRiga));
  const coppie = sostituzioni.map(({ vecchioId, nuovoId }) => ({ vecchio_id: vecchioId, nuovo_id: nuovoId }));
  await insert(db, 'sostituzioni', coppie);
  for (const lingua of new Set(lingue.values())) {
    const loro = [...lingue].filter(([, una]) => una === lingua).map(([id]) => id);
    await db('datori').whereIn('id', loro).update({ lingua_avviso: lingua });
  }
  for (const [id, indirizzo] of indirizzi) await db('datori').where({ id }).update(toIndirizzoRow(indirizzo));
}

async function insert(db: Knex, tabella: string, righe: readonly object[]): Promise<void> {
  if (righe.length > 0) await db(tabella).insert(righe);
}

function toDatoreRow({ codiceFiscale, indirizzo, linguaAvviso, ...datore }: Datore): object {
  return {
    codice_fiscale: codiceFiscale,
    ...datore,
    ...toIndirizzoRow(indirizzo),
    lingua_avviso: linguaAvviso ?? null,
  };
}

function toLavoratoreRow({ datoreId, codiceFiscale, ...lavoratore }: LavoratoreDelDatore): object {
  return { datore_id: datoreId, codice_fiscale: codiceFiscale, ...lavoratore };
}

function toRapportoRow(rapporto: RapportoDiLavoro): object {
  const { id, codice, datoreId, lavoratore, assunzione, cessazione, territorio, sospensioni } = rapporto;
  return {
    id,
    codice,
    datore_id: datoreId,
    lavoratore_id: lavoratore.id,
    assunzione,
    cessazione: cessazione ?? null,
    territorio: territorio ?? null,
    sospensioni: toSospensioni(sospensioni),
  };
}

function toLavoratore(riga: Riga): LavoratoreDelDatore {
  return {
    id: testo(riga, 'id'),
    datoreId: testo(riga, 'datore_id'),
    codiceFiscale: testo(riga, 'codice_fiscale') as CodiceFiscale,
    cognome: testo(riga, 'cognome'),
    nome: testo(riga, 'nome'),
  };
}
