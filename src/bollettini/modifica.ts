import { ambitoDi, requireDispositivo } from '../accesso/ambito.ts';
import type { Contesto } from '../accesso/contesto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Calcolo } from '../contributi/calcolo.ts';
import { ErroreDati, NonTrovato } from '../valori/errore-dati.ts';
import type { Bollettino } from './bollettino.ts';
import { whyNot } from './conflitto.ts';
import type { DipendenzeBollettini } from './dipendenze.ts';
import { applyModifiche } from './dati-del-rapporto.ts';
import { fromPersistiti } from './dati-persistiti.ts';
import { alreadyAlive, toCambio } from './emissione.ts';
import type { Modifiche } from './servizio-bollettini.ts';

/**
 * Computes a bollettino of the cart anew with what the person changed. Its IUV and codice avviso stay: the notice already
 * printed asks the new amount at the counter.
 * @throws ErroreDati `bollettino-cambiato` (409), `bollettino-gia-emesso` (409) when the hours now fall in the group of weeks
 *   that another bollettino pays, `modifica-divide` when they would make two bollettini of one
 */
export async function modificaBollettino(
  { archivio, calcola, clock }: DipendenzeBollettini,
  contesto: Contesto,
  richiesta: { readonly id: Id; readonly versione: number; readonly modifiche: Modifiche },
): Promise<Bollettino> {
  requireDispositivo(contesto);
  const { id, versione, modifiche } = richiesta;
  const ambito = ambitoDi(contesto);
  const prima = await archivio.letture.bollettini.trova(ambito, id);
  if (prima === undefined) throw new NonTrovato('Bollettino');
  const dati = applyModifiche(fromPersistiti(prima.dati), modifiche);
  const cambio = toCambio(dati, onlyOne(calcola(dati)));
  const il = clock.now().toISOString();
  const esito = await archivio.transazione(async (tx) => {
    const fatto = await tx.bollettini.cambia(ambito, id, versione, cambio, il);
    if (fatto === 'fatto') {
      await tx.atti.registra({
        azione: 'bollettino-modificato',
        contesto,
        oggetto: { tipo: 'bollettino', id },
        dettaglio: { da: prima.importo, a: cambio.importo },
      });
    }
    return fatto;
  });
  if (esito === 'occupato') throw alreadyAlive(prima);
  const dopo = await archivio.letture.bollettini.trova(ambito, id);
  if (esito === 'non-piu-quello' || dopo === undefined) throw await whyNot(() => Promise.resolve(dopo));
  return dopo;
}

function onlyOne(calcoli: readonly Calcolo[]): Calcolo {
  const [calcolo, altro] = calcoli;
  if (calcolo === undefined || altro !== undefined) {
    throw new ErroreDati(
      'modifica-divide',
      'Con queste ore il trimestre ha settimane sia fino a 24 ore sia oltre: eliminare questo bollettino ed emetterli di nuovo.',
      { campo: 'ore' },
    );
  }
  return calcolo;
}
