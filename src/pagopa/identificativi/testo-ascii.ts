/** Letters that NFD does not take apart, and Cyrillic as passports write it (ICAO Doc 9303 part 3, table of section 6). */
const TRASLITTERAZIONI: Readonly<Record<string, string>> = {
  // Latin
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ĸ: 'k',
  ə: 'e',
  // Cyrillic: Bulgarian, Macedonian, Russian, Serbian, Ukrainian
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  ђ: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ј: 'j',
  к: 'k',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  џ: 'dz',
  ш: 'sh',
  щ: 'shch',
  ъ: 'ie',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  ѕ: 'dz',
  // Punctuation that has an ASCII twin
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '…': '...',
  '°': 'o',
  º: 'o',
  ª: 'a',
  '№': 'N',
  '€': 'EUR',
  '×': 'x',
};

/** Composed Cyrillic letters that must not lose their mark before they are looked up. */
const COMPOSTE: Readonly<Record<string, string>> = { й: 'i', ё: 'e', ї: 'i', ў: 'u', ѓ: 'g', ќ: 'k' };

/**
 * The nearest ASCII text: accents dropped (`è` → `e`), Polish, German, Scandinavian and Cyrillic letters spelled out
 * (`Łucja` → `Lucja`, `Юлія` → `Iuliia`). What has no ASCII twin becomes a space. For codes and bank texts only: what people read keeps its true letters.
 */
export function foldToAscii(testo: string): string {
  let esito = '';
  for (const lettera of testo.normalize('NFC')) {
    const minuscola = lettera.toLowerCase();
    const noto = COMPOSTE[minuscola] ?? TRASLITTERAZIONI[minuscola];
    esito += noto === undefined ? stripMarks(lettera) : minuscola === lettera ? noto : capitalise(noto);
  }
  return esito;
}

function stripMarks(lettera: string): string {
  const nuda = lettera.normalize('NFKD').replace(/\p{M}/gu, '');
  let esito = '';
  for (const pezzo of nuda) esito += pezzo >= ' ' && pezzo <= '~' ? pezzo : (TRASLITTERAZIONI[pezzo] ?? ' ');
  return /^\p{M}+$/u.test(lettera) ? '' : esito;
}

function capitalise(parola: string): string {
  return parola.charAt(0).toUpperCase() + parola.slice(1);
}
