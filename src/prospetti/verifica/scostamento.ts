import { calcola } from '../../contributi/calcola.ts';
import type { Calcolo } from '../../contributi/calcolo.ts';
import type { Norme } from '../../norme/norme.ts';
import type { Decimale } from '../../valori/decimale.ts';
import { centesimi, formatEuroItaliano, type Centesimi } from '../../valori/denaro.ts';
import { decimaleIt } from '../formati.ts';
import type { DatiVerifica } from './dati-verifica.ts';
import { datiDellIpotesi, type Ipotesi } from './ipotesi.ts';

/** How far a notice is from what is due for the hours truly paid. */
export interface Scostamento {
  readonly oreVere: Decimale;
  readonly settimane: number;
  readonly dovuto: Centesimi;
  /** Amount of the notice less what is due: positive when the notice asks too much. */
  readonly differenza: Centesimi;
  readonly calcolo: Calcolo;
  readonly frase: string;
  readonly avvertenze: readonly string[];
}

/**
 * What is due for the true hours, all else being as in the best hypothesis: same band, CUAF, term, association.
 * @throws ErroreDati when the true hours do not fit in the weeks
 */
export function scostamento(dati: DatiVerifica, ipotesi: Ipotesi, oreVere: Decimale, norme: Norme): Scostamento {
  const settimane = dati.settimaneVere ?? ipotesi.distribuzione.settimane;
  const base = datiDellIpotesi(dati, ipotesi.tariffa, oreVere, { ...ipotesi.distribuzione, settimane }, norme);
  // The band goes with the hours agreed for a week, as in INPS's own simulator: the hypothesis's weekly hours decide it.
  const calcolo = calcola({ ...base, oreSettimanali: ipotesi.distribuzione.oreSettimanali }, norme);
  const differenza = centesimi(dati.importo - calcolo.totale);
  const media = oreVere.dividedBy(settimane);
  const cambiaFascia = media.greaterThan(24) !== (ipotesi.tariffa.fascia === 4);
  return {
    oreVere,
    settimane,
    dovuto: calcolo.totale,
    differenza,
    calcolo,
    frase: sentence(differenza, oreVere, calcolo, cambiaFascia),
    avvertenze: cambiaFascia ? [otherBand(media, calcolo)] : [],
  };
}

function otherBand(media: Decimale, { fascia }: Calcolo): string {
  const [verso, altra] =
    fascia === 4 ? ['non supera le 24', 'la fascia della paga (1ª, 2ª o 3ª)'] : ['supera le 24', 'la 4ª fascia'];
  return (
    `Con le ore vere la media è di ${decimaleIt(media.toDecimalPlaces(2))} ore a settimana e ${verso}: per le settimane dall’altra parte ` +
    `della soglia vale ${altra}, e l’importo dovuto è un altro. Calcolare il trimestre settimana per settimana.`
  );
}

/** `cambiaFascia`: the true hours may belong to another band, and the sentence holds only if they do not. */
function sentence(differenza: Centesimi, oreVere: Decimale, calcolo: Calcolo, cambiaFascia: boolean): string {
  const condizione = cambiaFascia ? `, se vale ancora la ${calcolo.fascia}ª fascia` : '';
  const dovuto = `per ${decimaleIt(oreVere)} ore si devono ${formatEuroItaliano(calcolo.totale)} €${condizione}`;
  if (differenza === 0) return `L’avviso è giusto: ${dovuto}.`;
  const quanto = formatEuroItaliano(centesimi(Math.abs(differenza)));
  return differenza > 0
    ? `L’avviso chiede ${quanto} € in più: ${dovuto}.`
    : `L’avviso chiede ${quanto} € in meno: ${dovuto}.`;
}
