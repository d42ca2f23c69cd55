import type { Calcolo } from '../contributi/calcolo.ts';
import { settimane, settimaneDelRapporto } from '../scadenze/settimane.ts';
import type { Trimestre } from '../scadenze/trimestre.ts';
import type { Giorno } from '../valori/giorno.ts';
import { parseSituazione } from '../contributi/situazione/schema.ts';
import { type BaseDiCalcolo } from './base-di-calcolo.ts';

/** Weeks of a quarter, one bit each: the lowest is the first week. A quarter has 12 to 14. */
export type Settimane = number & { readonly __settimane: unique symbol };

export const NESSUNA_SETTIMANA = 0 as Settimane;

/**
 * Which weeks a bollettino asks for: `quante` of the `possibili`. Fewer than all of them when a person gave only their number,
 * and then nobody knows which they are.
 */
export interface SettimaneChieste {
  readonly possibili: Settimane;
  readonly quante: number;
}

/**
 * The weeks a calculation asks to be paid. A quarter told as it was names them; a number of weeks does not, unless it is all
 * those the rapporto has in the quarter. The fund's contribution alone pays for none.
 */
export function settimaneChieste(
  base: BaseDiCalcolo,
  calcolo: Pick<Calcolo, 'trimestre' | 'settimane' | 'dettaglio'>,
): SettimaneChieste {
  const solo = base.forma === 'semplice' ? base.dati.soloAssistenza : base.testo['soloAssistenza'];
  if (solo === true) return { possibili: NESSUNA_SETTIMANA, quante: 0 };
  if (base.forma === 'situazione' && calcolo.dettaglio !== undefined) {
    const nominate = daSegni(calcolo.dettaglio.segniSettimane);
    return { possibili: nominate, quante: quante(nominate) };
  }
  const { assunzione, cessazione } = base.forma === 'semplice' ? base.dati : parseSituazione(base.testo);
  const delRapporto = settimaneDelTrimestre(calcolo.trimestre, assunzione, cessazione);
  // More weeks than the rapporto's dates allow may be asked for: then they can be any of the quarter's.
  const possibili = calcolo.settimane > quante(delRapporto) ? tutte(calcolo.trimestre) : delRapporto;
  return { possibili, quante: calcolo.settimane };
}

/** @param segni one flag a week, `0` where nothing is paid */
function daSegni(segni: string): Settimane {
  return insieme([...segni].map((segno) => segno !== '0'));
}

function tutte(trimestre: Trimestre): Settimane {
  return insieme(settimane(trimestre).map(() => true));
}

/** The quarter's weeks in which the rapporto exists. */
export function settimaneDelTrimestre(trimestre: Trimestre, assunzione?: Giorno, cessazione?: Giorno): Settimane {
  const dentro = new Set(settimaneDelRapporto(trimestre, assunzione, cessazione).map(({ sabato }) => sabato));
  return insieme(settimane(trimestre).map(({ sabato }) => dentro.has(sabato)));
}

function insieme(presenti: readonly boolean[]): Settimane {
  return presenti.reduce((bit, presente, indice) => (presente ? bit | (1 << indice) : bit), 0) as Settimane;
}

export function quante(insieme: Settimane): number {
  let resto: number = insieme;
  let uni = 0;
  for (; resto !== 0; resto &= resto - 1) uni += 1;
  return uni;
}

export function unione(insiemi: Iterable<Settimane>): Settimane {
  let bit = 0;
  for (const uno of insiemi) bit |= uno;
  return bit as Settimane;
}

export function comuni(a: Settimane, b: Settimane): Settimane {
  return (a & b) as Settimane;
}

export function meno(a: Settimane, b: Settimane): Settimane {
  return (a & ~b) as Settimane;
}

/** The first `n` of them, or all when they are fewer. */
export function prime(insieme: Settimane, n: number): Settimane {
  let scelte = 0;
  let resto: number = insieme;
  for (let volta = 0; volta < n && resto !== 0; volta += 1) {
    scelte |= resto & -resto;
    resto &= resto - 1;
  }
  return scelte as Settimane;
}

/** Weeks for a request out of those that nobody pays yet; undefined when there are not enough. */
function assegna({ possibili, quante: chieste }: SettimaneChieste, coperte: Settimane): Settimane | undefined {
  const libere = meno(possibili, coperte);
  return quante(libere) < chieste ? undefined : prime(libere, chieste);
}

/** The same for who has weeks already: they keep those they can. */
export function riassegna(
  avute: Settimane,
  { possibili, quante: chieste }: SettimaneChieste,
  degliAltri: Settimane,
): Settimane | undefined {
  const tenute = prime(comuni(avute, possibili), chieste);
  const altre = assegna({ possibili, quante: chieste - quante(tenute) }, unione([degliAltri, tenute]));
  return altre === undefined ? undefined : unione([tenute, altre]);
}
