import { ambitoDi, requireDispositivo } from '../accesso/ambito.ts';
import type { Contesto } from '../accesso/contesto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { ErroreDati, NonTrovato } from '../valori/errore-dati.ts';
import { type Giorno, giornoInItalia } from '../valori/giorno.ts';
import type { Bollettino } from './bollettino.ts';
import type { DipendenzeBollettini } from './dipendenze.ts';
import { controllaAtto } from './prescritto.ts';

/**
 * Keeps the day of an act that interrupted the term of a bollettino's quarter, for all its bollettini: it is the employer's word,
 * kept in the register of acts with who gave it.
 * @throws ErroreDati `atto-non-interruttivo`, `bollettino-cambiato` (409) of one that waits for nothing; NonTrovato
 */
export async function dichiaraAtto(
  { archivio, clock }: DipendenzeBollettini,
  contesto: Contesto,
  { id, giorno }: { readonly id: Id; readonly giorno: Giorno },
): Promise<Bollettino> {
  requireDispositivo(contesto);
  const ambito = ambitoDi(contesto);
  const il = clock.now().toISOString();
  return archivio.transazione(async (tx) => {
    const bollettino = await tx.bollettini.trova(ambito, id);
    if (bollettino === undefined) throw new NonTrovato('Bollettino');
    if (bollettino.stato !== 'nel-carrello') throw notWaiting();
    controllaAtto(bollettino, giorno, giornoInItalia(clock.now()));
    await tx.bollettini.scriviInterruzione(bollettino.rapportoId, bollettino.trimestre, giorno, il);
    const oggetto = { tipo: 'bollettino', id } as const;
    await tx.atti.registra({ azione: 'atto-interruttivo', contesto, oggetto, dettaglio: { giorno } });
    return { ...bollettino, interrottaIl: giorno };
  });
}

function notWaiting(): ErroreDati {
  return new ErroreDati('bollettino-cambiato/atto');
}
