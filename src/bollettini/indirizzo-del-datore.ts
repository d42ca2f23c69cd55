import { ambitoDi } from '../accesso/ambito.ts';
import type { Contesto } from '../accesso/contesto.ts';
import { formatIndirizzo, type Indirizzo, parseIndirizzo } from '../anagrafe/indirizzo.ts';
import { controllaIndirizzo } from '../avvisi/controlla-avviso.ts';
import { NonTrovato } from '../valori/errore-dati.ts';
import type { ArchivioBollettini } from './porte.ts';
import type { ConTransazioni } from './transazioni.ts';

/**
 * Writes the employer's address, which all their notices and messages bear from now on; one that is all empty takes it away.
 * @throws ErroreDati `indirizzo-non-valido`, `carattere-non-stampabile`; NonTrovato
 */
export async function cambiaIndirizzo(
  archivio: ConTransazioni<ArchivioBollettini>,
  contesto: Contesto,
  scritto: Indirizzo,
): Promise<void> {
  const indirizzo = parseIndirizzo(scritto);
  if (indirizzo !== undefined) controllaIndirizzo(formatIndirizzo(indirizzo));
  const ambito = ambitoDi(contesto);
  const fatto = await archivio.transazione(async (tx) => {
    if (!(await tx.rapporti.scriviIndirizzo(ambito, indirizzo))) return false;
    const oggetto = { tipo: 'datore', id: ambito.datoreId } as const;
    await tx.atti.registra({ azione: 'indirizzo-cambiato', contesto, oggetto });
    return true;
  });
  if (!fatto) throw new NonTrovato('Datore di lavoro');
}
