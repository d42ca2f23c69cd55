import { randomBytes, randomInt } from 'node:crypto';
import type { RichiestaAccolta } from './controlla-richiesta.ts';
import type { Gestore } from './gestori.ts';
import type { Persona } from './persona.ts';

/** Somebody who is being asked who they are. */
export interface AccessoInCorso {
  readonly id: string;
  readonly gestore: Gestore;
  readonly richiesta: RichiestaAccolta;
  readonly entityId: string;
  readonly relayState: string;
  readonly iniziato: number;
  /** Of the SMS. */
  readonly codice: string;
  errori: number;
  persona?: Persona;
  /** The second factor was shown, when the level asks for it. */
  confermata: boolean;
}

const DURATA_MS = 5 * 60_000;
const MASSIMO = 1_000;

/** The logins under way, in the memory of this process: with it they are over. */
export class AccessiInCorso {
  readonly #tutti = new Map<string, AccessoInCorso>();

  apri(dati: Pick<AccessoInCorso, 'gestore' | 'richiesta' | 'entityId' | 'relayState' | 'iniziato'>): AccessoInCorso {
    const [primo] = this.#tutti.keys();
    if (this.#tutti.size >= MASSIMO && primo !== undefined) this.#tutti.delete(primo);
    const codice = String(randomInt(1_000_000)).padStart(6, '0');
    const accesso = { ...dati, id: randomBytes(24).toString('base64url'), codice, errori: 0, confermata: false };
    this.#tutti.set(accesso.id, accesso);
    return accesso;
  }

  /** @returns undefined when there is none, or it ended */
  trova(id: string): AccessoInCorso | undefined {
    return this.#tutti.get(id);
  }

  isOver({ iniziato }: AccessoInCorso, adesso: number): boolean {
    return adesso - iniziato > DURATA_MS;
  }

  chiudi({ id }: AccessoInCorso): void {
    this.#tutti.delete(id);
  }
}
