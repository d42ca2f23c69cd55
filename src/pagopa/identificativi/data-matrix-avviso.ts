import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { parseCodiceAvviso, type CodiceAvviso } from './codice-avviso.ts';
import { foldToAscii } from './testo-ascii.ts';

/** What the Data Matrix of the *Bollettino Postale PA* says (document type 896, SANP 2.2 section III ch. 10). */
export interface DataMatrixAvviso {
  readonly codiceAvviso: CodiceAvviso;
  /** Number of the postal account, up to 12 digits. */
  readonly numeroConto: string;
  readonly importo: Centesimi;
  /** 11 digits. */
  readonly codiceFiscaleEnte: string;
  /** Up to 16 characters. */
  readonly codiceFiscaleDebitore: string;
  /** First 40 characters are kept. */
  readonly nomeDebitore: string;
  /** First 110 characters are kept. */
  readonly oggetto: string;
}

const PREFISSO = 'codfase=NBPA;';
const LUNGHEZZA = 256;
const IMPORTO_MASSIMO_POSTE = 9_999_999_999;

/**
 * The 256 characters of the Data Matrix. Names are folded to upper-case ASCII, and what readers of postal slips are not
 * known to take becomes a space: capitals also keep the text inside a 48×48 symbol.
 * @throws RangeError when an identifier or the amount does not fit
 */
export function buildDataMatrixAvviso(dati: DataMatrixAvviso): string {
  requireDigits(dati.codiceAvviso, 18, 18, 'codice avviso');
  requireDigits(dati.numeroConto, 1, 12, 'postal account');
  requireDigits(dati.codiceFiscaleEnte, 11, 11, 'tax code');
  if (!(dati.importo >= 1 && dati.importo <= IMPORTO_MASSIMO_POSTE)) {
    throw new RangeError(`amount out of the Data Matrix's range: ${dati.importo}`);
  }
  return (
    `${PREFISSO}18${dati.codiceAvviso}12${dati.numeroConto.padStart(12, '0')}` +
    `10${String(dati.importo).padStart(10, '0')}38961P1${dati.codiceFiscaleEnte}` +
    field(dati.codiceFiscaleDebitore, 16) +
    field(dati.nomeDebitore, 40) +
    field(dati.oggetto, 110) +
    ' '.repeat(12) +
    'A'
  );
}

/**
 * Reads the text of a scanned Data Matrix.
 * @throws ErroreDati `data-matrix-non-valido` when prefix, length or fixed fields are not those of a postal notice
 */
export function parseDataMatrixAvviso(testo: string, campo = 'Data Matrix'): DataMatrixAvviso {
  const fisso = /^codfase=NBPA;18(\d{18})12(\d{12})10(\d{10})38961P1(\d{11})/.exec(testo);
  const [, codice, numeroConto, importo, codiceFiscaleEnte] = fisso ?? [];
  if (
    codice === undefined ||
    numeroConto === undefined ||
    importo === undefined ||
    codiceFiscaleEnte === undefined ||
    testo.length !== LUNGHEZZA ||
    !testo.endsWith('A')
  ) {
    throw new ErroreDati('data-matrix-non-valido', { testo: testo.slice(0, 40), prefisso: PREFISSO, campo });
  }
  return {
    codiceAvviso: parseCodiceAvviso(codice, campo).codiceAvviso,
    numeroConto,
    importo: centesimi(Number(importo)),
    codiceFiscaleEnte,
    codiceFiscaleDebitore: testo.slice(77, 93).trimEnd(),
    nomeDebitore: testo.slice(93, 133).trimEnd(),
    oggetto: testo.slice(133, 243).trimEnd(),
  };
}

/** Fixed width, padded with spaces. The list of characters is the one in use among printers of these slips. */
function field(testo: string, lunghezza: number): string {
  const ascii = foldToAscii(testo).toUpperCase();
  return ascii
    .replace(/[^A-Z0-9&'\-.:_, ]/g, ' ')
    .slice(0, lunghezza)
    .padEnd(lunghezza, ' ');
}

function requireDigits(valore: string, minimo: number, massimo: number, che: string): void {
  if (!/^\d+$/.test(valore) || valore.length < minimo || valore.length > massimo) {
    throw new RangeError(`not a ${che}: ${valore}`);
  }
}
