import type { Applicazione } from '../../applicazione/applicazione.ts';
import { ArchivioFermo, type FermoRiferito } from '../../archivio/guasto-archivio.ts';
import type { AvanzamentoLotto, Lotto } from '../../archivio/lotti-repository.ts';
import type { Impostazioni } from '../../impostazioni/impostazioni.ts';
import { programOf } from '../../processi/comando-limitato.ts';
import type { Limiti } from '../../processi/limiti.ts';
import { runLimited } from '../../processi/processo-limitato.ts';
import type { Guardia } from './guardia.ts';
import type { FineLotto } from './lavoro.ts';
import { LottoPerso } from './presa.ts';

/**
 * What one batch may cost: the largest that is taken needs some 300 MB and three minutes of processor. Its loop turns all the
 * time, so a minute of silence is a file that is made to be slow.
 */
export const LIMITI_LOTTO: Limiti = { memoriaMb: 512, secondiCpu: 1_800, secondiSilenzio: 60 };

/** What the program of a batch is told. */
export interface DomandaLotto {
  readonly impostazioni: Impostazioni;
  /** UTC instant: the child's clock goes on from the parent's. */
  readonly adesso: string;
  readonly lotto: Lotto;
  /** Token of the hold. */
  readonly presa: string;
}

/** What it answers: how the batch ended, that it was stopped, that the hold was lost, or what the archive did not do. */
export type RispostaLotto =
  { readonly fine: FineLotto } | { readonly ferma: 'fermato' | 'perso' } | { readonly fermo: FermoRiferito };

/**
 * Works at a batch in a process of its own, with bounds of memory and time, so that no given file is ever read, and no batch
 * worked at, where people are served.
 * @returns the summary, or undefined when the guard's signal stopped it
 * @throws LottoPerso; ErroreDati when nothing can be done with the file; ArchivioFermo; ProcessoCaduto
 */
export async function lavoraInDisparte(
  { impostazioni, clock }: Applicazione,
  lotto: Lotto,
  presa: string,
  { signal, tell }: Guardia,
  limiti: Limiti = LIMITI_LOTTO,
): Promise<FineLotto | undefined> {
  const programma = programOf(import.meta.url, 'processo-lotto');
  const risposta = await runLimited<DomandaLotto, RispostaLotto, AvanzamentoLotto>(
    { programma, limiti, ambiente: process.env, signal, onNotizia: tell },
    { impostazioni, adesso: clock.now().toISOString(), lotto, presa },
  );
  if ('fine' in risposta) return risposta.fine;
  if ('fermo' in risposta) throw new ArchivioFermo(risposta.fermo);
  if (risposta.ferma === 'perso') throw new LottoPerso();
  return undefined;
}
