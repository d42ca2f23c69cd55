import type { Indirizzo } from '../anagrafe/indirizzo.ts';
import type { Contesto } from '../accesso/contesto.ts';
import type { DatiAvviso } from '../avvisi/dati-avviso.ts';
import type { SceltaAvviso } from '../avvisi/scelta-avviso.ts';
import type { CambioCondizioni } from '../anagrafe/cambio-condizioni.ts';
import type { Datore, Id, RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Calcolo, DatiCalcolo } from '../contributi/calcolo.ts';
import type { NomeLettura } from '../contributi/letture.ts';
import type { Trimestre } from '../scadenze/trimestre.ts';
import type { Centesimi } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { Bollettino } from './bollettino.ts';
import type { TermineDi } from './termine-di.ts';
import type { TrimestreConBollettini } from './trimestre-con-bollettini.ts';
import type { Consenso } from './consenso.ts';
import type { EsitoEmissione, Previsione } from './emetti-trimestre.ts';
import type { SospensioneDetta } from './sospensione-del-trimestre.ts';
import type { Fetta } from '../valori/fetta.ts';

/** A cart line as the page *Bollettini* shows it. */
export interface RigaCarrello {
  readonly bollettino: Bollettino;
  readonly rapporto: RapportoDiLavoro;
}

/** A bollettino as operators find it. */
export interface RigaTrovata extends RigaCarrello {
  readonly datore: Datore;
  /** What took its place. */
  readonly successori: readonly Bollettino[];
}

/**
 * What users do with bollettini. Every call carries the Contesto; an object of someone else answers NonTrovato.
 * Changes are compare-and-set on `versione`: a stale one throws ErroreDati `bollettino-cambiato` (409).
 */
