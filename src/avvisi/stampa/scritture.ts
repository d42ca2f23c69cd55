import { readFileSync } from 'node:fs';
import { risorsa } from '../../valori/risorsa.ts';
import { openFont, type FontFile } from '../pdf/font-file.ts';

/** Thickness of the fonts of other scripts, as their files are named. */
export type Spessore = 400 | 700;

const CARTELLA = 'scritture';

/** A file, and the stretches of letters that it has. */
type Voce = readonly [nome: string, tratti: readonly number[]];

let indice: readonly Voce[] | undefined;

/** The files as they were made, the first that has a letter before others (`src/risorse/scritture.ts`). */
function readIndex(): readonly Voce[] {
  const scritto = readFileSync(risorsa('caratteri', CARTELLA, 'indice.json'), 'utf8');
  return Object.entries(JSON.parse(scritto) as Record<string, readonly number[]>);
}

/**
 * The font that has a letter of a script which the styles of the notice lack; it is opened the first time that a name needs it.
 * @param testo where the letter stands: letters that one font has together are not parted, since they may join
 */
export function carattereDellaScrittura(lettera: string, testo: string, spessore: Spessore): FontFile | undefined {
  indice ??= readIndex();
  const voci = indice.filter((voce) => has(voce, lettera));
  const intera = (voce: Voce): boolean =>
    Array.from(testo).every((una) => has(voce, una) || !voci.some((altra) => has(altra, una)));
  const scelta = voci.length > 1 ? (voci.find(intera) ?? voci[0]) : voci[0];
  return scelta === undefined ? undefined : openFont(`${CARTELLA}/${scelta[0]}-${spessore}.ttf.br`);
}

function has([, tratti]: Voce, lettera: string): boolean {
  const codice = lettera.codePointAt(0) ?? 0;
  for (let i = 0; i < tratti.length; i += 2) {
    if (codice >= (tratti[i] ?? 0) && codice <= (tratti[i + 1] ?? 0)) return true;
  }
  return false;
}
