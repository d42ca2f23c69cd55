import { parseDecimale } from '../valori/decimale.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { formatGiornoItaliano, parseGiorno } from '../valori/giorno.ts';
import type { DatiCalcolo, Straordinario } from './calcolo.ts';

/** Days of overtime that can be told: a quarter has 98. */
const GIORNI_MASSIMI = 98;
/** Nights there are in the longest quarter. */
const NOTTI_MASSIME = 98;

/**
 * Overtime as people write it: the hours of the quarter (`6`), or each day with its own (`12/11/2026 3; 19/11/2026 2,5`).
 * @throws ErroreDati `straordinari-non-validi`
 */
export function parseStraordinari(testo: string, campo = 'straordinari'): readonly Straordinario[] {
  const voci = testo
    .split(/[;|\n]+/)
    .map((voce) => voce.trim())
    .filter((voce) => voce !== '');
  const [unica] = voci;
  if (voci.length === 1 && unica !== undefined && !/\s|=/.test(unica)) {
    return [{ ore: parseDecimale(unica, campo) }];
  }
  if (voci.length === 0 || voci.length > GIORNI_MASSIMI) throw unreadable(testo, campo);
  return voci.map((voce) => {
    const [giorno, ore, ...altro] = voce.split(/[\s=]+/);
    if (giorno === undefined || ore === undefined || altro.length > 0) throw unreadable(voce, campo);
    return { giorno: parseGiorno(giorno, campo), ore: parseDecimale(ore, campo) };
  });
}

/** The same written back. */
export function formatStraordinari(straordinari: readonly Straordinario[]): string {
  return straordinari
    .map(({ giorno, ore }) => {
      const quante = ore.toFixed().replace('.', ',');
      return giorno === undefined ? quante : `${formatGiornoItaliano(giorno)} ${quante}`;
    })
    .join('; ');
}

/**
 * Nights of presence or of care: the fund counts 5 or 8 hours each.
 * @throws ErroreDati `notti-non-valide` when they are no number, or of both kinds
 */
export function parseNotti(presenza: string | undefined, assistenza: string | undefined): DatiCalcolo['notti'] {
  const dellePresenze = presenza === undefined ? undefined : nights(presenza, 'nottiPresenza');
  const delleCure = assistenza === undefined ? undefined : nights(assistenza, 'nottiAssistenza');
  if (dellePresenze !== undefined && delleCure !== undefined) {
    throw new ErroreDati('notti-non-valide/due-specie', { campo: 'nottiAssistenza' });
  }
  if (dellePresenze !== undefined) return { tipo: 'presenza', quante: dellePresenze };
  return delleCure === undefined ? undefined : { tipo: 'assistenza', quante: delleCure };
}

/** A number of nights; none is as if it were not said. @throws ErroreDati `notti-non-valide` */
export function nights(testo: string, campo: string): number | undefined {
  const numero = /^\d{1,2}$/.test(testo.trim()) ? Number(testo) : Number.NaN;
  if (numero <= NOTTI_MASSIME) return numero === 0 ? undefined : numero;
  throw new ErroreDati('notti-non-valide', { testo: testo.slice(0, 20), massimo: NOTTI_MASSIME, campo });
}

function unreadable(testo: string, campo: string): ErroreDati {
  return new ErroreDati('straordinari-non-validi', { testo: testo.slice(0, 40), campo });
}
