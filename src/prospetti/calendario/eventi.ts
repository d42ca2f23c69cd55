import type { RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { aggiungiGiorni, formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import { conArticolo } from '../../valori/italiano.ts';
import type { ScadenzaInCalendario } from './scadenze-dei-rapporti.ts';

export type TipoEvento = 'apertura' | 'giorno-sicuro' | 'scadenza';

/** One whole day of a calendar. */
export interface Evento {
  /** The same for the same due date at every download: calendars update it instead of adding another. */
  readonly uid: string;
  readonly tipo: TipoEvento;
  readonly giorno: Giorno;
  readonly titolo: string;
  readonly descrizione: string;
  /** Days before at nine in the morning on which to remind; 0 the day itself. */
  readonly avvisi: readonly number[];
}

/** How an event names a rapporto. */
export type Nomina = (rapporto: RapportoDiLavoro) => string;

/** The opening of the window, the safe day where the sources disagree, and the last day. */
export function eventiDi(voce: ScadenzaInCalendario, giorniPrima: number, nomina: Nomina = name): Evento[] {
  const { apertura, scadenza, giornoSicuro } = voce.scadenza;
  const trimestre = formatTrimestre(voce.trimestre);
  const ultimo = conArticolo('al', formatGiornoItaliano(scadenza));
  const finale: Evento = {
    uid: uid(voce, 'scadenza'),
    tipo: 'scadenza',
    giorno: scadenza,
    titolo: `Ultimo giorno per i contributi ${trimestre}`,
    descrizione: description(voce, nomina),
    avvisi: giorniPrima === 0 ? [0] : [giorniPrima, 0],
  };
  const primo: Evento = {
    uid: uid(voce, 'apertura'),
    tipo: 'apertura',
    giorno: voce.perCessazione ? aggiungiGiorni(apertura, 1) : apertura,
    titolo: voce.perCessazione
      ? `Contributi ${trimestre} dopo la cessazione: si pagano fino ${ultimo}`
      : `Si possono pagare i contributi ${trimestre}, fino ${ultimo}`,
    descrizione: description(voce, nomina),
    avvisi: [0],
  };
  if (giornoSicuro === undefined || giornoSicuro === scadenza) return [primo, finale];
  const sicuro: Evento = {
    uid: uid(voce, 'giorno-sicuro'),
    tipo: 'giorno-sicuro',
    giorno: giornoSicuro,
    titolo: `Giorno sicuro per i contributi ${trimestre}`,
    descrizione: description(voce, nomina),
    avvisi: giorniPrima === 0 ? [0] : [giorniPrima, 0],
  };
  return [primo, sicuro, finale];
}

function uid(voce: ScadenzaInCalendario, tipo: TipoEvento): string {
  const { anno, numero } = voce.trimestre;
  const codici = voce.rapporti.map(({ codice }) => codice).sort();
  const quali = voce.perCessazione || voce.sospesa || codici.length === 1 ? codici.join('-') : 'tutti';
  return `${anno}-${numero}-${quali}-${tipo}@trimestre`;
}

function description({ scadenza, rapporti }: ScadenzaInCalendario, nomina: Nomina): string {
  return [
    ...rapporti.map(nomina),
    ...(scadenza.motivo === null ? [] : [`Ultimo giorno spostato: ${scadenza.motivo}.`]),
    ...scadenza.avvertenze,
  ].join('\n');
}

/** Whoever has one employer knows whose it is. */
function name({ lavoratore, codice }: RapportoDiLavoro): string {
  return `${lavoratore.cognome} ${lavoratore.nome}, rapporto ${codice}`;
}
