import type { Bollettino } from '../../bollettini/bollettino.ts';
import { ConflittoTransazione } from '../../bollettini/transazioni.ts';
import type { Tentativo } from '../pagamento.ts';
import type { ArchivioPagamenti } from '../porte.ts';
import { newId } from '../../valori/new-id.ts';
import { consegnaAvviso } from './consegna-avviso.ts';

/** Where an attempt begins that nobody had confirmed: paid, or held until its receipt is examined. */
const INIZIO = {
  eseguito: { consegna: 'conclusa', tentativo: 'eseguito' },
  anomalo: { consegna: 'inviata', tentativo: 'anomalo' },
} as const;

/**
 * An attempt made now, for who paid outside the portal: nothing was known of it before its receipt, or its flow, came.
 * @param chiave `ccp` is the receipt's id, which in flows is the IUR
 */
export async function attemptOutside(
  tx: ArchivioPagamenti,
  bollettino: Bollettino,
  chiave: { readonly dominio: string; readonly ccp: string },
  il: string,
  stato: keyof typeof INIZIO = 'eseguito',
): Promise<Tentativo> {
  const { datoreId } = bollettino;
  const conferma = { id: newId(), datoreId, chiave: `avviso:${chiave.dominio}:${chiave.ccp}`, creataIl: il };
  const { consegna, tentativo } = consegnaAvviso(conferma.id, bollettino, chiave, INIZIO[stato]);
  if (!(await tx.consegne.inserisciConferma(conferma))) {
    throw new ConflittoTransazione(`payment ${chiave.ccp} is being heard`);
  }
  await tx.consegne.inserisci([consegna], il);
  await tx.tentativi.inserisci([{ tentativo, posizione: 1 }], il);
  return tentativo;
}
