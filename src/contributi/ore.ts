import { settimaneDelRapporto } from '../scadenze/settimane.ts';
import { formatTrimestre } from '../scadenze/trimestre.ts';
import type { Decimale } from '../valori/decimale.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { formatGiornoItaliano } from '../valori/giorno.ts';
import type { DatiCalcoloCompleti } from './calcolo.ts';
import type { ContestoTrimestre } from './contesto-trimestre.ts';
import { inDecimale, ore as testoOre, oreIntere as testoOreIntere } from './testo.ts';

/** Hours there are in a week: nobody is paid for more. */
export const ORE_DI_UNA_SETTIMANA = 168;

/** A number of hours twice: exact, and as a whole number (-1 when it has a fraction), the road without decimals. */
export interface Ore {
  readonly esatte: Decimale;
  readonly intere: number;
}

/** The paid hours of a quarter, and those of an ordinary week of it as the exact fraction `settimanali / divisore`. */
export interface OreDelTrimestre {
  readonly settimane: number;
  readonly totali: Ore;
  readonly settimanali: Ore;
  readonly divisore: number;
  /** Weekly hours were not given: they are the quarter's average, and the divisor its weeks. */
  readonly media: boolean;
  readonly oltre24: boolean;
}

/**
 * Works out weeks and hours from what was given.
 * @throws ErroreDati with the field that is missing, out of bounds, or at odds with another
 */
export function oreDelTrimestre(dati: DatiCalcoloCompleti, contesto: ContestoTrimestre): OreDelTrimestre {
  const settimane = contaSettimane(dati, contesto);
  const ore = dati.ore === undefined ? undefined : controllate(dati.ore, settimane, 'ore');
  const settimanali =
    dati.oreSettimanali === undefined ? undefined : controllate(dati.oreSettimanali, 1, 'oreSettimanali');
  if (settimanali === undefined) {
    if (ore !== undefined) return componi(settimane, ore, ore, settimane, true);
    throw new ErroreDati(
      'ore-mancanti',
      'Mancano le ore: indicare le ore retribuite in una settimana, o quelle di tutto il trimestre.',
      { campo: 'oreSettimanali' },
    );
  }
  return componi(settimane, ore ?? perSettimane(settimanali, settimane), settimanali, 1, false);
}

function componi(settimane: number, totali: Ore, settimanali: Ore, divisore: number, media: boolean): OreDelTrimestre {
  return { settimane, totali, settimanali, divisore, media, oltre24: superano(settimanali, 24 * divisore) };
}

/** True when the hours are more than a whole number. */
export function superano({ esatte, intere }: Ore, limite: number): boolean {
  return intere >= 0 ? intere > limite : esatte.greaterThan(limite);
}

function perSettimane({ esatte, intere }: Ore, settimane: number): Ore {
  return intere >= 0
    ? { esatte: inDecimale(intere * settimane), intere: intere * settimane }
    : daDecimale(esatte.times(settimane));
}

/** decimal.js keeps seven digits a word: a number of one word with exponent 0-6 and no fraction is that word itself. */
export function daDecimale(esatte: Decimale): Ore {
  const { d, e, s } = esatte;
  const parola = d?.[0];
  if (parola !== undefined && d.length === 1 && e >= 0 && e < 7 && s === 1) return { esatte, intere: parola };
  return { esatte, intere: esatte.isInteger() && e < 15 && !esatte.isNegative() ? esatte.toNumber() : -1 };
}

/** Hours as a step writes them. */
export function testo({ esatte, intere }: Ore): string {
  return intere >= 0 ? testoOreIntere(intere) : testoOre(esatte);
}

function contaSettimane(dati: DatiCalcoloCompleti, contesto: ContestoTrimestre): number {
  const { settimane, assunzione, cessazione, trimestre } = dati;
  const massimo = contesto.settimane.length;
  const disponibili = assunzione === undefined && cessazione === undefined ? massimo : settimaneTraDate(dati, contesto);
  if (settimane === undefined) return disponibili;
  if (!Number.isInteger(settimane) || settimane < 1 || settimane > massimo) {
    const quante = settimane === 0 ? NIENTE_DA_PAGARE : `indicare un numero intero da 1 a ${massimo}`;
    throw new ErroreDati(
      'settimane-non-valide',
      `settimane: «${settimane}» non va bene; il trimestre ${formatTrimestre(trimestre)} ha ${massimo} settimane ` +
        `(i suoi sabati): ${quante}.`,
      { campo: 'settimane' },
    );
  }
  return settimane;
}

/** What to do with a quarter in which nothing was paid (INPS message 1643/2016). */
export const NIENTE_DA_PAGARE =
  'senza ore retribuite non c’è nulla da versare, e all’INPS si comunica la sospensione dell’obbligo contributivo';

function settimaneTraDate(
  { trimestre, assunzione, cessazione }: DatiCalcoloCompleti,
  contesto: ContestoTrimestre,
): number {
  if (assunzione !== undefined && cessazione !== undefined && cessazione < assunzione) {
    throw new ErroreDati(
      'cessazione-prima-di-assunzione',
      `La cessazione (${formatGiornoItaliano(cessazione)}) viene prima dell’assunzione ` +
        `(${formatGiornoItaliano(assunzione)}): correggere una delle due date.`,
      { campo: 'cessazione' },
    );
  }
  const dentro = settimaneDelRapporto(trimestre, assunzione, cessazione).length;
  if (dentro > 0) return dentro;
  const campo = cessazione !== undefined && cessazione < contesto.estremi.domenica ? 'cessazione' : 'assunzione';
  throw new ErroreDati(
    'rapporto-fuori-dal-trimestre',
    `Nel trimestre ${formatTrimestre(trimestre)} il rapporto non ha settimane: controllare la data di ${campo}.`,
    { campo },
  );
}

function controllate(valore: Decimale, settimane: number, campo: 'ore' | 'oreSettimanali'): Ore {
  const massimo = ORE_DI_UNA_SETTIMANA * settimane;
  const ore = daDecimale(valore);
  if (ore.intere >= 0 ? ore.intere > 0 && ore.intere <= massimo : valore.gt(0) && !valore.gt(massimo)) return ore;
  const nome = campo === 'ore' ? 'ore del trimestre' : 'ore settimanali';
  const quante = valore.isZero()
    ? NIENTE_DA_PAGARE
    : `indicare un numero maggiore di zero e non oltre ${massimo}, tutte le ore di ${settimane === 1 ? 'una settimana' : `${settimane} settimane`}`;
  throw new ErroreDati('ore-non-valide', `${nome}: «${valore.toString()}» non va bene; ${quante}.`, { campo });
}