export interface ServizioBollettini {
  datore(contesto: Contesto): Promise<Datore>;
  /** In order of codice, the key of a piece. */
  rapporti(contesto: Contesto, fetta?: Fetta): Promise<readonly RapportoDiLavoro[]>;
  /** The quarter's amount from the rapporto's conditions, changed by `modifiche` where given. Nothing is stored. */
  proponi(contesto: Contesto, rapportoId: Id, trimestre: Trimestre, modifiche?: Modifiche): Promise<readonly Calcolo[]>;
  /** The rapporto's quarters that are over, and those up to `fino`, oldest first: paid, asked, missing. */
  trimestri(
    contesto: Contesto,
    rapportoId: Id,
    termineDi: TermineDi,
    fino?: Trimestre,
  ): Promise<readonly TrimestreConBollettini[]>;
  /** What issuing would come to, given the bollettini the quarter has. Nothing is stored. */
  prevedi(
    contesto: Contesto,
    rapportoId: Id,
    trimestre: Trimestre,
    modifiche?: Modifiche,
  ): Promise<readonly Previsione[]>;
  /**
   * Computes and stores; one bollettino a group of weeks. While others hold the weeks it is refused with
   * `bollettino-gia-emesso` (409), unless their place may be taken, and with `trimestre-gia-pagato` (409) after they were paid,
   * unless the difference is wanted: the data are the whole quarter's, never only what is added.
   * A quarter whose duty is suspended is refused (`obbligo-sospeso`, 409).
   * A change of terms is written in the rapporto, and holds for the quarters that follow; not of who came in with the codes of
   * a letter, which others may know: theirs is of this quarter alone.
   */
  emetti(
    contesto: Contesto,
    rapportoId: Id,
    trimestre: Trimestre,
    modifiche?: Modifiche,
    consenso?: Consenso,
  ): Promise<EsitoEmissione>;
  /**
   * Writes in the rapporto the day of its end; null takes it away.
   * @throws ErroreDati `data-prima-assunzione`; NonTrovato
   */
  scriviFine(contesto: Contesto, rapportoId: Id, fine: Giorno | null): Promise<RapportoDiLavoro>;
  carrello(contesto: Contesto): Promise<{ readonly righe: readonly RigaCarrello[]; readonly totale: Centesimi }>;
  mostra(contesto: Contesto, id: Id): Promise<RigaCarrello>;
  /** What took the place of a bollettino that was replaced. */
  successori(contesto: Contesto, id: Id): Promise<readonly Bollettino[]>;
  /**
   * For who runs the service, whosever they are: by IUV, codice avviso, codice INPS, codice rapporto, or codice fiscale of employer
   * or worker, as people write them. Latest quarter first.
   * @throws ErroreDati `ricerca-vuota`
   */
  cercaPerOperatore(testo: string): Promise<readonly RigaTrovata[]>;
  /**
   * One of them, by id, IUV, codice avviso or codice INPS.
   * @throws NonTrovato
   */
  mostraPerOperatore(riferimento: string): Promise<RigaTrovata>;
  modifica(contesto: Contesto, id: Id, versione: number, modifiche: Modifiche): Promise<Bollettino>;
  /**
   * Keeps the day of an act of INPS's that interrupted the term of a bollettino's quarter: until five years from it all the
   * quarter's can be paid.
   * @throws ErroreDati `atto-non-interruttivo`, `bollettino-cambiato` (409)
   */
  dichiaraAtto(contesto: Contesto, id: Id, giorno: Giorno): Promise<Bollettino>;
  elimina(contesto: Contesto, id: Id, versione: number): Promise<void>;
  /**
   * Undoes `elimina`: back in the cart, as it was.
   * @throws ErroreDati `bollettino-cambiato` (409), `bollettino-gia-emesso` (409) where something else asks for its quarter
   */
  ripristina(contesto: Contesto, id: Id, versione: number): Promise<void>;
  /**
   * The address of all the employer's notices and messages from now on; one that is all empty takes it away.
   * @throws ErroreDati `indirizzo-non-valido`, `carattere-non-stampabile`; NonTrovato
   */
  cambiaIndirizzo(contesto: Contesto, scritto: Indirizzo): Promise<void>;
  /**
   * Keeps with a rapporto the suspension of due dates that holds where the employer is; empty or `nessuno` takes it away.
   * @throws ErroreDati `territorio-sconosciuto`; NonTrovato
   */
  cambiaTerritorio(contesto: Contesto, rapportoId: Id, scritto: string): Promise<RapportoDiLavoro>;
  /**
   * Keeps with a rapporto that whole quarters owe nothing, because INPS suspends their duty (msg 1643/2016), or takes it back.
   * All of them are written, or none.
   * @throws ErroreDati `rapporto-non-attivo`, `sospensione-lontana`, `sospensione-con-bollettini` (409), `sospensione-mancante`;
   *   NonTrovato
   */
  cambiaSospensioni(contesto: Contesto, rapportoId: Id, dette: readonly SospensioneDetta[]): Promise<RapportoDiLavoro>;
  /** What the printed notice of this bollettino bears, dated today in Italy, in the edition and language that were asked for. */
  avviso(contesto: Contesto, id: Id, chiesta?: SceltaAvviso): Promise<DatiAvviso>;
}

/** What a person may change on the page: the rest follows from the rapporto. */
export type Modifiche = Partial<
  Pick<
    DatiCalcolo,
    | 'ore'
    | 'oreSettimanali'
    | 'settimane'
    | 'paga'
    | 'retribuzioneOrariaEffettiva'
    | 'vittoAlloggioGiorni'
    | 'senzaCuaf'
    | 'tempoDeterminato'
    | 'associazione'
    | 'cessazione'
    | 'notti'
    | 'straordinari'
    | 'sostituzione'
    | 'assistenzaInPiu'
    | 'soloAssistenza'
    | 'territorio'
    | 'livello'
    | 'indennita'
    | 'scatti'
    | NomeLettura
  >
> & {
  /** Terms that change on a day of the quarter; see `emetti` for what becomes of them. */
  readonly cambio?: CambioCondizioni;
  /** Last day of the rapporto, to be written there when the quarter is issued. */
  readonly fine?: Giorno;
  /**
   * The quarter as it was (weeks, absences, overtime…) in the text form of `parseSituazione`; its keys take the place of what
   * the rapporto says. Only for proposing and issuing, and without the fields above.
   */
  readonly situazione?: Readonly<Record<string, unknown>>;
};
