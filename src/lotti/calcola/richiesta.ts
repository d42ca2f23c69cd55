import type { Giorno } from '../../valori/giorno.ts';
import type { RigheNascoste } from '../fogli/foglio-in-csv.ts';
import type { FormatoUscita } from './formato.ts';
import type { Riepilogo } from './totali.ts';

/** A batch of amounts: what to read, what to write and how. */
export interface RichiestaCalcola {
  /** Text with any separator and encoding, XLSX or ODS, told by its content. */
  readonly input: string;
  /** CSV, or XLSX when its name ends so. */
  readonly out: string;
  /** File of the errors; by default beside `out`: `importi.errori.csv`. */
  readonly errori?: string | undefined;
  /** Where the refused rows go in the input's own columns, to be mended and given again; nowhere when absent. */
  readonly daCorreggere?: string | undefined;
  /** All the steps of each amount, not one sentence. */
  readonly dettaglio?: boolean | undefined;
  /** Of a CSV output; by default `italiano`. */
  readonly formato?: FormatoUscita | undefined;
  /** Go on with a run that was interrupted; with nothing to resume it starts from the beginning. */
  readonly riprendi?: boolean | undefined;
  /** Called before anything is written by a run that goes on with nothing; what it throws stops it. */
  readonly daCapo?: (() => void) | undefined;
  /** What to do with rows that a sheet hides; by default they are calculated, and told. */
  readonly righeNascoste?: RigheNascoste | undefined;
  /** The day on which a quarter is overdue or not; by default today. */
  readonly oggi?: Giorno | undefined;
  readonly onProgress?: ((avanzamento: Avanzamento) => void) | undefined;
  /** Stops at the end of a block and leaves everything ready for `riprendi`. */
  readonly signal?: AbortSignal | undefined;
}

export interface Avanzamento {
  readonly bytesLetti: number;
  readonly bytesTotali: number;
  readonly righe: number;
  readonly rifiutate: number;
}

/** 0: every row calculated; 1: some refused; 2: nothing done. The exit codes of the command. */
export type CodiceEsito = 0 | 1 | 2;

export interface EsitoCalcola {
  readonly codice: CodiceEsito;
  /** What stands before the amounts where they rest on a table INPS has not published; Italian sentences. */
  readonly premesse: readonly string[];
  readonly riepilogo: Riepilogo;
  /** What to know about the file as a whole; Italian sentences. */
  readonly avvisi: readonly string[];
  /** Absent when no row was calculated: then no file of amounts is written. */
  readonly out?: string;
  readonly errori: string;
  /** Whether an interrupted run was gone on with. */
  readonly ripreso: boolean;
  /** Stopped by `signal`: nothing stands under the final names yet. */
  readonly interrotto: boolean;
}
