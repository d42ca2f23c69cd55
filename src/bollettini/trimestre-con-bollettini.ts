import type { TrimestreNoto } from '../prospetti/scoperti/index.ts';
import type { Bollettino } from './bollettino.ts';

/** A quarter with the bollettini that pay it or ask for it, removed ones apart. */
export interface TrimestreConBollettini extends TrimestreNoto {
  readonly bollettini: readonly Bollettino[];
}
