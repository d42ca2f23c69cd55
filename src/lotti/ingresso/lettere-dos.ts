/** Whether a text that is not UTF-8 was written on MS-DOS (code page 850, of which 437 has the same small letters) or on Windows. */
export type OrigineTesto = 'dos' | 'windows' | 'dubbia';

/** Accented letters of code page 850 that in Windows-1252 are signs nobody writes inside or after a word: ü é ì É ò ù… as `•`, `‚`, `Ž`. */
const DOS_CERTE = bytes([0x81, 0x82, 0x8a, 0x8d, 0x90, 0x95]);
/** Those that may be signs of Windows all the same: ä à ç ö ù ñ are `„ … ‡ ” — ¤`. */
const DOS_POSSIBILI = bytes([0x84, 0x85, 0x87, 0x94, 0x97, 0xa4]);
/** Capitals of code page 850 (À Ì Ò Ù), between capitals: in Windows-1252 `· Þ ã ë`. */
const DOS_MAIUSCOLE = bytes([0xb7, 0xde, 0xe3, 0xeb]);
const PRIMA_LETTERA_WINDOWS = 0xc0;
/** The apostrophe of Windows after a letter and its opening quotation marks before one: in code page 850 `Æ`, `æ` and `ô`. */
const APOSTROFO_WINDOWS = 0x92;
const VIRGOLETTE_WINDOWS = bytes([0x91, 0x93]);
/** The degree of code page 850 (`N°`), in Windows-1252 a letter of Danish. */
const GRADO_DOS = 0xf8;
/** So many times more letters of one kind than of the other, and the others are slips. */
const PREVALE = 8;

function bytes(quali: readonly number[]): Uint8Array {
  const tabella = new Uint8Array(256);
  for (const byte of quali) tabella[byte] = 1;
  return tabella;
}

/** Counts, in pieces of a text, the letters that only one of the two could have written. */
export class LettereDos {
  #certe = 0;
  #possibili = 0;
  #windows = 0;
  /** The two bytes before the next piece. */
  #prima = 0;

  add(piece: Buffer): void {
    let prima = this.#prima;
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at] as number;
      if (byte > 127) this.#count(prima, byte, piece[at + 1] ?? 0);
      prima = byte;
    }
    this.#prima = prima;
  }

  get origine(): OrigineTesto {
    const dos = this.#certe + this.#possibili;
    if (this.#certe === 0 && this.#possibili > 0 && this.#windows === 0) return 'dubbia';
    if (this.#windows >= dos * PREVALE || this.#certe === 0) return 'windows';
    return dos >= this.#windows * PREVALE ? 'dos' : 'dubbia';
  }

  #count(prima: number, byte: number, dopo: number): void {
    const fraMaiuscole = isUpper(prima) && !isLower(dopo);
    if (fraMaiuscole && DOS_MAIUSCOLE[byte] === 1) this.#certe++;
    // `Š` among capitals is of Windows: `DRAŠKO`.
    else if (byte === 0x8a && isUpper(prima) && isUpper(dopo)) this.#windows++;
    else if (byte === GRADO_DOS && !isLetter(dopo)) this.#certe++;
    else if (byte >= PRIMA_LETTERA_WINDOWS && (isLetter(prima) || isLetter(dopo))) this.#windows++;
    else if (!isLetter(prima)) this.#alone(byte, dopo);
    else if (byte === APOSTROFO_WINDOWS) this.#windows++;
    else if (DOS_CERTE[byte] === 1) this.#certe++;
    else if (DOS_POSSIBILI[byte] === 1) this.#possibili++;
  }

  /** `è` is a word by itself; as a sign of Windows it would begin one: `Šimić`. */
  #alone(byte: number, dopo: number): void {
    if (VIRGOLETTE_WINDOWS[byte] === 1 && isLetter(dopo)) this.#windows++;
    else if (byte === 0x8a && !isLetter(dopo)) this.#certe++;
    else if ((byte === 0x82 || byte === 0x90) && isLetter(dopo)) this.#certe++;
  }
}

function isUpper(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}

function isLower(byte: number): boolean {
  return byte >= 97 && byte <= 122;
}

function isLetter(byte: number): boolean {
  return isUpper(byte) || isLower(byte);
}
