import { createEvents, type EventAttributes } from 'ics';
import type { RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { Norme } from '../../norme/norme.ts';
import type { Trimestre } from '../../scadenze/trimestre.ts';
import { aggiungiGiorni, partiDelGiorno, type Giorno } from '../../valori/giorno.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { eventiDi, type Evento, type Nomina } from './eventi.ts';
import { scadenzeDeiRapporti } from './scadenze-dei-rapporti.ts';

/** Which due dates to write, and how. */
export interface DatiCalendario {
  readonly rapporti: readonly RapportoDiLavoro[];
  readonly dal: Trimestre;
  readonly al: Trimestre;
  /** Reminder so many days before the last day, besides the day itself (0-30). */
  readonly giorniPrima: number;
  /** How rapporti are named; by worker and code when absent. */
  readonly nomina?: Nomina;
}

const ORA_AVVISO = 9;

/** The events in order of day. @throws ErroreDati `trimestri-non-validi`, `giorni-non-validi` */
export function eventiCalendario({ rapporti, dal, al, giorniPrima, nomina }: DatiCalendario, norme: Norme): Evento[] {
  if (!Number.isInteger(giorniPrima) || giorniPrima < 0 || giorniPrima > 30) {
    throw new ErroreDati('giorni-non-validi', { campo: 'giorniPrima' });
  }
  return scadenzeDeiRapporti(rapporti, dal, al, norme)
    .flatMap((voce) => eventiDi(voce, giorniPrima, nomina))
    .sort((a, b) => a.giorno.localeCompare(b.giorno) || a.uid.localeCompare(b.uid));
}

/**
 * The calendar file (iCalendar, RFC 5545) of some rapporti, to download or to subscribe to. Days are whole days without a
 * zone; alarms ring at nine where the person is.
 * @param adesso instant for DTSTAMP: the only thing that differs between two files of the same data
 * @throws ErroreDati as `eventiCalendario`
 */
export function calendarioIcs(dati: DatiCalendario, norme: Norme, adesso: Date): string {
  const eventi = eventiCalendario(dati, norme);
  const { error, value } = createEvents(
    eventi.map((evento) => attributes(evento, adesso)),
    { productId: '-//Trimestre//scadenze contributi//IT', method: 'PUBLISH', calName: 'Contributi lavoro domestico' },
  );
  if (value === null) throw error ?? new Error('ics gave neither a calendar nor an error');
  return value;
}

/** `timestamp` is read by the library but missing from its types. */
function attributes(evento: Evento, adesso: Date): EventAttributes & { readonly timestamp: number } {
  return {
    uid: evento.uid,
    timestamp: adesso.getTime(),
    start: dateArray(evento.giorno),
    end: dateArray(aggiungiGiorni(evento.giorno, 1)),
    title: evento.titolo,
    description: evento.descrizione,
    categories: ['Contributi'],
    transp: 'TRANSPARENT',
    busyStatus: 'FREE',
    alarms: evento.avvisi.map((giorni) => ({
      action: 'display',
      // The library escapes an event's texts, not an alarm's (RFC 5545, 3.3.11).
      description: evento.titolo.replace(/[\\;,]/g, '\\$&'),
      trigger:
        giorni === 0
          ? { hours: ORA_AVVISO, before: false }
          : { days: giorni - 1, hours: 24 - ORA_AVVISO, before: true },
    })),
  };
}

function dateArray(giorno: Giorno): [number, number, number] {
  const { anno, mese, delMese } = partiDelGiorno(giorno);
  return [anno, mese, delMese];
}
