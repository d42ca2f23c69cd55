import { randomUUID } from 'node:crypto';
import type { Bollettino } from '../../bollettini/bollettino.ts';
import { ConflittoTransazione } from '../../bollettini/transazioni.ts';
import type { Tentativo } from '../pagamento.ts';
import type { ArchivioPagamenti } from '../porte.ts';
import { consegnaAvviso } from './consegna-avviso.ts';

/**
 * A paid attempt made now, for who paid outside the portal: nothing was known of it before its receipt, or its flow, came.
 * @param chiave `ccp` is the receipt's id, which in flows is the IUR
 */
export async function attemptOutside(
  tx: ArchivioPagamenti,
  bollettino: Bollettino,
  chiave: { readonly dominio: string; readonly ccp: string },
  il: string,
): Promise<Tentativo> {
  const { datoreId } = bollettino;
  const conferma = { id: randomUUID(), datoreId, chiave: `avviso:${chiave.dominio}:${chiave.ccp}`, creataIl: il };
  const pagato = { consegna: 'conclusa', tentativo: 'eseguito' } as const;
  const { consegna, tentativo } = consegnaAvviso(conferma.id, bollettino, chiave, pagato);
  if (!(await tx.consegne.inserisciConferma(conferma))) {
    throw new ConflittoTransazione(`payment ${chiave.ccp} is being heard`);
  }
  await tx.consegne.inserisci(consegna, il);
  await tx.tentativi.inserisci(tentativo, 1, il);
  return tentativo;
}
