import { ErroreDati } from '../valori/errore-dati.ts';
import { condizioniAl } from './condizioni-nel-tempo.ts';
import type { Condizioni, RapportoDiLavoro } from './rapporto-di-lavoro.ts';

/** New terms of a rapporto from a day on; what is not said stays as it was. */
export type CambioCondizioni = Pick<Condizioni, 'dal'> & Partial<Pick<Condizioni, 'oreSettimanali' | 'paga'>>;

/**
 * The terms that a change makes hold from its day on; those that begin later stay.
 * @param campo the name under which the day was told
 * @throws ErroreDati `data-prima-assunzione`
 */
export function nuoveCondizioni(
  rapporto: RapportoDiLavoro,
  { dal, ...cambio }: CambioCondizioni,
  campo = 'giorno',
): Condizioni {
  if (dal < rapporto.assunzione) throw beforeHiring(campo);
  return { ...condizioniAl(rapporto, dal), ...cambio, dal };
}

/** The rapporto as it is once its terms have changed. @throws ErroreDati `data-prima-assunzione` */
export function conCondizioniCambiate(
  rapporto: RapportoDiLavoro,
  cambio: CambioCondizioni,
  campo?: string,
): RapportoDiLavoro {
  const nuove = nuoveCondizioni(rapporto, cambio, campo);
  const [prima, ...altre] = [...rapporto.condizioni.filter(({ dal }) => dal !== cambio.dal), nuove].sort((a, b) =>
    a.dal < b.dal ? -1 : 1,
  );
  return { ...rapporto, condizioni: [prima ?? nuove, ...altre] };
}

/** A day that comes before the rapporto. */
export function beforeHiring(campo: string): ErroreDati {
  return new ErroreDati('data-prima-assunzione', `${campo}: viene prima dell’assunzione; ricontrollarlo.`, { campo });
}
