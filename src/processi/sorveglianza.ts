import type { ChildProcess } from 'node:child_process';
import type { Limiti, MotivoCaduta } from './limiti.ts';
import { memoriaResidente } from './memoria-residente.ts';

/** How often the memory of a child is looked at where `/proc` says it; elsewhere each look is a process of its own. */
const SGUARDO_MS = process.platform === 'linux' ? 100 : 500;
/** What a process holds besides its own memory: the text of Node and of the libraries, megabytes. */
const CONDIVISA_MB = 100;
/** Loading a program takes its time on a busy machine, and nothing is heard meanwhile. */
const SECONDI_DI_AVVIO = 120;

/**
 * Ends a child that outgrows its memory or gives no sign of life. What the system bounds by itself it ends by itself; this is
 * for systems that do not, and for a child that waits for ever.
 */
export class Sorveglianza {
  readonly #figlio: ChildProcess;
  readonly #limiti: Limiti;
  readonly #sguardo: NodeJS.Timeout;
  #vivo = performance.now();
  #avviato = false;
  #motivo: MotivoCaduta | undefined;

  constructor(figlio: ChildProcess, limiti: Limiti) {
    this.#figlio = figlio;
    this.#limiti = limiti;
    this.#sguardo = setInterval(() => void this.#look(), SGUARDO_MS);
  }

  /** Why the child was ended from here; undefined while it was not. */
  get motivo(): MotivoCaduta | undefined {
    return this.#motivo;
  }

  alive(): void {
    this.#vivo = performance.now();
    this.#avviato = true;
  }

  end(motivo: MotivoCaduta): void {
    this.#motivo ??= motivo;
    this.#figlio.kill('SIGKILL');
  }

  stop(): void {
    clearInterval(this.#sguardo);
  }

  async #look(): Promise<void> {
    const { pid } = this.#figlio;
    const muto = (performance.now() - this.#vivo) / 1000;
    if (muto > (this.#avviato ? this.#limiti.secondiSilenzio : SECONDI_DI_AVVIO)) this.end('tempo');
    if (pid === undefined) return;
    const mega = await memoriaResidente(pid);
    if (mega !== undefined && mega > this.#limiti.memoriaMb + CONDIVISA_MB) this.end('memoria');
  }
}
