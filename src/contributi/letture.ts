import { ErroreDati } from '../valori/errore-dati.ts';

/**
 * The readings that the sources leave open, each by its name with the values it can have, the default first (decision
 * 0014). A reading is a field of the data, the same by every road; `tredicesima` and `lettura` stand beside these.
 */
export const LETTURE = {
  /** Part hours of a bollettino: up to a whole hour (circ. INPS 19/2006), or exact to the hundredth. */
  oreInParti: ['intere', 'esatte'],
  /**
   * The week in which the rapporto begins or ends: whole, as in INPS's own notice, or by its days. By default by days where
   * the hours of each day are told, else whole: nobody can say which hours were worked.
   */
  settimaneIncomplete: ['intere', 'a-giorni'],
  /**
   * From how many weekly hours the fourth band holds: from 25 (circ. INPS 19/2006) or above 24 (INPS's page). By default
   * from 25 where the pay is known, which is the dearer and safe one, else above 24.
   */
  quartaFascia: ['dalle-25', 'oltre-24'],
  /** The contractual fund's amount where it changes inside the weeks: that of the quarter's end, or that of each day. */
  contoAssistenza: ['del-trimestre', 'a-giorni'],
  /** From when F2 is due: three days stand in the sources (rules/associazioni.yaml). */
  inizioF2: ['dal-3-2007', 'dal-7-2007', 'dal-7-2010'],
  /** What E1 is since 2023: that of the contract of 2023, or the one before, where it was last seen. */
  importoE1: ['ccnl-2023', 'precedente'],
} as const;

export type NomeLettura = keyof typeof LETTURE;

export type Letture = { readonly [L in NomeLettura]?: (typeof LETTURE)[L][number] };

export const NOMI_LETTURE = Object.keys(LETTURE) as readonly NomeLettura[];

/**
 * Reads one reading's name as people and programs write it.
 * @param campo its name where it was written
 * @throws ErroreDati `lettura-sconosciuta` with those there are
 */
export function parseLettura<L extends NomeLettura>(nome: L, testo: string, campo: string): NonNullable<Letture[L]> {
  const scritta = testo.trim().toLowerCase();
  const valori: readonly string[] = LETTURE[nome];
  if (valori.includes(scritta)) return scritta as NonNullable<Letture[L]>;
  throw new ErroreDati('lettura-sconosciuta', { testo: testo.slice(0, 20), valori: valori.join(' oppure '), campo });
}
