import { ErroreDati } from '../../valori/errore-dati.ts';

/** What is wrong with a mark; whoever knows its name puts it before. */
export function marchioNonValido(perche: string): ErroreDati {
  return new ErroreDati('marchio-non-valido', { perche });
}
