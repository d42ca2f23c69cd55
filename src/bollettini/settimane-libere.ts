import { quante, type Settimane, unione } from './settimane-coperte.ts';

/** Who has weeks, or asks for them: `quante` of the `possibili`. */
export interface Posto {
  readonly possibili: Settimane;
  readonly quante: number;
  /** Those they have now, among the possible ones. */
  readonly avute: Settimane;
}

/**
 * Weeks for all of them, no week to two: who has some keeps them as far as the others leave them, and gives way to who names its
 * own. A number of weeks can be any of the possible ones, so it is refused only where the count does not fit.
 * @returns one a place, in their order; undefined when there are not enough
 */
export function sistema(posti: readonly Posto[]): readonly Settimane[] | undefined {
  const diChi = new Map<number, Posto>();
  for (const posto of posti) {
    for (const bit of bits(posto.avute)) if (!diChi.has(bit)) diChi.set(bit, posto);
  }
  for (const posto of posti) {
    for (let mancano = posto.quante - quante(di(posto, diChi)); mancano > 0; mancano -= 1) {
      if (!dai(posto, diChi, new Set())) return undefined;
    }
  }
  return posti.map((posto) => di(posto, diChi));
}

/** The weeks that one has by now. */
function di(posto: Posto, diChi: ReadonlyMap<number, Posto>): Settimane {
  return unione([...diChi].filter(([, chi]) => chi === posto).map(([bit]) => bit as Settimane));
}

/** One week more: a free one, or one whose holder can go elsewhere. */
function dai(posto: Posto, diChi: Map<number, Posto>, provate: Set<number>): boolean {
  const sue = bits(posto.possibili).filter((bit) => diChi.get(bit) !== posto && !provate.has(bit));
  const libera = sue.find((bit) => !diChi.has(bit));
  if (libera !== undefined) {
    diChi.set(libera, posto);
    return true;
  }
  for (const bit of sue) {
    const altro = diChi.get(bit);
    provate.add(bit);
    if (altro === undefined || !dai(altro, diChi, provate)) continue;
    diChi.set(bit, posto);
    return true;
  }
  return false;
}

function bits(insieme: Settimane): readonly number[] {
  const trovati: number[] = [];
  for (let resto: number = insieme; resto !== 0; resto &= resto - 1) trovati.push(resto & -resto);
  return trovati;
}
