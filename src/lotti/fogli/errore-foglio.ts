import { ErroreDati } from '../../valori/errore-dati.ts';

/** Workbooks that can be read, as the codes of their errors call them. */
export type FormatoFoglio = 'xlsx' | 'ods';

/** Most characters of a cell, by the format. */
const CELL_CHARS_MAX = 32_767;

/** Why a workbook is refused, in the words of its format. */
export class ErroriFoglio {
  readonly formato: FormatoFoglio;

  constructor(formato: FormatoFoglio) {
    this.formato = formato;
  }

  /** `xlsx-non-valido`: it cannot be read. */
  nonValido(perche: string): ErroreDati {
    return new ErroreDati(`${this.formato}-non-valido`, { perche, campo: 'ingresso' });
  }

  /** `xlsx-vuoto`: it can be read, and its sheet holds nothing. */
  vuoto(foglio: string): ErroreDati {
    return new ErroreDati(`${this.formato}-vuoto`, { foglio: foglio.slice(0, 31), campo: 'ingresso' });
  }

  /** `xlsx-troppo-grande`: it holds more than is accepted, whatever its size on the disk says. */
  troppoGrande(): ErroreDati {
    return new ErroreDati(`${this.formato}-troppo-grande`, { campo: 'ingresso' });
  }

  /** @throws ErroreDati `xlsx-non-valido` when a cell holds more than the format allows */
  checkCell(text: string): void {
    if (text.length > CELL_CHARS_MAX) throw this.nonValido(`una cella ha più di ${CELL_CHARS_MAX} caratteri`);
  }
}
