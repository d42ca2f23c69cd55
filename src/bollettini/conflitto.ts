import { ErroreDati, NonTrovato } from '../valori/errore-dati.ts';
import type { Bollettino } from './bollettino.ts';

/** Why a compare-and-set changed nothing: there is no such bollettino for this person, or it is no longer as they saw it. */
export async function whyNot(trova: () => Promise<Bollettino | undefined>): Promise<ErroreDati> {
  const bollettino = await trova();
  if (bollettino === undefined) return new NonTrovato('Bollettino');
  const perche =
    bollettino.stato === 'nel-carrello'
      ? 'è stato modificato nel frattempo, forse in un’altra finestra: ricaricare la pagina e riprovare'
      : `non è più nel carrello (${bollettino.stato.replace('-', ' ')}): ricaricare la pagina`;
  return new ErroreDati('bollettino-cambiato', { perche });
}
