import { ErroreDati } from '../valori/errore-dati.ts';
import { formatGiornoItaliano, type Giorno } from '../valori/giorno.ts';
import { condizioniAl } from './condizioni-nel-tempo.ts';
import type { Condizioni, RapportoDiLavoro } from './rapporto-di-lavoro.ts';

/** New terms of a rapporto from a day on; what is not said stays as it was. */
export interface CambioCondizioni extends Partial<Omit<Condizioni, 'dal' | 'associazione'>> {
  readonly dal: Giorno;
  /** `null`: none any more. */
  readonly associazione?: Condizioni['associazione'] | null;
}

/**
 * The terms that a change makes hold from its day on; those that begin later stay.
 * @param campo the name under which the day was told
 * @throws ErroreDati `data-prima-assunzione`, `data-dopo-cessazione`
 */
export function nuoveCondizioni(
  rapporto: RapportoDiLavoro,
  { dal, associazione, ...cambio }: CambioCondizioni,
  campo = 'giorno',
): Condizioni {
  const { assunzione, cessazione } = rapporto;
  if (dal < assunzione) throw beforeHiring(campo);
  if (cessazione !== undefined && dal > cessazione) throw afterEnd(cessazione, campo);
  const { associazione: prima, ...altre } = condizioniAl(rapporto, dal);
  const quale = associazione === undefined ? prima : associazione;
  return { ...altre, ...cambio, ...(quale != null && { associazione: quale }), dal };
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
  return new ErroreDati('data-prima-assunzione', { campo });
}

function afterEnd(cessazione: Giorno, campo: string): ErroreDati {
  return new ErroreDati('data-dopo-cessazione', { cessazione: formatGiornoItaliano(cessazione), campo });
}
