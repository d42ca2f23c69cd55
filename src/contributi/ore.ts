import { settimaneDelRapporto } from '../scadenze/settimane.ts';
import { formatTrimestre } from '../scadenze/trimestre.ts';
import { Decimale } from '../valori/decimale.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { formatGiornoItaliano } from '../valori/giorno.ts';
import type { DatiCalcolo } from './calcolo.ts';
import type { ContestoTrimestre } from './contesto-trimestre.ts';

/** Hours there are in a week: nobody is paid for more. */
export const ORE_DI_UNA_SETTIMANA = 168;

/** The paid hours of a quarter, and of an ordinary week of it as the exact fraction `numeratore / denominatore`. */
export interface OreDelTrimestre {
  readonly settimane: number;
  readonly ore: Decimale;
  /** The same hours when they are whole, else -1: the road without fractions. */
  readonly oreIntere: number;
  readonly settimanali: { readonly numeratore: Decimale; readonly denominatore: number; readonly interi: number };
  /** Weekly hours were not given: they are the average. */
  readonly media: boolean;
  readonly oltre24: boolean;
}

/**
 * Works out weeks and hours from what was given.
 * @throws ErroreDati with the field that is missing, out of bounds, or at odds with another
 */
export function oreDelTrimestre(dati: DatiCalcolo, contesto: ContestoTrimestre): OreDelTrimestre {
  const settimane = contaSettimane(dati, contesto);
  const { ore, oreSettimanali } = dati;
  if (oreSettimanali !== undefined) controllaOre(oreSettimanali, 1, 'oreSettimanali');
  if (ore !== undefined) {
    controllaOre(ore, settimane, 'ore');
    const media = oreSettimanali === undefined;
    return componi(settimane, ore, media ? ore : oreSettimanali, media ? settimane : 1, media);
  }
  if (oreSettimanali === undefined) {
    throw new ErroreDati(
      'ore-mancanti',
      'Mancano le ore: indicare le ore retribuite in una settimana, o quelle di tutto il trimestre.',
      { campo: 'oreSettimanali' },
    );
  }
  const intere = interi(oreSettimanali);
  const totale = intere >= 0 ? new Decimale(intere * settimane) : oreSettimanali.times(settimane);
  return componi(settimane, totale, oreSettimanali, 1, false);
}

function componi(
  settimane: number,
  ore: Decimale,
  numeratore: Decimale,
  denominatore: number,
  media: boolean,
): OreDelTrimestre {
  const numeratoreIntero = interi(numeratore);
  const oltre24 =
    numeratoreIntero >= 0 ? numeratoreIntero > 24 * denominatore : numeratore.greaterThan(24 * denominatore);
  return {
    settimane,
    ore,
    oreIntere: interi(ore),
    settimanali: { numeratore, denominatore, interi: numeratoreIntero },
    media,
    oltre24,
  };
}

function contaSettimane(dati: DatiCalcolo, contesto: ContestoTrimestre): number {
  const { settimane, assunzione, cessazione, trimestre } = dati;
  const disponibili =
    assunzione === undefined && cessazione === undefined ? contesto.settimane.length : settimaneTraDate(dati, contesto);
  if (settimane === undefined) return disponibili;
  const massimo = contesto.settimane.length;
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

const NIENTE_DA_PAGARE =
  'senza ore retribuite non c’è nulla da versare, e all’INPS si comunica la sospensione dell’obbligo contributivo';

function settimaneTraDate({ trimestre, assunzione, cessazione }: DatiCalcolo, contesto: ContestoTrimestre): number {
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
  const campo =
    cessazione !== undefined && cessazione < (contesto.settimane[0]?.domenica ?? '') ? 'cessazione' : 'assunzione';
  throw new ErroreDati(
    'rapporto-fuori-dal-trimestre',
    `Nel trimestre ${formatTrimestre(trimestre)} il rapporto non ha settimane: controllare la data di ${campo}.`,
    { campo },
  );
}

function controllaOre(valore: Decimale, settimane: number, campo: 'ore' | 'oreSettimanali'): void {
  const massimo = ORE_DI_UNA_SETTIMANA * settimane;
  const intere = interi(valore);
  if (intere >= 0 ? intere > 0 && intere <= massimo : valore.greaterThan(0) && !valore.greaterThan(massimo)) return;
  const nome = campo === 'ore' ? 'ore del trimestre' : 'ore settimanali';
  const quante = valore.isZero()
    ? NIENTE_DA_PAGARE
    : `indicare un numero maggiore di zero e non oltre ${massimo} (${settimane} × ${ORE_DI_UNA_SETTIMANA})`;
  throw new ErroreDati('ore-non-valide', `${nome}: «${valore.toString()}» non va bene; ${quante}.`, { campo });
}

/** decimal.js keeps seven digits a word: a number of one word with exponent 0-6 and no fraction is that word itself. */
export function interi(valore: Decimale): number {
  const { d, e, s } = valore;
  const parola = d?.[0];
  return parola !== undefined && d.length === 1 && e >= 0 && e < 7 && s === 1
    ? parola
    : valore.isInteger() && valore.greaterThanOrEqualTo(0) && valore.lessThan(Number.MAX_SAFE_INTEGER)
      ? valore.toNumber()
      : -1;
}
