import { ErroreDati } from '../../valori/errore-dati.ts';

/** The refusal of a file, with what to do. */
export function nonLeggibile(perche: string): ErroreDati {
  return new ErroreDati('file-non-leggibile/avviso', { perche, campo: 'file' });
}
