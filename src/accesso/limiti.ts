import type { Contatore } from './porte.ts';

/** Failures that cost nothing, then a wait that doubles with each one. Seconds. */
export interface Regola {
  readonly liberi: number;
  readonly primaAttesa: number;
  readonly attesaMassima: number;
}

/**
 * What limits guessing at the way in without login (abuse cases AB-07, AB-34). Nobody can shut it for others: only who
 * failed waits, on the pair of address and codice fiscale or for the address. Failures of all on one codice fiscale make
 * each pair's allowance smaller, and failures of all on all call an operator; neither refuses who is right.
 */
export const LIMITI_ACCESSO = {
  coppia: { liberi: 5, primaAttesa: 15, attesaMassima: 900 },
  coppiaSottoTentativi: { liberi: 2, primaAttesa: 15, attesaMassima: 900 },
  indirizzo: { liberi: 20, primaAttesa: 5, attesaMassima: 60 },
  rete: { liberi: 200, primaAttesa: 5, attesaMassima: 60 },
  /** Failures on one codice fiscale, from wherever, beyond which it is being guessed at. */
  persona: 10,
  /** Failures in all beyond which operators are told. */
  inTutto: 300,
  /** A counter that nothing was added to for so long starts anew. */
  oblioMinuti: 60,
} as const;

/** Seconds that must pass after the last of so many failures. */
export function attesaDopo(falliti: number, { liberi, primaAttesa, attesaMassima }: Regola): number {
  return falliti < liberi ? 0 : Math.min(attesaMassima, primaAttesa * 2 ** (falliti - liberi));
}

/** Seconds still to wait, by the strictest of the counters that stop. */
export function waitOf([coppia, indirizzo, persona, , rete]: readonly Contatore[], adesso: number): number {
  const sottoTentativi = (persona?.falliti ?? 0) >= LIMITI_ACCESSO.persona;
  const regolaCoppia = sottoTentativi ? LIMITI_ACCESSO.coppiaSottoTentativi : LIMITI_ACCESSO.coppia;
  const attese = [
    [coppia, regolaCoppia],
    [indirizzo, LIMITI_ACCESSO.indirizzo],
    [rete, LIMITI_ACCESSO.rete],
  ] as const;
  return Math.max(
    ...attese.map(([contatore, regola]) =>
      contatore === undefined
        ? 0
        : Math.ceil((contatore.ultimo + attesaDopo(contatore.falliti, regola) * 1000 - adesso) / 1000),
    ),
  );
}
