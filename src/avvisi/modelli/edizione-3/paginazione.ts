import type { Pagabile } from '../../dati-avviso.ts';
import { numerate, type RataNumerata } from '../rata-numerata.ts';

/** Instalments side by side; columns left over stay empty. */
export interface RigaRate {
  readonly colonne: 2 | 3;
  readonly rate: readonly RataNumerata[];
}

/** What the pages of a notice in instalments hold: the row under the whole amount on page 1, then page by page. */
export interface PagineRate3 {
  readonly prima: RigaRate | undefined;
  readonly seguenti: readonly (readonly RigaRate[])[];
}

/** From this many instalments on, further pages hold three short rows each (annex 1, *Avviso con molte rate*). */
const MOLTE = 9;
const RIGHE_DI_MOLTE = 3;
const RIGHE_INTERE = 2;

/**
 * How the guide 3.x spreads instalments (PagoPA's own pagination): rows of two or of three, never both on a sheet. With a
 * postal account each row has a sheet of its own, its slips below; without one a row goes under the whole amount where
 * there is room, the others on further sheets.
 */
export function pagineRate3(
  rate: readonly Pagabile[],
  conPoste: boolean,
  haSpazioInPrima: (colonne: 2 | 3) => boolean,
): PagineRate3 {
  const numerateTutte = numerate(rate);
  let da = 0;
  const righe = (conPoste ? rowsWithSlips(rate.length) : rowsWithout(rate.length)).map((colonne) => {
    const riga: RigaRate = { colonne, rate: numerateTutte.slice(da, da + colonne) };
    da += colonne;
    return riga;
  });
  const [prima] = righe;
  const inPrima = prima !== undefined && !conPoste && haSpazioInPrima(prima.colonne);
  const perFoglio = conPoste ? 1 : sonoMolte(rate, conPoste) ? RIGHE_DI_MOLTE : RIGHE_INTERE;
  return { prima: inPrima ? prima : undefined, seguenti: sheets(inPrima ? righe.slice(1) : righe, perFoglio) };
}

/** Whether the pages after the first hold short rows: what is the same for all instalments is then said once a page. */
export function sonoMolte(rate: readonly Pagabile[], conPoste: boolean): boolean {
  return !conPoste && rate.length >= MOLTE;
}

function sheets(righe: readonly RigaRate[], righePerFoglio: number): RigaRate[][] {
  const fogli: RigaRate[][] = [];
  for (const riga of righe) {
    const ultimo = fogli.at(-1);
    const entra = ultimo !== undefined && ultimo.length < righePerFoglio && ultimo[0]?.colonne === riga.colonne;
    if (entra) ultimo.push(riga);
    else fogli.push([riga]);
  }
  return fogli;
}

const CON_POSTE: Readonly<Record<number, readonly (2 | 3)[]>> = {
  2: [2],
  3: [3],
  4: [2, 2],
  5: [2, 3],
  6: [3, 3],
  7: [3, 2, 2],
  8: [2, 3, 3],
};

const SENZA_POSTE: Readonly<Record<number, readonly (2 | 3)[]>> = { ...CON_POSTE, 6: [2, 2, 2] };

function rowsWithSlips(quante: number): readonly (2 | 3)[] {
  return CON_POSTE[quante] ?? inThrees(quante);
}

function rowsWithout(quante: number): readonly (2 | 3)[] {
  return SENZA_POSTE[quante] ?? inThrees(quante);
}

function inThrees(quante: number): readonly 3[] {
  return Array.from({ length: Math.ceil(quante / 3) }, () => 3 as const);
}
