import type { Contesto } from '../accesso/contesto.ts';
import type { DatiAvviso } from '../avvisi/dati-avviso.ts';
import type { Datore, Id, RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Calcolo, DatiCalcolo } from '../contributi/calcolo.ts';
import type { Trimestre } from '../scadenze/trimestre.ts';
import type { Centesimi } from '../valori/denaro.ts';
import type { Bollettino } from './bollettino.ts';

/** A cart line as the page *Bollettini* shows it. */
export interface RigaCarrello {
  readonly bollettino: Bollettino;
  readonly rapporto: RapportoDiLavoro;
}

/**
 * What users do with bollettini. Every call carries the Contesto; an object of someone else answers NonTrovato.
 * Changes are compare-and-set on `versione`: a stale one throws ErroreDati `bollettino-cambiato` (409).
 */
export interface ServizioBollettini {
  datore(contesto: Contesto): Promise<Datore>;
  rapporti(contesto: Contesto): Promise<readonly RapportoDiLavoro[]>;
  /** The quarter's amount from the rapporto's conditions, changed by `modifiche` where given. Nothing is stored. */
  proponi(contesto: Contesto, rapportoId: Id, trimestre: Trimestre, modifiche?: Modifiche): Promise<readonly Calcolo[]>;
  /**
   * Computes and stores; one bollettino a group of weeks. Refused with `bollettino-gia-emesso` (409) while one is alive, and
   * with `trimestre-gia-pagato` (409) after it was paid, unless `integrazione` says that more hours are being paid.
   */
  emetti(
    contesto: Contesto,
    rapportoId: Id,
    trimestre: Trimestre,
    modifiche?: Modifiche,
    opzioni?: { readonly integrazione?: boolean },
  ): Promise<readonly Bollettino[]>;
  carrello(contesto: Contesto): Promise<{ readonly righe: readonly RigaCarrello[]; readonly totale: Centesimi }>;
  mostra(contesto: Contesto, id: Id): Promise<RigaCarrello>;
  /** The same for whoever runs the program, whosever it is: the command line, never a request from outside. */
  mostraPerOperatore(id: Id): Promise<RigaCarrello>;
  modifica(contesto: Contesto, id: Id, versione: number, modifiche: Modifiche): Promise<Bollettino>;
  elimina(contesto: Contesto, id: Id, versione: number): Promise<void>;
  /** What the printed notice of this bollettino bears, dated today in Italy. */
  avviso(contesto: Contesto, id: Id): Promise<DatiAvviso>;
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
  >
> & {
  /**
   * The quarter as it was (weeks, absences, overtime…) in the text form of `parseSituazione`; its keys take the place of what
   * the rapporto says. Only for proposing and issuing, and without the fields above.
   */
  readonly situazione?: Readonly<Record<string, unknown>>;
};
