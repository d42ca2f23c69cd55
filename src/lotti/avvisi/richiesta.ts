import type { Actor } from '../../accesso/contesto.ts';
import type { SceltaAvviso } from '../../avvisi/scelta-avviso.ts';
import type { Applicazione } from '../../applicazione/applicazione.ts';
import type { AvanzamentoLotto } from '../../archivio/lotti-repository.ts';
import type { Consenso } from '../../bollettini/consenso.ts';
import type { Centesimi } from '../../valori/denaro.ts';
import type { CodiceEsito } from '../calcola/richiesta.ts';
import type { RigheNascoste } from '../fogli/foglio-in-csv.ts';
import type { ErroreRiga } from '../righe/errore-riga.ts';

/** How the notices of a batch are put on paper, edition and language included where they were asked for. */
export interface OpzioniStampa extends SceltaAvviso {
  /** `datore`: by the employer's surname and name; `file`: as in the file. */
  readonly ordine: 'datore' | 'file';
  /** Before each employer's notices a sheet with their list and total; puts them in order of employer. */
  readonly copertina: boolean;
  /** Printed on both sides: every notice and cover starts on a sheet of its own. */
  readonly fronteRetro: boolean;
  /** One document for the printer; a folder with one an employer; the same in a ZIP archive. */
  readonly forma: 'documento' | 'cartella' | 'zip';
}

/** What a batch may do where a row's quarter has bollettini already. */
export type OpzioniEmissione = Pick<Consenso, 'sostituisci' | 'integra'>;

/** A batch of notices from a file to files. */
export interface RichiestaAvvisi extends Partial<Omit<OpzioniStampa, 'forma'>>, OpzioniEmissione {
  readonly app: Applicazione;
  /** In whose name bollettini are issued. */
  readonly attore: Actor;
  /** Text, XLSX or ODS, told by its content. */
  readonly input: string;
  /** One document, or else `cartella`. */
  readonly out?: string | undefined;
  /** One document an employer: a folder that must not exist, or with `zip` the name of an archive. */
  readonly cartella?: string | undefined;
  readonly zip?: boolean | undefined;
  /** By default beside the output. */
  readonly manifesto?: string | undefined;
  readonly errori?: string | undefined;
  /** Where the refused rows go in the input's own columns, to be mended and given again; nowhere when absent. */
  readonly daCorreggere?: string | undefined;
  /** What to do with rows that a sheet hides; by default they are taken, and told. */
  readonly righeNascoste?: RigheNascoste | undefined;
  readonly riprendi?: boolean | undefined;
  /** Called before anything is written by a run that goes on with nothing; what it throws stops it. */
  readonly daCapo?: (() => void) | undefined;
  readonly onProgress?: ((avanzamento: AvanzamentoLotto) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a batch of notices came to. Money in cents. */
export interface RiepilogoAvvisi {
  readonly righe: number;
  readonly righeRifiutate: number;
  readonly errori: number;
  /** Notices printed: each bollettino once, however many rows asked for it. */
  readonly avvisi: number;
  readonly datori: number;
  readonly pagine: number;
  readonly totale: Centesimi;
  /** Unpaid bollettini that were cancelled: these took their place. */
  readonly sostituiti: number;
  readonly primiErrori: readonly ErroreRiga[];
}

export interface EsitoAvvisi {
  readonly codice: CodiceEsito;
  /** Absent when `signal` stopped the batch. */
  readonly riepilogo?: RiepilogoAvvisi;
  /** About the file as a whole; Italian sentences. */
  readonly avvertenze: readonly string[];
  /** The document, folder or archive; absent when no row was good. */
  readonly out?: string;
  readonly manifesto?: string;
  readonly errori: string;
  readonly ripreso: boolean;
  readonly interrotto: boolean;
}
