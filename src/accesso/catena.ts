import { createHash } from 'node:crypto';

/** An act as the register holds it, every column. */
export interface AttoScritto {
  readonly id: number;
  readonly quando: string;
  readonly azione: string;
  readonly attore: string;
  readonly datoreId: string | null;
  readonly autorita: string;
  readonly oggettoTipo: string;
  readonly oggettoId: string;
  readonly dettaglio: string;
}

/** A link of the chain: the numbers run 1, 2, 3…; `sigillatoIl` is the instant of its round, UTC. */
export interface Sigillo {
  readonly numero: number;
  readonly attoId: number;
  /** SHA-256 in hex. */
  readonly impronta: string;
  readonly sigillatoIl: string;
}

/** What the chain shows that nobody should have been able to do. */
export interface Rottura {
  /** Of the seal; null for an act that no round could have left without one. */
  readonly numero: number | null;
  readonly attoId: number;
  readonly che: 'atto-alterato' | 'atto-mancante' | 'atto-retrodatato' | 'atto-inserito' | 'sigilli-mancanti';
}

/** What stands before the first seal. */
const PRINCIPIO = '0'.repeat(64);
/** An act is sealed by the first round after it; this much later at most, if its transaction was slow. */
const TOLLERANZA_MS = 5 * 60_000;

/** The seal of an act: of all it says, and of the seal before it. */
function improntaDi(precedente: string, atto: AttoScritto): string {
  const { id, quando, azione, attore, datoreId, autorita, oggettoTipo, oggettoId, dettaglio } = atto;
  const testo = JSON.stringify([id, quando, azione, attore, datoreId, autorita, oggettoTipo, oggettoId, dettaglio]);
  return createHash('sha256').update(precedente).update('\n').update(testo).digest('hex');
}

/** The seals of acts not sealed yet, after the chain's last one. */
export function sigillaAtti(
  ultimo: Sigillo | undefined,
  atti: readonly AttoScritto[],
  sigillatoIl: string,
): readonly Sigillo[] {
  let { numero, impronta } = ultimo ?? { numero: 0, impronta: PRINCIPIO };
  return atti.map((atto) => {
    numero += 1;
    impronta = improntaDi(impronta, atto);
    return { numero, attoId: atto.id, impronta, sigillatoIl };
  });
}

/** Walks along a chain, from its first seal, and keeps what does not hold; after a break it goes on from what is written. */
export class Verifica {
  readonly #rotture: Rottura[] = [];
  #ultimo: Sigillo | undefined;
  #giroPrima: string | undefined;

  /** @param atto undefined when the register has it no more */
  segue(sigillo: Sigillo, atto: AttoScritto | undefined): void {
    const { numero, attoId } = sigillo;
    const prima = this.#ultimo;
    const salto = numero !== (prima?.numero ?? 0) + 1;
    if (prima !== undefined && prima.sigillatoIl !== sigillo.sigillatoIl) this.#giroPrima = prima.sigillatoIl;
    this.#ultimo = sigillo;
    const rotto = (che: Rottura['che']) => void this.#rotture.push({ numero, attoId, che });
    if (salto) rotto('sigilli-mancanti');
    if (atto === undefined) rotto('atto-mancante');
    else if (!salto && improntaDi(prima?.impronta ?? PRINCIPIO, atto) !== sigillo.impronta) rotto('atto-alterato');
    else if (this.#isBackDated(atto)) rotto('atto-retrodatato');
  }

  get rotture(): readonly Rottura[] {
    return this.#rotture;
  }

  get ultimo(): Sigillo | undefined {
    return this.#ultimo;
  }

  /** An act older than the round before its own would have been sealed by that one. Demo data are of days gone by. */
  #isBackDated({ quando, attore }: AttoScritto): boolean {
    if (this.#giroPrima === undefined || attore === DEMO) return false;
    return Date.parse(quando) < Date.parse(this.#giroPrima) - TOLLERANZA_MS;
  }
}

const DEMO = JSON.stringify({ tipo: 'sistema', nome: 'demo' });
