import type { TrimestreNoto } from '../prospetti/scoperti/index.ts';
import type { Bollettino } from './bollettino.ts';

/** A quarter with the bollettini that pay it or ask for it, removed ones apart. */
export interface TrimestreConBollettini extends TrimestreNoto {
  readonly bollettini: readonly Bollettino[];
  /** Those of the association's contribution alone that are not paid: they say nothing of INPS's. */
  readonly soloFondo: readonly Bollettino[];
}
