import type { Attesa } from './attesa.ts';
import { esigi } from './rifiuto.ts';

/** UTC, with or without fractions of a second. */
const UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
/** Clocks of providers and ours are not the same clock. */
export const SCARTO_MS = 60_000;

export function istante(scritto: string): number | undefined {
  const letto = UTC.test(scritto) ? Date.parse(scritto) : Number.NaN;
  return Number.isNaN(letto) ? undefined : letto;
}

/**
 * An instant at which something of the answer was made: not before the request, not in the future.
 * @throws RispostaRifiutata with the check that fails
 */
export function esigiIstante(
  scritto: string,
  { richiesta, adesso }: Pick<Attesa, 'richiesta' | 'adesso'>,
  casi: { readonly formato: string; readonly prima: string; readonly dopo: string },
): void {
  const letto = istante(scritto);
  esigi(letto !== undefined, casi.formato, 'IssueInstant is no UTC instant');
  esigi(letto >= richiesta.quando.getTime() - SCARTO_MS, casi.prima, 'IssueInstant is before the request');
  esigi(letto <= adesso.getTime() + SCARTO_MS, casi.dopo, 'IssueInstant is in the future');
}
