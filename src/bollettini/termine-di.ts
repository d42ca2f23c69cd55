import type { RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Trimestre } from '../scadenze/trimestre.ts';
import type { Giorno } from '../valori/giorno.ts';

/** When a rapporto's quarter is due. */
export interface Termine {
  readonly scadenza: Giorno;
  /** The day it would be due on without the suspension of the place; absent where none holds. */
  readonly sospesa?: Giorno;
}

/** The due date of a quarter by the rules in force; undefined before those that are known. */
export type TermineDi = (trimestre: Trimestre, rapporto: RapportoDiLavoro) => Termine | undefined;
