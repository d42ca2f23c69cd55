import type { RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Trimestre } from '../scadenze/trimestre.ts';
import type { Giorno } from '../valori/giorno.ts';

/** The due date of a quarter by the rules in force; undefined before those that are known. */
export type TermineDi = (trimestre: Trimestre, rapporto: RapportoDiLavoro) => Giorno | undefined;
