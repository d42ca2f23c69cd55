import { ErroreDati } from '../../src/valori/errore-dati.ts';

/** Code, sentence and field with which a work is refused; a work that is not fails the test. */
export function rifiuto(lavoro: () => unknown): readonly [string, string, string | undefined] {
  try {
    lavoro();
  } catch (errore) {
    if (errore instanceof ErroreDati) return [errore.codice, errore.message, errore.campo];
    throw errore;
  }
  throw new Error('it was accepted');
}
