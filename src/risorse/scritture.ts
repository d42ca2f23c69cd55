import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { create } from 'fontkit';
import decompress from 'woff2-encoder/decompress';
import { packagePath } from '../valori/package-root.ts';
import { carattereFisso } from './carattere-fisso.ts';

/**
 * Packages of the fonts of other scripts, the Noto family; Chinese (sc) is cut in some hundred parts. Vazirmatn stands before
 * Noto's Arabic, which has more letters but draws their dots apart: programs that read a PDF then see spaces inside words.
 */
const PACCHETTI = [
  'vazirmatn',
  'noto-sans-arabic',
  'noto-sans-bengali',
  'noto-sans-devanagari',
  'noto-sans-ethiopic',
  'noto-sans-gujarati',
  'noto-sans-gurmukhi',
  'noto-sans-hebrew',
  'noto-sans-kannada',
  'noto-sans-khmer',
  'noto-sans-lao',
  'noto-sans-malayalam',
  'noto-sans-myanmar',
  'noto-sans-sc',
  'noto-sans-sinhala',
  'noto-sans-tamil',
  'noto-sans-telugu',
  'noto-sans-thai',
];

/** Regular and bold, as the styles of the notice are. */
const SPESSORI = [400, 700];

/** The letters of the other scripts in these packages are those of the notice's own fonts. */
const ALTRE_SCRITTURE = /-(latin|latin-ext|cyrillic|cyrillic-ext|greek-ext|vietnamese|math|symbols)-/;

/** What the fonts beside it were made of. */
const RICETTA = 'ricetta.json';

/** Packages that make them: in another version, the fonts are made anew. */
const ARNESI = ['harfbuzzjs', 'woff2-encoder', 'fontkit'];

/**
 * Makes the fonts of other scripts out of the packages' variable ones, and the list of what letters each has: a name's letters
 * lead to the one or two small files that it needs.
 * @param dove an empty folder
 * @param primi where they stand if they were made before: those are taken, if they were made of the same
 */
export async function scritture(dove: string, primi: string): Promise<void> {
  const ricetta = JSON.stringify([SPESSORI, ...[...PACCHETTI, ...ARNESI].map(versionOf)]);
  const fatta = join(primi, RICETTA);
  if (existsSync(fatta) && readFileSync(fatta, 'utf8') === ricetta) return cpSync(primi, dove, { recursive: true });
  await makeFonts(dove);
  writeFileSync(join(dove, RICETTA), ricetta);
}

async function makeFonts(dove: string): Promise<void> {
  const fisso = carattereFisso();
  const indice: Record<string, readonly number[]> = {};
  for (const nome of PACCHETTI) {
    const pacchetto = packageOf(nome);
    for (const file of filesOf(pacchetto)) {
      const variabile = await decompress(readFileSync(join(pacchetto, 'files', file)));
      const carattere = file.replace('-wght-normal.woff2', '');
      indice[carattere] = lettersOf(variabile);
      for (const spessore of SPESSORI) {
        writeFileSync(join(dove, `${carattere}-${spessore}.ttf.br`), packed(fisso(variabile, spessore)));
      }
    }
    copyFileSync(join(pacchetto, 'LICENSE'), join(dove, `LICENSE-${nome}`));
  }
  writeFileSync(join(dove, 'indice.json'), JSON.stringify(indice));
}

function packageOf(nome: string): string {
  return packagePath('node_modules', ...(ARNESI.includes(nome) ? [nome] : ['@fontsource-variable', nome]));
}

function versionOf(nome: string): string {
  const { version } = JSON.parse(readFileSync(join(packageOf(nome), 'package.json'), 'utf8')) as { version: string };
  return `${nome} ${version}`;
}

function filesOf(pacchetto: string): readonly string[] {
  return readdirSync(join(pacchetto, 'files')).filter(
    (file) => file.endsWith('-wght-normal.woff2') && !ALTRE_SCRITTURE.test(file),
  );
}

/** First and last of each stretch of code points, one after the other. */
function lettersOf(byte: Uint8Array): readonly number[] {
  const font = create(Buffer.from(byte));
  if (!('characterSet' in font)) throw new Error('a collection, not one font');
  const tratti: number[] = [];
  for (const lettera of [...font.characterSet].sort((a, b) => a - b)) {
    if (tratti.at(-1) === lettera - 1) tratti[tratti.length - 1] = lettera;
    else tratti.push(lettera, lettera);
  }
  return tratti;
}

function packed(byte: Uint8Array): Uint8Array {
  return brotliCompressSync(byte, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}
