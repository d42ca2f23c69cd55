import { createRequire } from 'node:module';
import type anyAscii from 'any-ascii';

/**
 * Letters that NFD does not take apart, and those of other alphabets: Cyrillic as passports write it (ICAO Doc 9303 part 3,
 * section 6), Greek letter by letter (ELOT 743), Georgian by the national system of 2002. Pairs: letter, what is written.
 */
const LETTERE = pairs(`
  ł l đ d ð d ø o ħ h ŧ t ŋ n ı i ß ss æ ae œ oe þ th ĸ k ə e
  а a б b в v г g ґ g д d ђ d е e є ie ж zh з z и i і i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ c у u
  ф f х kh ц ts ч ch џ dz ш sh щ shch ъ ie ы y э e ю iu я ia ѕ dz й i ё e ї i ў u ѓ g ќ k
  α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o
  ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts
  ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h
  ’ ' ‘ ' ʼ ' \` ' “ " ” " « " » " – - — - ‐ - ‑ - … ... ª a № N € EUR × x
`)
  .set('ь', '')
  // An ordinal's sign is left out: `4o` in capitals would read as forty.
  .set('°', '')
  .set('º', '');

/**
 * The nearest ASCII text: accents dropped (`è` → `e`), other letters spelled out (`Łucja` → `Lucja`, `Юлія` → `Iuliia`,
 * `李小龙` → `LiXiaoLong`). What has no ASCII twin becomes a space. For codes and bank texts only: what people read keeps its true letters.
 */
export function foldToAscii(testo: string): string {
  let esito = '';
  for (const lettera of testo.normalize('NFC')) esito += foldLetter(lettera);
  return esito;
}

function foldLetter(lettera: string): string {
  if (lettera >= ' ' && lettera <= '~' && lettera !== '`') return lettera;
  const minuscola = lettera.toLowerCase();
  const scritta = LETTERE.get(minuscola);
  if (scritta !== undefined) return minuscola === lettera ? scritta : capitalise(scritta);
  if (/^\p{Script=Inherited}+$/u.test(lettera)) return '';
  const nuda = lettera.normalize('NFKD').replace(/\p{Script=Inherited}/gu, '');
  if (nuda === lettera)
    return /[\p{L}\p{M}\p{N}]/u.test(lettera) ? otherScripts()(lettera).replace(/[^A-Za-z0-9]/g, '') : ' ';
  return [...nuda].map(foldLetter).join('');
}

let traslittera: typeof anyAscii | undefined;

/** Half a megabyte of tables, which most texts do not need. */
function otherScripts(): typeof anyAscii {
  traslittera ??= (createRequire(import.meta.url)('any-ascii') as { readonly default: typeof anyAscii }).default;
  return traslittera;
}

function capitalise(parola: string): string {
  return parola.charAt(0).toUpperCase() + parola.slice(1);
}

function pairs(tabella: string): Map<string, string> {
  const voci = tabella.trim().split(/\s+/);
  return new Map(voci.flatMap((lettera, i) => (i % 2 === 0 ? [[lettera, voci[i + 1] ?? '']] : [])));
}
