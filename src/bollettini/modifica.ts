import { ambitoDi, requireDispositivo } from '../accesso/ambito.ts';
import type { Contesto } from '../accesso/contesto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { ErroreDati, NonTrovato } from '../valori/errore-dati.ts';
import type { Bollettino } from './bollettino.ts';
import { whyNot } from './conflitto.ts';
import type { DipendenzeBollettini } from './dipendenze.ts';
import { applyModifiche } from './dati-del-rapporto.ts';
import { fromPersistiti } from './dati-persistiti.ts';
import { alreadyAlive, toCambio } from './emissione.ts';
import type { Modifiche } from './servizio-bollettini.ts';

/**
 * Computes a bollettino of the cart anew with what the person changed; the quarter's other bollettino, if any, stays. Its IUV and codice avviso stay: the notice already
 * printed asks the new amount at the counter.
 * @throws ErroreDati `bollettino-cambiato` (409), `bollettino-gia-emesso` (409) when the hours now fall in the group of weeks
 *   that another bollettino pays
 */
export async function modificaBollettino(
  { archivio, calcolatore, clock }: DipendenzeBollettini,
  contesto: Contesto,
  richiesta: { readonly id: Id; readonly versione: number; readonly modifiche: Modifiche },
): Promise<Bollettino> {
  requireDispositivo(contesto);
  const { id, versione, modifiche } = richiesta;
  const ambito = ambitoDi(contesto);
  const prima = await archivio.letture.bollettini.trova(ambito, id);
  if (prima === undefined) throw new NonTrovato('Bollettino');
  if (modifiche.situazione !== undefined) throw onlyWhenIssued();
  const dati = applyModifiche(fromPersistiti(prima.dati), modifiche);
  const cambio = toCambio({ forma: 'semplice', dati }, calcolatore.semplice(dati));
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

/** A quarter told as it was may make two bollettini of one: that is issuing, not changing. */
function onlyWhenIssued(): ErroreDati {
  return new ErroreDati(
    'situazione-solo-nuova',
    'situazione: per raccontare il trimestre com’è stato eliminare il bollettino ed emetterlo di nuovo.',
    { campo: 'situazione' },
  );
}
