import { allErrors } from './errori-del-modulo.ts';
import type { GruppoCampi, Scritto } from './strumento.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';

/**
 * Everything that a person has to correct in a form, from the first refusal of the work; see `allErrors`.
 * @throws the error itself when it is not the person's to correct
 */
export async function whatIsWrong<S extends Scritto>(
  errore: unknown,
  gruppi: readonly GruppoCampi[],
  scritto: S,
  esegui: (scritto: S) => unknown,
): Promise<readonly ErroreDati[]> {
  if (!(errore instanceof ErroreDati) || errore.statoHttp >= 500) throw errore;
  return errore.statoHttp === 422 ? allErrors(gruppi, scritto, esegui, errore) : [errore];
}
