import { ErroreDati } from '../../valori/errore-dati.ts';

/** The refusal of a file, with what to do. */
export function nonLeggibile(perche: string): ErroreDati {
  return new ErroreDati(
    'file-non-leggibile',
    `file: ${perche}; serve l’avviso in PDF, oppure una sua foto (PNG, JPEG, WEBP, HEIC o TIFF).`,
    { campo: 'file' },
  );
}
