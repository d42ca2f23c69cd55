import type { Norme } from '../../norme/norme.ts';
import type { GruppoSettimane } from '../calcolo.ts';
import type { ContestoTrimestre } from '../contesto-trimestre.ts';
import { orarioOrdinario } from '../situazione/settimane-pagate.ts';
import type { Situazione } from '../situazione/situazione.ts';
import type { GiornoPagato } from './giorno-pagato.ts';
import { oreMancanti } from './ore-piane.ts';
import { componiRiga, type Riga } from './riga.ts';

/**
 * The rows of a group of weeks: its hours by the terms that held when they were worked, terms that give the same tariff
 * and pay together.
 * @param settimane paid weeks of the quarter
 */
export function righeDelGruppo(
  situazione: Situazione,
  gruppo: GruppoSettimane,
  giorni: readonly GiornoPagato[],
  settimane: number,
  { contesto, norme }: { readonly contesto: ContestoTrimestre; readonly norme: Norme },
): Riga[] {
  const righe: Riga[] = [];
  for (const condizioni of situazione.condizioni) {
    const suoi = giorni.filter((voce) => voce.giorno.condizioni === condizioni);
    const primo = suoi[0]?.giorno.giorno;
    if (primo === undefined) continue;
    const orario = orarioOrdinario(condizioni, situazione.ore, settimane);
    if (orario === undefined) throw oreMancanti();
    const termini = {
      condizioni,
      orario,
      oltre: gruppo === 'oltre-24',
      primo,
      tredicesima: situazione.tredicesima,
      giorni: suoi.map(({ indice }) => indice),
      centesimiDiOra: suoi.reduce((somma, { ore }) => somma + ore, 0),
    };
    aggiungi(righe, componiRiga(termini, contesto, norme));
  }
  return righe;
}

function aggiungi(righe: Riga[], riga: Riga): void {
  const uguale = righe.findIndex(
    ({ tariffa, retribuzione }) => tariffa === riga.tariffa && retribuzione?.centesimi === riga.retribuzione?.centesimi,
  );
  const gia = righe[uguale];
  if (gia === undefined) {
    righe.push(riga);
    return;
  }
  const centesimiDiOra = gia.centesimiDiOra + riga.centesimiDiOra;
  righe[uguale] = { ...gia, giorni: [...gia.giorni, ...riga.giorni], centesimiDiOra };
}
