import type { Fonte } from './spiegazione.ts';

/** From the one to trust least: who reads must know first that sources disagree, then that nobody has seen them. */
const DAL_PEGGIORE = ['fonti-discordi', 'a-memoria', 'calcolata'] as const;

/**
 * Several sources as the one that a step shows: each title once, the weakest confidence of all, the first address that one of
 * them has.
 * @param fonti none is a source that nobody has seen
 */
export function fonteUnica(fonti: readonly Fonte[]): Fonte {
  const [prima] = fonti;
  if (prima === undefined) return { titolo: 'nessuna fonte indicata', certezza: 'a-memoria' };
  if (fonti.length === 1) return prima;
  const url = fonti.find((fonte) => fonte.url !== undefined)?.url;
  return {
    titolo: [...new Set(fonti.map(({ titolo }) => titolo))].join('; '),
    ...(url === undefined ? {} : { url }),
    certezza: DAL_PEGGIORE.find((grado) => fonti.some(({ certezza }) => certezza === grado)) ?? 'vista',
  };
}
