import type { TabellaAnno } from '../../../src/norme/tabella-anno.ts';
import type { Caso, Esito } from './casi.ts';

const SETTIMANE = 13;

/** The bare arithmetic of a case in integers, without checks or explanation: the floor that nothing can go under. */
export function inInteri(
  { oreSettimanali, paga = 0, giorniVitto = 0, associazione }: Caso,
  { fasce, vittoAlloggio }: TabellaAnno,
): Esito {
  const ore = oreSettimanali * SETTIMANE;
  const vitto = Math.round(Number(vittoAlloggio?.totale) * 100) * giorniVitto;
  // Cents an hour, half-up: (paga + vitto / ore) × 13 / 12 over one denominator.
  const divisore = oreSettimanali * 24;
  const effettiva = Math.floor((2 * 13 * (paga * oreSettimanali + vitto) + divisore / 2) / divisore);
  const [prima, seconda, terza, quarta] = fasce;
  const fascia =
    oreSettimanali > 24
      ? quarta
      : effettiva <= (prima.finoA ?? 0)
        ? prima
        : effettiva <= (seconda.finoA ?? 0)
          ? seconda
          : terza;
  const contributoOrario = fascia.contributo.conCuaf;
  const totale = ore * (contributoOrario + (associazione === undefined ? 0 : 3));
  const quotaLavoratore = ore * (fascia.quotaLavoratore + (associazione === undefined ? 0 : 1));
  return { contributoOrario, totale, quotaLavoratore, quotaDatore: totale - quotaLavoratore };
}
