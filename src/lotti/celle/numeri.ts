import { Decimale, parseDecimale } from '../../valori/decimale.ts';
import { type Centesimi, parseEuro } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { pulisciValore } from './pulisci.ts';

/** Decimals of an hour that are kept; what is finer is cut, so that a third of an hour three times is not more than an hour. */
const DECIMALI_ORE = 6;
const FRAZIONI: Readonly<Record<string, string>> = { '½': ',5', '¼': ',25', '¾': ',75' };

/**
 * Reads hours as people and their programs write them: `25`, `24,5`, `25h`, `25 ore`, `8½`, `8:30`, `1.234,5`, and fractions that a
 * formula left with many decimals. `1.234` is refused, and so is `1,234`: it may be one hour or a thousand.
 * @throws ErroreDati `numero-non-valido`
 */
export function leggiOre(testo: string, campo: string): Decimale {
  const scritto = pulisciValore(testo);
  const ore = scritto
    .replace(/ ?(?:h|hh|ore|ora)\.?$/i, '')
    .replace(/^(\d{1,4})([½¼¾])$/, (_, intere: string, parte: string) => intere + (FRAZIONI[parte] ?? ''));
  const orario = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/.exec(ore);
  if (orario !== null) return daOrario(orario.slice(1).map((parte) => Number(parte ?? 0)));
  if (/^(?:[1-9]\d{0,2}\.|[12],)\d{3}$/.test(ore)) throw ambiguo(scritto, campo);
  const conPunti = /^\d{1,3}(?:\.\d{3})+,\d+$/.test(ore) ? ore.replaceAll('.', '') : ore;
  const fine = new RegExp(`^(\\d{1,9}[.,]\\d{${DECIMALI_ORE}})\\d{1,20}$`).exec(conPunti);
  return parseDecimale(fine?.[1] ?? conPunti, campo);
}

function daOrario([ore = 0, minuti = 0, secondi = 0]: readonly number[]): Decimale {
  const parte = new Decimale(minuti * 60 + secondi).dividedBy(3600);
  return parte.plus(ore).toDecimalPlaces(DECIMALI_ORE, Decimale.ROUND_DOWN);
}

function ambiguo(testo: string, campo: string): ErroreDati {
  const [intere = '', resto = ''] = testo.split(/[.,]/);
  return new ErroreDati('numero-non-valido/due-letture', {
    testo: testo.slice(0, 40),
    intere,
    resto,
    segno: testo.includes('.') ? 'il punto' : 'la virgola, o con quattro decimali',
    campo,
  });
}

/**
 * Reads an amount: what `parseEuro` reads, with the sign of the euro on either side, spaces between thousands, `8,-`, `8,0000`.
 * @throws ErroreDati `importo-non-valido`
 */
export function leggiEuro(testo: string, campo: string): Centesimi {
  const importo = pulisciValore(testo)
    .replace(/^(?:€|eur|euro) ?/i, '')
    .replace(/ ?(?:€|eur|euro)$/i, '')
    .replace(/,(?:-{1,2}|–|—)$/, ',00')
    .replace(/([.,]\d{2})0{2,8}$/, '$1');
  const unito = /^\d{1,3}(?: \d{3})+(?:,\d{1,2})?$/.test(importo) ? importo.replaceAll(' ', '') : importo;
  try {
    return parseEuro(unito, campo);
  } catch (errore) {
    throw /^\d+[.,]\d{3,}$/.test(unito) && errore instanceof ErroreDati ? troppoFine(testo, campo) : errore;
  }
}

function troppoFine(testo: string, campo: string): ErroreDati {
  return new ErroreDati('importo-non-valido/troppo-fine', { testo: testo.slice(0, 40), campo });
}

/**
 * Reads a whole number up to `massimo`; `13,0` is one.
 * @throws ErroreDati `intero-non-valido`
 */
export function leggiIntero(testo: string, campo: string, massimo: number): number {
  const cifre = /^(\d{1,2})(?:[.,]0{1,2})?$/.exec(pulisciValore(testo))?.[1];
  const numero = cifre === undefined ? Number.NaN : Number(cifre);
  if (!(numero <= massimo)) {
    throw new ErroreDati('intero-non-valido/cella', { testo: testo.slice(0, 20), massimo, campo });
  }
  return numero;
}
