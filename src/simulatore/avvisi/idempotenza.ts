import { createHash } from 'node:crypto';
import type { Contesto } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';

/** What a PSP asks with an idempotency key: repeated as it was it gets the same answer, changed it gets a fault. */
export interface Richiesta {
  readonly psp: string;
  readonly chiave: string | undefined;
  readonly operazione: string;
  /** Everything the answer depends on, save the password. */
  readonly contenuto: unknown;
}

/**
 * The answer already given to this very request, while its key is good.
 * @throws FaultNodo PPT_ERRORE_IDEMPOTENZA for the same key on something else
 */
export function rispostaGiaData(contesto: Contesto, richiesta: Richiesta): string | undefined {
  if (richiesta.chiave === undefined) return undefined;
  const riga = contesto.archivio.db
    .prepare<unknown[], { operazione: string; impronta: string; risposta: string; scade: number }>(
      'SELECT operazione, impronta, risposta, scade FROM idempotenza WHERE psp = ? AND chiave = ?',
    )
    .get(richiesta.psp, richiesta.chiave);
  if (riga === undefined || riga.scade <= contesto.orologio.ora()) return undefined;
  if (riga.operazione !== richiesta.operazione || riga.impronta !== impronta(richiesta)) {
    throw new FaultNodo('PPT_ERRORE_IDEMPOTENZA', richiesta.chiave);
  }
  return riga.risposta;
}

/** Remembers an answer for as long as the token it speaks of lives. To be called in the transaction that earned it. */
export function ricordaRisposta(contesto: Contesto, richiesta: Richiesta, risposta: string, scade: number): void {
  if (richiesta.chiave === undefined) return;
  contesto.archivio.db
    .prepare(
      `INSERT INTO idempotenza (psp, chiave, operazione, impronta, risposta, scade) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (psp, chiave) DO UPDATE SET operazione = excluded.operazione, impronta = excluded.impronta,
         risposta = excluded.risposta, scade = excluded.scade`,
    )
    .run(richiesta.psp, richiesta.chiave, richiesta.operazione, impronta(richiesta), risposta, scade);
}

function impronta({ contenuto }: Richiesta): string {
  return createHash('sha256').update(JSON.stringify(contenuto)).digest('hex');
}
