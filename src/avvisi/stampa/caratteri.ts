import { openFont, type FontFile } from '../pdf/font-file.ts';
import { type Face, lettersWithMarks, ShapedFace } from '../pdf/shaped-face.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { carattereVietato, describeVietato } from '../../valori/testo-scritto.ts';
import { carattereDellaScrittura, type Spessore } from './scritture.ts';

/** Styles of the notice (guide 2.2, fonts): Titillium Web for words, Roboto Mono for codes and amounts. */
export type Stile = 'normale' | 'grassetto' | 'nero' | 'codice' | 'codiceGrassetto';

const TITILLIUM = 'titillium-web';
const ROBOTO = 'roboto-mono';
const DEJAVU = 'dejavu';

const FILE: Readonly<Record<Stile, string>> = {
  normale: `${TITILLIUM}/TitilliumWeb_400Regular.ttf`,
  grassetto: `${TITILLIUM}/TitilliumWeb_700Bold.ttf`,
  nero: `${TITILLIUM}/TitilliumWeb_900Black.ttf`,
  codice: `${ROBOTO}/RobotoMono_400Regular.ttf`,
  codiceGrassetto: `${ROBOTO}/RobotoMono_700Bold.ttf`,
};

/** For words with letters the styles above lack (Cyrillic, Greek, Vietnamese, Georgian, Armenian). */
const RISERVA: Readonly<Record<Stile, string>> = {
  normale: `${DEJAVU}/DejaVuSansCondensed.ttf`,
  grassetto: `${DEJAVU}/DejaVuSansCondensed-Bold.ttf`,
  nero: `${DEJAVU}/DejaVuSansCondensed-Bold.ttf`,
  codice: `${DEJAVU}/DejaVuSansMono.ttf`,
  codiceGrassetto: `${DEJAVU}/DejaVuSansMono-Bold.ttf`,
};

const SPESSORE: Readonly<Record<Stile, Spessore>> = {
  normale: 400,
  grassetto: 700,
  nero: 700,
  codice: 400,
  codiceGrassetto: 700,
};

/** Scripts that are right when glyphs simply stand one after the other; the fallback font has others that are not. */
const SCRITTURE_SEMPLICI =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Georgian}\p{Script=Armenian}\p{Script=Common}]*$/u;

/** Plain words with one space between: most names and addresses. */
const GIA_NORMALE = /^[!-~]+(?: [!-~]+)*$/;

/** Accents joined to their letters, no-break spaces made plain, so that one letter is one glyph. */
export function normalizza(testo: string): string {
  if (GIA_NORMALE.test(testo)) return testo;
  return testo.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** The font file of a style. */
export function carattere(stile: Stile): FontFile {
  return openFont(FILE[stile]);
}

/**
 * The face that has every letter of the text. The whole text goes to the fallback when one letter is missing, so that a name
 * never mixes two designs; a text in another script has its letters from as many fonts as it takes, shaped together.
 * @param campo what the text is, for the error
 * @throws ErroreDati `carattere-non-stampabile`: a blank, a picture or a box in a name is never printed
 */
export function caratterePer(stile: Stile, testo: string, campo: string): Face {
  const vietato = carattereVietato(testo);
  if (vietato !== undefined) {
    throw new ErroreDati('carattere-non-stampabile/vietato', { perche: describeVietato(vietato), campo });
  }
  const principale = carattere(stile);
  if (has(principale, testo)) return principale;
  const riserva = openFont(RISERVA[stile]);
  if (SCRITTURE_SEMPLICI.test(testo) && has(riserva, testo)) return riserva;
  const lettera = lettersWithMarks(testo).find((una) => fontOfLetter(stile, una, testo) === undefined);
  if (lettera === undefined) return shapedFace(stile);
  const codici = Array.from(
    lettera,
    (una) => `U+${(una.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  throw new ErroreDati('carattere-non-stampabile', { lettera, codici: codici.join(' '), campo });
}

function has(font: FontFile, testo: string): boolean {
  for (const lettera of testo) {
    if (font.glyph(lettera.codePointAt(0) ?? 0) === 0) return false;
  }
  return true;
}

/** The style's own font, its fallback, or that of the letter's script: one that has the letter's marks too. */
function fontOfLetter(stile: Stile, lettera: string, testo: string): FontFile | undefined {
  const [base = ''] = lettera;
  const proprio = SCRITTURE_SEMPLICI.test(base)
    ? [carattere(stile), openFont(RISERVA[stile])].find((font) => has(font, lettera))
    : undefined;
  if (proprio !== undefined) return proprio;
  const altro = carattereDellaScrittura(base, testo, SPESSORE[stile]);
  return altro !== undefined && has(altro, lettera) ? altro : undefined;
}

const composti = new Map<Stile, ShapedFace>();

function shapedFace(stile: Stile): ShapedFace {
  let face = composti.get(stile);
  if (face === undefined) {
    face = new ShapedFace(`${stile} composto`, (lettera, testo) => fontOfLetter(stile, lettera, testo));
    composti.set(stile, face);
  }
  return face;
}
