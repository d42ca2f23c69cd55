import type { Ambito } from '../accesso/ambito.ts';
import type { CodiceRapporto } from '../anagrafe/codice-rapporto.ts';
import type { Datore, Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { ArchivioBollettini, SegnalaEccedenze } from '../bollettini/porte.ts';
import type { FlussoRiversamento } from '../pagopa/flussi/flusso-riversamento.ts';
import type { CanalePsp } from '../pagopa/nodo-client.ts';
import type { Iuv } from '../pagopa/identificativi/codice-avviso.ts';
import type { Trimestre } from '../scadenze/trimestre.ts';
import type { Centesimi } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { Anomalia, NuovaAnomalia } from './anomalia.ts';
import type { GiornaleEventi } from './giornale-eventi.ts';
import type { Consegna, StatoConsegna, StatoTentativo, Tentativo } from './pagamento.ts';
import type { FlussoConservato, IncassoRendicontabile, RigaRendicontata } from './rendicontazione.ts';
import type { Ricevuta } from './servizio-pagamenti.ts';
import type { Fetta } from '../valori/fetta.ts';

/** One press of Conferma e Paga: `chiave` is made of the cart's rows and versions, so that two presses are one. */
export interface Conferma {
  readonly id: Id;
  readonly datoreId: Id;
  readonly chiave: string;
  readonly creataIl: string;
}

export interface RepositoryConsegne {
  /** False when this cart was confirmed before. */
  inserisciConferma(conferma: Conferma): Promise<boolean>;
  confermaConChiave(chiave: string): Promise<Conferma | undefined>;
  inserisci(consegne: readonly Consegna[], il: string): Promise<void>;
  /** Only hand-offs with at least one attempt in the ambito. */
  trova(ambito: Ambito, id: Id): Promise<Consegna | undefined>;
  perId(ids: readonly Id[]): Promise<readonly Consegna[]>;
  /** The PSP that activated the notice this hand-off pays; of hand-offs of kind `avviso` born of an activation. */
  inserisciAttivazione(id: Id, canale: CanalePsp): Promise<void>;
  attivazione(id: Id): Promise<CanalePsp | undefined>;
  /** In their order. */
  dellaConferma(ambito: Ambito, confermaId: Id): Promise<readonly Consegna[]>;
  conSessione(idSessione: string): Promise<Consegna | undefined>;
  /**
   * Takes the sending of a hand-off: it becomes `invio-incerto`, because from here on the node may have it. One that is
   * `invio-incerto` already is taken only when its sending began before `scadutoPrimaDi`.
   * @returns what it was, or undefined when somebody else has it or there is nothing to send
   */
  prendiInvio(id: Id, il: string, scadutoPrimaDi: string): Promise<'da-inviare' | 'invio-incerto' | undefined>;
  /** Compare-and-set. @returns the hand-off as it is now; undefined when its state was none of `da` */
  cambiaStato(
    id: Id,
    da: readonly StatoConsegna[],
    a: StatoConsegna,
    il: string,
    campi?: { readonly url?: string; readonly idSessione?: string; readonly errore?: string },
  ): Promise<Consegna | undefined>;
  /** Holds the row until the transaction ends: whoever wants to end its attempts waits. Always before the attempts. */
  blocca(id: Id): Promise<void>;
  /** An open hand-off of which no attempt is alive becomes `conclusa`, also one that nobody sent: its notices were paid at a counter. */
  concludiSeFinita(id: Id, il: string): Promise<void>;
  /** Gives back the sending: the next one may ask at once. */
  lasciaInvio(id: Id, il: string): Promise<void>;
  /**
   * Open hand-offs whose next look is due by `ora`; those never looked at, when made before `prima`. Oldest first.
   */
  daControllare(
    ora: string,
    prima: string,
    massimo: number,
  ): Promise<readonly { readonly consegna: Consegna; readonly creataIl: string; readonly controlli: number }[]>;
  /** Takes a look and says when the next one is; false when somebody else took this one. */
  prendiControllo(id: Id, controlli: number, prossimo: string): Promise<boolean>;
  segnaRitorno(id: Id, esito: NonNullable<Consegna['esitoRitorno']>, il: string): Promise<void>;
}

export interface RepositoryTentativi {
  /** @param posizione within its hand-off, from 1 */
  inserisci(nuovi: readonly { readonly tentativo: Tentativo; readonly posizione: number }[], il: string): Promise<void>;
  conChiave(chiave: {
    readonly dominio: string;
    readonly iuv: string;
    readonly ccp: string;
  }): Promise<Richiesta | undefined>;
  trova(ambito: Ambito, id: Id): Promise<Tentativo | undefined>;
  perId(ids: readonly Id[]): Promise<readonly Tentativo[]>;
  /** In their order within the cart. */
  dellaConsegna(consegnaId: Id): Promise<readonly Tentativo[]>;
  delBollettino(bollettinoId: Id): Promise<readonly Tentativo[]>;
  /** Every attempt of an IUV, oldest first. */
  conIuv(dominio: string, iuv: string): Promise<readonly Tentativo[]>;
  /** Latest first. */
  /** The last changed first; a piece has the last made first, by their ids. */
  inStato(ambito: Ambito, stati: readonly StatoTentativo[], fetta?: Fetta): Promise<readonly Tentativo[]>;
  /** Compare-and-set. */
  cambiaStato(id: Id, da: StatoTentativo, a: StatoTentativo, il: string): Promise<boolean>;
  /** Moves all of a hand-off's attempts that are in state `da`. @returns those, as they are now */
  muovi(consegnaId: Id, da: StatoTentativo, a: StatoTentativo, il: string): Promise<readonly Tentativo[]>;
  /** What the RPTs of a hand-off are to say, in their order. */
  daChiedere(consegnaId: Id): Promise<readonly DaChiedere[]>;
  /** Writes RPTs down, each once and for ever: what is sent again is sent unchanged. */
  scriviRpt(rpt: readonly { readonly tentativoId: Id; readonly xml: string }[]): Promise<void>;
  rpt(id: Id): Promise<string | undefined>;
  /** The attempts of a hand-off, in their order, each with its RPT where one was written. */
  richieste(consegnaId: Id): Promise<readonly Richiesta[]>;
}

/** An attempt with what its RPT says. */
export interface DaChiedere {
  readonly tentativo: Tentativo;
  readonly trimestre: Trimestre;
  readonly codiceRapporto: CodiceRapporto;
  readonly datore: Datore;
}

/** An attempt with its RPT; a cart of notices has none. */
export interface Richiesta {
  readonly tentativo: Tentativo;
  readonly rpt?: string;
}

/** A receipt as it came, and what it says. */
export interface RicevutaConservata {
  readonly id: Id;
  readonly tentativoId: Id;
  /** identificativoMessaggioRicevuta. */
  readonly idMessaggio: string;
  /** SHA-256 of the XML. */
  readonly impronta: string;
  readonly esito: string;
  /** False when it did not fit its RPT: kept, never believed. */
  readonly coerente: boolean;
  readonly importo: Centesimi;
  readonly dati: Ricevuta;
  readonly xml: string;
  readonly ricevutaIl: string;
}

/** Money that a coherent receipt tells of: `dovuto` once a bollettino at most, `doppio` what came on top of it. */
export interface Incasso {
  readonly id: Id;
  readonly tentativoId: Id;
  readonly bollettinoId: Id;
  readonly dominio: string;
  readonly iuv: Iuv;
  readonly iur: string;
  /** 1-5, the place in the receipt. */
  readonly indice: number;
  readonly importo: Centesimi;
  /** The day from which a flow is due that speaks of it. */
  readonly dataEsito: Giorno;
  readonly natura: 'dovuto' | 'doppio';
  readonly registratoIl: string;
}

export interface RepositoryRicevute {
  inserisci(ricevuta: RicevutaConservata): Promise<void>;
  delTentativo(tentativoId: Id): Promise<readonly RicevutaConservata[]>;
  /** Of all its attempts. */
  delBollettino(bollettinoId: Id): Promise<readonly RicevutaConservata[]>;
  /** The coherent receipts of an executed payment of these attempts. */
  positive(tentativoIds: readonly Id[]): Promise<readonly RicevutaConservata[]>;
  /** False when this money is there already, or the bollettino has its `dovuto`. */
  registraIncasso(incasso: Incasso): Promise<boolean>;
  incassiDelBollettino(bollettinoId: Id): Promise<readonly Incasso[]>;
}

export interface RepositoryAnomalie extends SegnalaEccedenze {
  /** False when this one was told before: the key makes repeats one. */
  apri(anomalia: NuovaAnomalia, il: string): Promise<boolean>;
  trova(id: Id): Promise<Anomalia | undefined>;
  /** Latest first. */
  elenco(stato?: Anomalia['stato']): Promise<readonly Anomalia[]>;
  /** False when it is closed already. */
  chiudi(id: Id, chiusura: NonNullable<Anomalia['chiusura']>): Promise<boolean>;
}

/** Flows as they came, and the money they may speak of. */
export interface RepositoryFlussi {
  esiste(id: string, dataOra: string): Promise<boolean>;
  /** False when it is there already. */
  inserisci(flusso: FlussoRiversamento, xml: string, il: string): Promise<boolean>;
  /** Oldest first. */
  elenco(): Promise<readonly FlussoConservato[]>;
  /** All the rows, in the order in which they came; of a flow sent again only its last version. */
  righe(): Promise<readonly RigaRendicontata[]>;
  incassi(): Promise<readonly IncassoRendicontabile[]>;
}

export interface ArchivioPagamenti extends ArchivioBollettini {
  readonly consegne: RepositoryConsegne;
  readonly tentativi: RepositoryTentativi;
  readonly ricevute: RepositoryRicevute;
  readonly anomalie: RepositoryAnomalie;
  readonly flussi: RepositoryFlussi;
  readonly giornale: GiornaleEventi;
}
