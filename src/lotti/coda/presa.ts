import { randomUUID } from 'node:crypto';
import type { Id } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { AvanzamentoLotto, RepositoryLotti } from '../../archivio/lotti-repository.ts';
import type { Clock } from '../../valori/clock.ts';

/** The batch was cancelled, or somebody else took it: whoever worked at it stops and writes nothing more. */
export class LottoPerso extends Error {
  override readonly name = 'LottoPerso';
}

/** The hold of one worker on one batch. Every write tells the database that it still works, and fails once it no longer holds. */
export class Presa {
  readonly lottoId: Id;
  readonly token: string;
  readonly #clock: Clock;
  readonly #onProgress: ((avanzamento: AvanzamentoLotto) => void) | undefined;

  constructor(lottoId: Id, token: string, clock: Clock, onProgress?: (avanzamento: AvanzamentoLotto) => void) {
    this.lottoId = lottoId;
    this.token = token;
    this.#clock = clock;
    this.#onProgress = onProgress;
  }

  static newToken(): string {
    return randomUUID();
  }

  /** @throws LottoPerso */
  async batti(lotti: RepositoryLotti, avanzamento?: AvanzamentoLotto): Promise<void> {
    const adesso = this.#clock.now().toISOString();
    if (!(await lotti.batti(this.lottoId, this.token, adesso, avanzamento))) throw new LottoPerso();
    if (avanzamento !== undefined) this.#onProgress?.(avanzamento);
  }

  /** Writes how far the work has got. @throws LottoPerso */
  async segna(lotti: RepositoryLotti, punto: unknown, avanzamento: AvanzamentoLotto): Promise<void> {
    if (!(await lotti.segnaPunto(this.lottoId, this.token, punto))) throw new LottoPerso();
    await this.batti(lotti, avanzamento);
  }
}
