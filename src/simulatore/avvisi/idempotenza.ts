import { createHash } from 'node:crypto';
import type { FaultBean } from '../../pagopa/nodo-client.ts';
import type { Busta } from '../../pagopa/soap/busta.ts';
import { testoDi, testoSe } from '../../pagopa/xml/albero.ts';
import type { RichiestaRipetibile } from '../archivio/idempotenza.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';

const CHIAVE = 'idempotencyKey';

/** What an operation does with the answers it gives; nothing, for a request without a key. */
export interface Memoria {
  /** The answer that the very same request got while this one was under way. */
  gemella(): string | undefined;
  /**
   * Remembers an answer, to be called in the transaction that earned it.
   * @param scade epoch milliseconds
   * @param token whose end makes the answer void
   */
  ricorda(risposta: string, scade: number, token?: string): void;
}

const SENZA_MEMORIA: Memoria = { gemella: () => undefined, ricorda: () => undefined };

/**
 * Answers a message that bears an idempotency key: repeated as it was it gets the same answer, KO included; changed in anything,
 * password too, PPT_ERRORE_IDEMPOTENZA. What is out of its schema never comes this far, and uses no key up.
 * @param rispondi throws FaultNodo to say no
 * @throws FaultNodo for a key that was used for something else, or when there is no key
 */
export async function unaVolta(
  contesto: Contesto,
  { busta, operazione }: { readonly busta: Busta; readonly operazione: string },
  rispondi: (memoria: Memoria) => Promise<string>,
  ko: (fault: FaultBean) => string,
): Promise<string> {
  const chiave = testoSe(busta.corpo, CHIAVE);
  if (chiave === undefined) return rispondi(SENZA_MEMORIA);
  const richiesta = { psp: testoDi(busta.corpo, 'idPSP'), operazione, chiave, impronta: impronta(busta) };
  const memoria = memoriaDi(contesto, richiesta);
  const giaData = memoria.gemella();
  if (giaData !== undefined) return giaData;
  try {
    return await rispondi(memoria);
  } catch (errore) {
    const risposta = ko(faultDi(errore));
    const scade = contesto.orologio.ora() + contesto.configurazione.durataTokenMs;
    return contesto.scrivi(() => {
      const gemella = memoria.gemella();
      if (gemella === undefined) memoria.ricorda(risposta, scade);
      return gemella ?? risposta;
    });
  }
}

function memoriaDi({ archivio, orologio }: Contesto, richiesta: RichiestaRipetibile): Memoria {
  return {
    gemella() {
      const data = archivio.idempotenza.trova(richiesta, orologio.ora());
      if (data !== undefined && data.impronta !== richiesta.impronta) throw new FaultNodo('PPT_ERRORE_IDEMPOTENZA');
      return data?.risposta;
    },
    ricorda: (risposta, scade, token) =>
      archivio.idempotenza.ricorda(richiesta, { risposta, scade, token: token ?? null }),
  };
}

function faultDi(errore: unknown): FaultBean {
  if (errore instanceof FaultNodo) return errore.fault;
  throw errore;
}

function impronta({ corpo }: Busta): string {
  const resto = { ...corpo, figli: corpo.figli.filter(({ nome }) => nome !== CHIAVE) };
  return createHash('sha256').update(JSON.stringify(resto)).digest('hex');
}
