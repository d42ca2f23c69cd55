import type { Ambito } from '../accesso/ambito.ts';
import type { RegistroAtti } from '../accesso/atti.ts';
import type { Indirizzo } from '../anagrafe/indirizzo.ts';
import type { Condizioni, Datore, Id, RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { SospensioniObbligo } from '../anagrafe/sospensione-obbligo.ts';
import type { Trimestre } from '../scadenze/trimestre.ts';
import type { Centesimi } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { Bollettino, StatoBollettino } from './bollettino.ts';
import type { Settimane } from './settimane-coperte.ts';
import type { Fetta } from '../valori/fetta.ts';

/** Rapporti within an ambito; one out of it is not found. */
export interface RepositoryRapporti {
  datore(ambito: Ambito): Promise<Datore | undefined>;
  trova(ambito: Ambito, id: Id): Promise<RapportoDiLavoro | undefined>;
  /** Absent takes it away; false when there is no such employer. */
  scriviIndirizzo(ambito: Ambito, indirizzo: Indirizzo | undefined): Promise<boolean>;
  /** The suspension that holds for a rapporto from now on; absent takes it away. */
  scriviTerritorio(id: Id, territorio: string | undefined): Promise<void>;
  /**
   * The quarters that owe nothing from now on, in the place of those that the rapporto was read with.
   * @returns false when they changed meanwhile
   */
  scriviSospensioni(rapporto: RapportoDiLavoro, nuove: SospensioniObbligo): Promise<boolean>;
  /** The last day of a rapporto; absent takes it away. */
  scriviCessazione(id: Id, cessazione: Giorno | undefined): Promise<void>;
  /**
   * The terms that hold from their day on, in the place of others of the same day.
   * @throws NonTrovato when there is no such rapporto within the ambito
   */
  scriviCondizioni(ambito: Ambito, id: Id, condizioni: Condizioni): Promise<void>;
  /** In order of codice. */
  /** In order of codice, which is the key of a piece. */
  elenco(ambito: Ambito, fetta?: Fetta): Promise<readonly RapportoDiLavoro[]>;
}

/** Bollettini an operator is shown at a time: beyond them a narrower search is meant. */
export const TROVATI_MASSIMI = 100;

/** What a change of a bollettino writes; version and instant of change come by themselves. */
export type CambioBollettino = Pick<Bollettino, 'gruppo' | 'importo' | 'scadenza' | 'dati' | 'calcolo' | 'settimane'>;

/** The weeks that a bollettino has from now on. */
export interface SettimaneNuove extends Pick<Bollettino, 'id' | 'versione'> {
  readonly settimane: Settimane;
}

/**
 * Every write of a person's has its owner, its expected state and version in its own condition. A write that would cover a week
 * already covered breaks the database's own rule: within a transaction somebody else was quicker, and it is tried anew.
 */
export interface RepositoryBollettini {
  inserisci(bollettino: Bollettino): Promise<void>;
  trova(ambito: Ambito, id: Id): Promise<Bollettino | undefined>;
  perId(ids: readonly Id[]): Promise<readonly Bollettino[]>;
  /** Those of the ambito among these. */
  suoi(ambito: Ambito, ids: readonly Id[]): Promise<readonly Bollettino[]>;
  conCodiceAvviso(codiceAvviso: string): Promise<Bollettino | undefined>;
  /**
   * For operators, whosever they are: by id, IUV, codice avviso, codice INPS, codice rapporto, or codice fiscale of employer or
   * worker. Latest quarter first, removed ones too.
   */
  cerca(testo: string): Promise<readonly Bollettino[]>;
  /** Cart's order: due date, codice INPS. */
  inStato(ambito: Ambito, stato: StatoBollettino): Promise<readonly Bollettino[]>;
  /** All of a rapporto, removed ones too, oldest first. */
  delRapporto(rapportoId: Id): Promise<readonly Bollettino[]>;
  /** All of a quarter, removed ones too, oldest first. */
  delTrimestre(rapportoId: Id, trimestre: Trimestre): Promise<readonly Bollettino[]>;
  /** Keeps which bollettini took the place of one. */
  registraSostituzioni(vecchioId: Id, nuovi: readonly Id[]): Promise<void>;
  /** What took the place of a bollettino, oldest first. */
  successori(vecchioId: Id): Promise<readonly Bollettino[]>;
  /** Changes a bollettino in the cart at that version; false when it is not there, not theirs or changed. */
  cambia(ambito: Ambito, id: Id, versione: number, cambio: CambioBollettino, il: string): Promise<boolean>;
  /**
   * Gives other weeks to bollettini of one quarter, each at its version, all at once: one may take what another leaves.
   * @returns false when one changed meanwhile: the caller's transaction is to be left
   */
  ricolloca(nuove: readonly SettimaneNuove[], il: string): Promise<boolean>;
  /** Moves a person's bollettini between states, each at its version. @returns those moved: the others are not there, not theirs or changed */
  spostaTutti(
    ambito: Ambito,
    visti: readonly { readonly id: Id; readonly versione: number }[],
    da: StatoBollettino,
    a: StatoBollettino,
    il: string,
  ): Promise<ReadonlySet<Id>>;
  /** Moves a person's bollettino between states at that version; false when it is not there, not theirs or changed. */
  sposta(
    ambito: Ambito,
    id: Id,
    versione: number,
    da: StatoBollettino,
    a: StatoBollettino,
    il: string,
  ): Promise<boolean>;
  /** Moves a bollettino because a payment said so, whatever its version; false when it is in none of the states `da`. */
  segna(id: Id, da: readonly StatoBollettino[], a: StatoBollettino, il: string): Promise<boolean>;
  /**
   * Moves a bollettino that is paid elsewhere, and keeps what was paid where it was another amount.
   * @returns false when it is not in the state `da`
   */
  segnaVersato(
    id: Id,
    da: StatoBollettino,
    a: StatoBollettino,
    versato: Centesimi | undefined,
    il: string,
  ): Promise<boolean>;
  /** Keeps with all of a quarter's the day of an act that interrupted its term. */
  scriviInterruzione(rapportoId: Id, trimestre: Trimestre, giorno: Giorno, il: string): Promise<void>;
  /** Keeps what was given back of a paid one, and the weeks that it still pays. False when it is not paid. */
  restituisci(
    id: Id,
    resto: Pick<Bollettino, 'restituito' | 'doppioRestituito' | 'settimane'>,
    il: string,
  ): Promise<boolean>;
  /** A removed bollettino turns out paid, and covers these weeks. */
  riprendi(id: Id, settimane: Settimane, il: string): Promise<boolean>;
}

/** Counters that only grow; a number given out is never given again, whatever becomes of it. */
export interface Progressivi {
  /** 1, 2, … for each name. @param quanti numbers in a row that are taken, 1 unless told; the first is given back */
  prossimo(nome: string, quanti?: number): Promise<number>;
  /** From now on numbers of this name are above `valore`. */
  almeno(nome: string, valore: number): Promise<void>;
}

/** More was paid for a quarter than it comes to: for operators, until it was given back. */
export interface Eccedenza {
  readonly tipo: 'versato-in-eccesso';
  readonly chiave: string;
  readonly bollettinoId: Id;
  readonly iuv: string;
  readonly dettaglio: Readonly<Record<string, string | number | null>>;
}

/** What operators must follow up, as far as bollettini tell. */
export interface SegnalaEccedenze {
  /** False when it is there already. */
  apri(eccedenza: Eccedenza, il: string): Promise<boolean>;
  /** Closes those that are open about a bollettino; how many. */
  chiudiAperte(
    tipo: Eccedenza['tipo'],
    bollettinoId: Id,
    chiusura: { readonly il: string; readonly da: string; readonly nota: string },
  ): Promise<number>;
}

export interface ArchivioBollettini {
  readonly rapporti: RepositoryRapporti;
  readonly bollettini: RepositoryBollettini;
  readonly progressivi: Progressivi;
  readonly anomalie: SegnalaEccedenze;
  readonly atti: RegistroAtti;
}
