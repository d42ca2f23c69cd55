import { ambitoDi } from '../accesso/ambito.ts';
import type { Contesto } from '../accesso/contesto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import type { Bollettino } from './bollettino.ts';
import { whyNot } from './conflitto.ts';
import type { ArchivioBollettini } from './porte.ts';
import { comuni } from './settimane-coperte.ts';
import { rifiutaSospeso } from './sospensione-del-trimestre.ts';
import type { ConTransazioni } from './transazioni.ts';

/**
 * Puts back in the cart a bollettino that a person removed, as it was and with its IUV, unless something else asks for its
 * quarter by now.
 * @throws ErroreDati `bollettino-cambiato` (409), `bollettino-gia-emesso` (409), `obbligo-sospeso` (409); NonTrovato
 */
export async function ripristina(
  archivio: ConTransazioni<ArchivioBollettini>,
  contesto: Contesto,
  { id, versione, il }: { readonly id: Id; readonly versione: number; readonly il: string },
): Promise<void> {
  const ambito = ambitoDi(contesto);
  await archivio.transazione(async (tx) => {
    const bollettino = await tx.bollettini.trova(ambito, id);
    if (bollettino?.stato !== 'eliminato') throw await whyNot(() => Promise.resolve(bollettino));
    if (await takenUp(tx, bollettino)) throw issuedAnew();
    const rapporto = await tx.rapporti.trova(ambito, bollettino.rapportoId);
    if (rapporto !== undefined) rifiutaSospeso(rapporto, [bollettino.trimestre]);
    if (!(await tx.bollettini.sposta(ambito, id, versione, 'eliminato', 'nel-carrello', il))) {
      throw await whyNot(() => tx.bollettini.trova(ambito, id));
    }
    await tx.atti.registra({ azione: 'bollettino-ripristinato', contesto, oggetto: { tipo: 'bollettino', id } });
  });
}

/** Whether another took its place, holds one of its weeks, or asks for the difference of its quarter. */
async function takenUp(tx: ArchivioBollettini, bollettino: Bollettino): Promise<boolean> {
  if ((await tx.bollettini.successori(bollettino.id)).length > 0) return true;
  const tutti = await tx.bollettini.delTrimestre(bollettino.rapportoId, bollettino.trimestre);
  return tutti
    .filter(({ stato }) => stato !== 'eliminato')
    .some(
      (altro) =>
        comuni(altro.settimane, bollettino.settimane) !== 0 ||
        altro.integrazione !== undefined ||
        bollettino.integrazione !== undefined,
    );
}

function issuedAnew(): ErroreDati {
  return new ErroreDati('bollettino-gia-emesso/ripristino');
}
