/** A code found on a page or in a picture, with its text as it stands. */
export interface CodiceLetto {
  readonly formato: 'QRCode' | 'DataMatrix';
  readonly testo: string;
  /** 1 for a picture. */
  readonly pagina: number;
}

/** The codes of some pages of a file, in the order in which one reads, and how many pages the file has. */
export interface FettaLetta {
  readonly codici: readonly CodiceLetto[];
  readonly pagine: number;
}

/** Largest file that is read: a scanned notice weighs a few hundred KB. */
export const BYTE_MASSIMI = 15 * 1024 * 1024;

/** Largest picture: an A4 scanned at 600 dots an inch has 35 million. */
export const PIXEL_MASSIMI = 36_000_000;

/** Most dots that are looked at: a page is drawn, and a larger picture made smaller, to no more. */
export const PIXEL_GUARDATI = 16_000_000;

/** Pages that are looked at in one process, whose bounds they share. */
export const PAGINE_PER_FETTA = 8;

/** Pages of a file that are looked at in all. */
export const PAGINE_MASSIME = 200;
