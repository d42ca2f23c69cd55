import type { Criteri } from '../norme/criteri.ts';
import { ORA } from '../valori/ore.ts';
import type { Passo } from '../valori/spiegazione.ts';
import type { Calcolo } from './calcolo.ts';
import { testoOre } from './ore.ts';
import { settimane as inSettimane } from './testo.ts';

/**
 * Weeks that a quarter's paid hours give the worker with one employer (DPR 1403/1971 art. 10): the weeks paid, where they
 * average at least 24 hours; else the hours / 24, a part of a week being a whole one.
 * @param centesimiDiOra paid hours of all the quarter's bollettini, hundredths
 * @param settimane weeks that they pay
 */
export function settimaneAccreditate(centesimiDiOra: number, settimane: number, criteri: Criteri): number {
  // At an average of 24 hours or more the quotient is at least the weeks: the least of the two is both halves of the rule.
  return Math.min(settimane, Math.ceil(centesimiDiOra / (criteri.settimaneAccreditate.ore * ORA)));
}

/** How they come about. */
export function passoAccredito(
  accreditate: number,
  centesimiDiOra: number,
  settimane: number,
  { settimaneAccreditate: { nome, ore, fonte } }: Criteri,
): Passo {
  const formula =
    accreditate === settimane
      ? `${testoOre(centesimiDiOra)} in ${inSettimane(settimane)}: tutte quelle pagate`
      : `${testoOre(centesimiDiOra)} / ${ore}, per eccesso`;
  return { etichetta: nome, formula, risultato: inSettimane(accreditate), fonte };
}

/** What the worker gains from a quarter, in a sentence for who pays. @param calcoli one a bollettino, at least one */
export function fraseAccredito(
  calcoli: readonly Pick<Calcolo, 'settimane' | 'settimaneAccreditate'>[],
  criteri: Criteri,
): string {
  const { ore, significato } = criteri.settimaneAccreditate;
  const accreditate = calcoli[0]?.settimaneAccreditate ?? 0;
  const pagate = calcoli.reduce((somma, { settimane }) => somma + settimane, 0);
  if (accreditate === pagate) return `Al lavoratore sono accreditate tutte le settimane pagate (${pagate}).`;
  return `Settimane accreditate al lavoratore: ${accreditate} su ${pagate}, perché la media è sotto ${ore} ore a settimana. ${significato}`;
}
