import { ambitoDi, requireDispositivo } from '../accesso/ambito.ts';
import type { Contesto } from '../accesso/contesto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { ErroreDati, NonTrovato } from '../valori/errore-dati.ts';
import type { Bollettino } from './bollettino.ts';
import { whyNot } from './conflitto.ts';
import { weeksTaken } from './consenso.ts';
import { applyModifiche } from './dati-del-rapporto.ts';
import { fromPersistiti } from './dati-persistiti.ts';
import type { DipendenzeBollettini } from './dipendenze.ts';
import { toCambio } from './emissione.ts';
import { contenutoIntegrazione, isDifferenza, versatoAllora } from './integrazione.ts';
import { PAROLE_AVVISI, type ParoleBollettino } from './parole.ts';
import type { ArchivioBollettini, CambioBollettino } from './porte.ts';
import type { Modifiche } from './servizio-bollettini.ts';
import { comuni, riassegna, settimaneChieste, unione } from './settimane-coperte.ts';

/**
 * Computes a bollettino of the cart anew with what the person changed; the quarter's other bollettino, if any, stays. Its IUV and codice avviso stay: the notice already
 * printed asks the new amount at the counter.
 * @throws ErroreDati `bollettino-cambiato` (409); `bollettino-gia-emesso` or `trimestre-gia-pagato` (409) when it would pay
 *   weeks that another bollettino pays; `nulla-da-integrare` (409)
 */
export async function modificaBollettino(
  { archivio, calcolatore, clock, parole = PAROLE_AVVISI }: DipendenzeBollettini,
  contesto: Contesto,
  richiesta: { readonly id: Id; readonly versione: number; readonly modifiche: Modifiche },
): Promise<Bollettino> {
  requireDispositivo(contesto);
  const { id, versione, modifiche } = richiesta;
  const ambito = ambitoDi(contesto);
  const prima = await archivio.letture.bollettini.trova(ambito, id);
  if (prima === undefined) throw new NonTrovato('Bollettino');
  if (modifiche.situazione !== undefined || toldAsItWas(prima)) throw onlyWhenIssued();
  const base = { forma: 'semplice', dati: applyModifiche(fromPersistiti(prima.dati), modifiche) } as const;
  const [calcolo, altro] = calcolatore.semplice(base.dati);
  if (calcolo === undefined || altro !== undefined) throw onlyWhenIssued();
  const il = clock.now().toISOString();
  const fatto = await archivio.transazione(async (tx) => {
    const cambio = isDifferenza(prima)
      ? contenutoIntegrazione(base, [calcolo], versatoAllora(prima), prima.settimane)
      : await ordinario(tx, prima, (settimane) => toCambio(base, calcolo, settimane), {
          chieste: settimaneChieste(base, calcolo),
          parole,
        });
    if (!(await tx.bollettini.cambia(ambito, id, versione, cambio, il))) return false;
    await tx.atti.registra({
      azione: 'bollettino-modificato',
      contesto,
      oggetto: { tipo: 'bollettino', id },
      dettaglio: { da: prima.importo, a: cambio.importo },
    });
    return true;
  });
  const dopo = await archivio.letture.bollettini.trova(ambito, id);
  if (!fatto || dopo === undefined) throw await whyNot(() => Promise.resolve(dopo));
  return dopo;
}

/** With the weeks it has, as far as they are still asked for, and others that nobody pays. */
async function ordinario(
  tx: ArchivioBollettini,
  prima: Bollettino,
  contenuto: (settimane: Bollettino['settimane']) => CambioBollettino,
  { chieste, parole }: { readonly chieste: ReturnType<typeof settimaneChieste>; readonly parole: ParoleBollettino },
): Promise<CambioBollettino> {
  const tutti = await tx.bollettini.delTrimestre(prima.rapportoId, prima.trimestre);
  const altri = tutti.filter(({ id, stato }) => id !== prima.id && stato !== 'eliminato');
  const settimane = riassegna(prima.settimane, chieste, unione(altri.map((altro) => altro.settimane)));
  if (settimane !== undefined) return contenuto(settimane);
  const occupano = altri.filter((altro) => comuni(altro.settimane, chieste.possibili) !== 0);
  throw weeksTaken(occupano, { trimestre: prima.trimestre, nomina: parole.nomina });
}

/** The difference of a quarter told as it was does not follow from one figure of hours and pay. */
function toldAsItWas(bollettino: Bollettino): boolean {
  return isDifferenza(bollettino) && bollettino.dati['situazione'] !== undefined;
}

/** A quarter told as it was may make two bollettini of one: that is issuing, not changing. */
function onlyWhenIssued(): ErroreDati {
  return new ErroreDati('situazione-solo-nuova', { campo: 'situazione' });
}
