import type { Trimestre } from '../../scadenze/trimestre.ts';

const START_SLOTS = 1 << 12;
/** Beyond so many rapporti and quarters the rest is not looked at: memory stays bounded. */
const MASSIMI = 3_000_000;
/** A quarter in ten bits below a codice rapporto of at most eleven digits: exact in a double. */
const TRIMESTRI = 1024;

/**
 * Remembers on which line each rapporto and quarter was met, twelve bytes each: a table of places, open addressing.
 */
export class GiaVisti {
  #keys = new Float64Array(START_SLOTS);
  #lines = new Uint32Array(START_SLOTS);
  #size = 0;

  /** Whether there were too many to remember. */
  get colmo(): boolean {
    return this.#size >= MASSIMI;
  }

  /** The line on which the same rapporto and quarter stood before; undefined the first time, and then it is remembered. */
  visto(rapporto: number, { anno, numero }: Trimestre, linea: number): number | undefined {
    const key = rapporto * TRIMESTRI + ((anno * 4 + numero) % TRIMESTRI) + 1;
    const slot = this.#slot(key);
    if (this.#keys[slot] === key) return this.#lines[slot];
    if (this.colmo) return undefined;
    this.#keys[slot] = key;
    this.#lines[slot] = linea;
    if (++this.#size * 2 > this.#keys.length) this.#grow();
    return undefined;
  }

  /** Where the key is, or where it would be. */
  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    const low = key % 4_294_967_296;
    let hash = Math.imul(low ^ Math.imul((key - low) / 4_294_967_296, 0x9e3779b1), 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & mask;
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, lines] = [this.#keys, this.#lines];
    this.#keys = new Float64Array(keys.length * 2);
    this.#lines = new Uint32Array(keys.length * 2);
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as number;
      if (key === 0) continue;
      const slot = this.#slot(key);
      this.#keys[slot] = key;
      this.#lines[slot] = lines[at] as number;
    }
  }
}
