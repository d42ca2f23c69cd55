import { leggiCodici } from '../avvisi/lettura/leggi-codici.ts';
import { interpretaCodici, type LetturaAvvisi } from '../prospetti/lettura/index.ts';
import { atMost } from './http/at-most.ts';

/** Each reading is a process of its own with half a gigabyte of memory. */
const inTurno = atMost(2, 8);

/**
 * The notices that a PDF or a picture bears.
 * @throws ErroreDati `file-non-leggibile` and the like, `servizio-occupato` (503)
 */
export function leggiAvvisi(byte: Uint8Array): Promise<LetturaAvvisi> {
  return inTurno(async () => interpretaCodici(await leggiCodici(byte)));
}
