import { leggiCodici } from '../avvisi/lettura/leggi-codici.ts';
import { interpretaCodici, type LetturaAvvisi } from '../prospetti/lettura/index.ts';
import { atMost } from './http/at-most.ts';

/** Reads the notices of a file on this machine, for a client. */
export type LettoreAvvisi = (cliente: string, percorso: string) => Promise<LetturaAvvisi>;

/**
 * The notices that a PDF or a picture bears. One is read at a time: each reading is a process that may take hundreds of MB.
 * @throws ErroreDati `file-non-leggibile` and the like, `servizio-occupato` (503), `troppe-insieme` (429)
 */
export function createLettoreAvvisi(): LettoreAvvisi {
  const inTurno = atMost({ insieme: 1, inCoda: 12, perCliente: 3 });
  return (cliente, percorso) => inTurno(cliente, async () => interpretaCodici(await leggiCodici(percorso)));
}
