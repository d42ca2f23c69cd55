import type { Norme } from '../../norme/norme.ts';
import { ORA } from '../../valori/ore.ts';
import type { CodiceAssociazione } from '../calcolo.ts';
import type { ContestoTrimestre } from '../contesto-trimestre.ts';
import { letturaDelFondo } from '../lettura-del-fondo.ts';
import type { Letture } from '../letture.ts';
import { ripartisci } from '../situazione/ripartizione.ts';
import type { Situazione } from '../situazione/situazione.ts';
import { tariffaNota } from '../tariffa-assistenza.ts';
import type { OreDelFondo } from './gruppo.ts';
import type { GiornoPagato } from './giorno-pagato.ts';

/**
 * What a contractual fund counts on a bollettino: all its hours at the amount of the quarter's end, or, where that changes
 * inside the weeks and it is asked for, those of each day at their own (none before the fund began).
 * @param ore hours to count, hundredths
 * @throws ErroreDati `associazione-sconosciuta` when no amount is known at the end of the quarter
 */
export function oreDelFondo(
  codice: CodiceAssociazione,
  giorni: readonly GiornoPagato[],
  ore: number,
  letture: Letture,
  { contesto, norme }: { readonly contesto: ContestoTrimestre; readonly norme: Norme },
): OreDelFondo[] {
  const lettura = letturaDelFondo(codice, letture);
  const finale = contesto.assistenza(codice, lettura);
  if (letture.contoAssistenza !== 'a-giorni' || !contesto.assistenzaCambia(codice, lettura))
    return [{ tariffa: finale, centesimiDiOra: ore }];
  const parti = ripartisci(
    ore,
    giorni.map((voce) => voce.ore),
  );
  const perTariffa = new Map<number, OreDelFondo>();
  for (const [n, { giorno }] of giorni.entries()) {
    const tariffa = tariffaNota(codice, giorno.giorno, norme, lettura);
    if (tariffa === undefined) continue;
    const gia = perTariffa.get(tariffa.totale)?.centesimiDiOra ?? 0;
    perTariffa.set(tariffa.totale, { tariffa, centesimiDiOra: gia + (parti[n] ?? 0) });
  }
  return perTariffa.size === 0 ? [{ tariffa: finale, centesimiDiOra: 0 }] : [...perTariffa.values()];
}

/** The fund counts the paid hours, or the conventional ones of the nights, shared between the quarter's bollettini. */
export function oreContate({ notti }: Situazione, pagate: readonly number[], norme: Norme): readonly number[] {
  if (notti === undefined) return pagate;
  return ripartisci(notti.quante * norme.associazioni.notti[notti.tipo] * ORA, pagate);
}
