/** What a child process may use before it is ended. */
export interface Limiti {
  /** Memory of its own, megabytes: what the programs and libraries that it shares weigh is not counted. */
  readonly memoriaMb: number;
  /** Seconds of processor, however busy the machine is with others. */
  readonly secondiCpu: number;
  /** Seconds on the clock between one sign of life and the next: a child whose loop stands still gives none. */
  readonly secondiSilenzio: number;
}

/** Why a child was ended, or ended by itself, before it answered. */
export type MotivoCaduta = 'memoria' | 'tempo' | 'interrotto' | 'guasto';

/** A child that gave no answer. The parent is as well as before. */
export class ProcessoCaduto extends Error {
  override readonly name = 'ProcessoCaduto';
  readonly motivo: MotivoCaduta;

  constructor(motivo: MotivoCaduta, dettaglio: string) {
    super(`child process ended without an answer (${motivo}): ${dettaglio}`);
    this.motivo = motivo;
  }
}
