import { ErroreDati } from '../../valori/errore-dati.ts';
import { CELL_CHARS_MAX } from './sheet-xml.ts';

/** The file is not an XLSX that can be read. */
export function xlsxNonValido(perche: string): ErroreDati {
  return new ErroreDati(
    'xlsx-non-valido',
    `Il file XLSX non si può leggere (${perche}): aprirlo con il foglio elettronico e salvarlo di nuovo, o salvarlo come CSV.`,
    { campo: 'ingresso' },
  );
}

/** The file holds more than is accepted, whatever its size on the disk says. */
export function xlsxTroppoGrande(): ErroreDati {
  return new ErroreDati('xlsx-troppo-grande', 'Il file XLSX è troppo grande: salvarlo come CSV UTF-8.', {
    campo: 'ingresso',
    statoHttp: 413,
  });
}

/** @throws ErroreDati `xlsx-non-valido` when a cell holds more than the format allows */
export function checkCell(text: string): void {
  if (text.length > CELL_CHARS_MAX) throw xlsxNonValido(`una cella ha più di ${CELL_CHARS_MAX} caratteri`);
}
