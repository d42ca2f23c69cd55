import type { Calcolo } from '../../contributi/calcolo.ts';
import { fraseAccredito } from '../../contributi/settimane-accreditate.ts';
import { norme } from '../../norme/norme.ts';
import { premesse } from '../../norme/premesse.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import type { Decimale } from '../../valori/decimale.ts';
import { type Centesimi, formatEuroItaliano } from '../../valori/denaro.ts';
import type { Giorno } from '../../valori/giorno.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import { GRUPPI } from './bollettino.ts';

const FASCE = {
  1: '1ª fascia di retribuzione',
  2: '2ª fascia di retribuzione',
  3: '3ª fascia di retribuzione',
  4: '4ª, oltre 24 ore a settimana',
} as const;

/** An explained amount as the page shows it: every absent part is null, so that a template cannot forget one. */
export interface VistaCalcolo {
  readonly trimestre: string;
  readonly gruppoInParole: string;
  readonly ore: string;
  readonly settimane: number;
  readonly settimaneAccreditate: number;
  /** What the worker gains from the quarter; said with its last bollettino. */
  readonly accredito: string | null;
  readonly fasciaInParole: string;
  readonly contributoOrario: Centesimi;
  readonly retribuzioneOrariaEffettiva: Centesimi | null;
  readonly associazione: { readonly codice: string; readonly totale: Centesimi } | null;
  readonly totale: Centesimi;
  readonly quotaLavoratore: Centesimi;
  readonly quotaDatore: Centesimi;
  readonly apertura: Giorno;
  readonly scadenza: Giorno;
  readonly giornoSicuro: Giorno | null;
  readonly passi: readonly Passo[];
  readonly avvertenze: readonly string[];
}

/** The bollettini of one quarter: what holds for all of them is said once. */
export interface VistaRisultato {
  /** What stands before the amounts: that they rest on a table INPS has not published. */
  readonly premesse: readonly string[];
  readonly calcoli: readonly VistaCalcolo[];
  readonly comuni: readonly string[];
  /** For the page's title: `Importo: 870,48 €`. */
  readonly titolo: string;
}

export function toRisultato(calcoli: readonly Calcolo[]): VistaRisultato {
  const viste = toVisteCalcolo(calcoli);
  const dette = viste.flatMap(({ avvertenze }) => avvertenze);
  const comuni = [...new Set(dette.filter((frase, indice) => dette.indexOf(frase) !== indice))];
  return {
    premesse: premesse(
      norme(),
      calcoli.map(({ trimestre }) => trimestre.anno),
    ),
    calcoli: viste.map((vista) => ({
      ...vista,
      avvertenze: vista.avvertenze.filter((frase) => !comuni.includes(frase)),
    })),
    comuni,
    titolo: `${viste.length > 1 ? 'Importi' : 'Importo'}: ${viste.map(({ totale }) => `${formatEuroItaliano(totale)} €`).join(' e ')}`,
  };
}

function toVisteCalcolo(calcoli: readonly Calcolo[]): VistaCalcolo[] {
  const frase = fraseAccredito(calcoli, norme().criteri.criteri);
  return calcoli.map((calcolo, n) => toVistaCalcolo(calcolo, n === calcoli.length - 1 ? frase : null));
}

function toVistaCalcolo(calcolo: Calcolo, accredito: string | null): VistaCalcolo {
  return {
    trimestre: formatTrimestre(calcolo.trimestre),
    gruppoInParole: GRUPPI[calcolo.gruppo],
    ore: formatDecimale(calcolo.ore),
    settimane: calcolo.settimane,
    settimaneAccreditate: calcolo.settimaneAccreditate,
    accredito,
    fasciaInParole: FASCE[calcolo.fascia],
    contributoOrario: calcolo.contributoOrario,
    retribuzioneOrariaEffettiva: calcolo.retribuzioneOrariaEffettiva,
    associazione: calcolo.associazione,
    totale: calcolo.totale,
    quotaLavoratore: calcolo.quotaLavoratore,
    quotaDatore: calcolo.quotaDatore,
    apertura: calcolo.scadenza.apertura,
    scadenza: calcolo.scadenza.scadenza,
    giornoSicuro: calcolo.scadenza.giornoSicuro ?? null,
    passi: calcolo.passi,
    avvertenze: calcolo.avvertenze,
  };
}

/** `24.5` → `24,5`, as Italians write it and as the form reads it back. */
export function formatDecimale(valore: Decimale): string {
  return valore.toFixed().replace('.', ',');
}
