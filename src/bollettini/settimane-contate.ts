import type { Bollettino } from './bollettino.ts';
import { baseDi } from './dati-persistiti.ts';
import type { Chiesto, Decisione, Voce } from './decisione.ts';
import { quante, type Settimane, settimaneChieste, unione } from './settimane-coperte.ts';

/** The weeks that a kept bollettino may pay: its own where they were named, any of the rapporto's where only their number was. */
export function possibiliDi(
  bollettino: Pick<Bollettino, 'trimestre' | 'settimane' | 'integrazione' | 'dati' | 'calcolo'>,
): Settimane {
  const { trimestre, settimane, integrazione, dati, calcolo } = bollettino;
  const nominate = integrazione !== undefined || calcolo['dettaglio'] !== undefined;
  if (nominate || settimane === 0) return settimane;
  const contate = settimaneChieste(baseDi(dati), { trimestre, settimane: quante(settimane) });
  return unione([settimane, contate.possibili]);
}

/** A kept bollettino with where its weeks may be. */
export type ConPosto = Bollettino & { readonly possibili: Settimane };

export function conPosto(bollettino: Bollettino): ConPosto {
  return { ...bollettino, possibili: possibiliDi(bollettino) };
}

/**
 * Weeks told as a number stand beside others without anybody knowing whether they are the same ones: nobody else can tell, so
 * who asks for more is told.
 */
export function fraseAccanto(
  conto: readonly Voce[],
  chiesti: readonly Chiesto[],
  { nuovi, sostituiti, integrazione }: Pick<Decisione<Voce>, 'nuovi' | 'sostituiti' | 'integrazione'>,
): readonly string[] {
  const altri = conto.filter((voce) => voce.settimane !== 0 && !sostituiti.includes(voce));
  const conSettimane = nuovi.filter(({ settimane }) => settimane !== 0);
  if (altri.length === 0 || conSettimane.length === 0 || integrazione !== undefined) return [];
  const contate =
    altri.some(({ possibili, settimane }) => possibili !== undefined && possibili !== settimane) ||
    chiesti.some(({ settimane: { possibili, quante: chieste } }) => quante(possibili) > chieste);
  if (!contate) return [];
  const prima = quante(unione(altri.map(({ settimane }) => settimane)));
  const ora = quante(unione(conSettimane.map(({ settimane }) => settimane)));
  return [
    `Queste settimane (${ora}) si aggiungono a quelle che il trimestre ha già (${prima}): di alcune si sa soltanto quante sono. Se sono le stesse raccontate di nuovo, quel che c’era va eliminato o sostituito, prima di pagare due volte.`,
  ];
}
