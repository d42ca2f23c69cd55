import { ambitoDi, requireDispositivo } from '../accesso/ambito.ts';
import type { Contesto } from '../accesso/contesto.ts';
import type { Id, RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import { norme } from '../norme/norme.ts';
import { territoriDelTrimestre } from '../scadenze/scadenza-del-rapporto.ts';
import { territorioDaTenere } from '../scadenze/territori.ts';
import { NonTrovato } from '../valori/errore-dati.ts';
import type { Bollettino } from './bollettino.ts';
import type { DatiPersistiti } from './calcolo-persistito.ts';
import type { DipendenzeBollettini } from './dipendenze.ts';
import { ricalcola } from './ricalcolo.ts';

/**
 * Keeps the suspension that holds where the employer is, for all the quarters it covers; those in the cart get their due date
 * anew.
 * @param scritto its id as people write it; empty or `nessuno` takes it away
 * @throws ErroreDati `territorio-sconosciuto`; NonTrovato
 */
export async function cambiaTerritorio(
  { archivio, calcolatore, clock }: DipendenzeBollettini,
  contesto: Contesto,
  { rapportoId, scritto }: { readonly rapportoId: Id; readonly scritto: string },
): Promise<RapportoDiLavoro> {
  requireDispositivo(contesto);
  const territorio = territorioDaTenere(scritto, norme());
  const ambito = ambitoDi(contesto);
  const il = clock.now().toISOString();
  const dopo = await archivio.transazione(async (tx) => {
    if ((await tx.rapporti.trova(ambito, rapportoId)) === undefined) return undefined;
    await tx.rapporti.scriviTerritorio(rapportoId, territorio);
    const rapporto = await tx.rapporti.trova(ambito, rapportoId);
    const oggetto = { tipo: 'rapporto', id: rapportoId } as const;
    await tx.atti.registra({ azione: 'territorio-cambiato', contesto, oggetto });
    if (rapporto === undefined) return undefined;
    for (const bollettino of await tx.bollettini.inStato(ambito, 'nel-carrello')) {
      if (bollettino.rapportoId !== rapportoId) continue;
      const cambio = ricalcola({ ...bollettino, dati: withPlace(bollettino, rapporto) }, calcolatore);
      if (cambio !== undefined) await tx.bollettini.cambia(ambito, bollettino.id, bollettino.versione, cambio, il);
    }
    return rapporto;
  });
  if (dopo === undefined) throw new NonTrovato('Rapporto di lavoro');
  return dopo;
}

/** The data of a bollettino with the place that its rapporto has now, where it moves the quarter's due date. */
function withPlace({ dati, trimestre }: Bollettino, rapporto: RapportoDiLavoro): DatiPersistiti {
  const { territorio: _, situazione, ...altri } = dati;
  const [territorio] = territoriDelTrimestre(trimestre, rapporto, norme());
  const suo = territorio === undefined ? {} : { territorio };
  if (typeof situazione !== 'string') return { ...altri, ...suo };
  const { territorio: _prima, ...testo } = JSON.parse(situazione) as Readonly<Record<string, unknown>>;
  return { ...altri, ...suo, situazione: JSON.stringify({ ...testo, ...suo }) };
}
