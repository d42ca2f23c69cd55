import { openFont, type FontFile } from '../pdf/font-file.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { carattereVietato, describeVietato } from '../../valori/testo-scritto.ts';

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

/** For words with letters the styles above lack (Cyrillic, Greek, Vietnamese, Georgian). */
const RISERVA: Readonly<Record<Stile, string>> = {
  normale: `${DEJAVU}/DejaVuSansCondensed.ttf`,
  grassetto: `${DEJAVU}/DejaVuSansCondensed-Bold.ttf`,
  nero: `${DEJAVU}/DejaVuSansCondensed-Bold.ttf`,
  codice: `${DEJAVU}/DejaVuSansMono.ttf`,
  codiceGrassetto: `${DEJAVU}/DejaVuSansMono-Bold.ttf`,
};

/** Scripts that are right when glyphs simply stand one after the other; the fallback font has others that are not. */
const SCRITTURE_SEMPLICI =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Georgian}\p{Script=Common}]*$/u;

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
 * The font that has every letter of the text: the whole text goes to the fallback when one letter is missing, so that a
 * name never mixes two designs.
 * @param campo what the text is, for the error
 * @throws ErroreDati `carattere-non-stampabile`: a blank, a picture or a box in a name is never printed
 */
export function caratterePer(stile: Stile, testo: string, campo: string): FontFile {
  const vietato = carattereVietato(testo);
  if (vietato !== undefined) {
    throw new ErroreDati('carattere-non-stampabile', `${campo}: ${describeVietato(vietato)}`, { campo });
  }
  const principale = carattere(stile);
  if (missing(principale, testo) === undefined) return principale;
  const riserva = openFont(RISERVA[stile]);
  const lettera = SCRITTURE_SEMPLICI.test(testo) ? missing(riserva, testo) : unsupported(testo);
  if (lettera === undefined) return riserva;
  const codice = (lettera.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new ErroreDati(
    'carattere-non-stampabile',
    `${campo}: il carattere «${lettera}» (U+${codice}) non si può stampare; scrivere il testo in lettere latine, come sul documento d’identità.`,
    { campo },
  );
}

function missing(font: FontFile, testo: string): string | undefined {
  for (const lettera of testo) {
    if (font.glyph(lettera.codePointAt(0) ?? 0) === 0) return lettera;
  }
  return undefined;
}

function unsupported(testo: string): string | undefined {
  for (const lettera of testo) {
    if (!SCRITTURE_SEMPLICI.test(lettera)) return lettera;
  }
  return undefined;
}
