/** The grammar of sentences that are put together: articles before numbers, one and many, agreement. */

/** An article or a preposition with it, as it is before a consonant → before a vowel. */
const CON_APOSTROFO: Readonly<Record<string, string>> = {
  il: 'l’',
  lo: 'l’',
  la: 'l’',
  al: 'all’',
  allo: 'all’',
  alla: 'all’',
  dal: 'dall’',
  dalla: 'dall’',
  del: 'dell’',
  della: 'dell’',
  nel: 'nell’',
  nella: 'nell’',
  sul: 'sull’',
  sulla: 'sull’',
  una: 'un’',
  i: 'gli ',
  ai: 'agli ',
  dai: 'dagli ',
  dei: 'degli ',
  nei: 'negli ',
  sui: 'sugli ',
};

/**
 * Numbers that are read with a vowel at their beginning: *otto*, *ottanta*, *ottomila*; *undici*, *undicimila*; *uno*, but not
 * *primo* (1º, 01/02/2026, 1/2/2026), *mille*, *milione*. A quarter, 1/2026, is read *uno*.
 */
const COMINCIA_PER_VOCALE = /^(?:8|08\/|11(?!\d)|1(?![\d°ºª]|\.\d{3}|\/\d{1,2}\/))/;
const ARTICOLO_IN_FONDO = /(^|[\s(«’])(\p{Lu}?\p{Ll}+) $/u;

/** The number, date or quarter after its article: `al 12/10/2026`, `all’11/01/2021`, `l’1,2%`, `il 1.000`. */
export function conArticolo(articolo: string, numero: string | number): string {
  return `${elide(`${articolo} `, String(numero))}${numero}`;
}

/** A template of a sentence: an article that stands before a value is written as the value wants it. */
export function italiano(pezzi: TemplateStringsArray, ...valori: readonly (string | number)[]): string {
  let detto = pezzi[0] ?? '';
  for (let i = 1; i < pezzi.length; i++) {
    // What follows is looked at too: *la 1ª*, but *l’1%*.
    const resto = `${valori[i - 1]}${pezzi[i]}`;
    detto = `${elide(detto, resto)}${resto}`;
  }
  return detto;
}

/** What a number that begins with a vowel can begin with: most sentences hold none, and are told so at a glance. */
const CIFRE = [...'018'].map((cifra) => cifra.charCodeAt(0));
/** The longest article with what stands on its two sides: the rest of a sentence need not be looked at. */
const CODA = 8;

/** The text with its last article changed, if the number that follows begins with a vowel. */
function elide(testo: string, numero: string): string {
  if (!CIFRE.includes(numero.charCodeAt(0)) || !COMINCIA_PER_VOCALE.test(numero)) return testo;
  const dove = Math.max(0, testo.length - CODA);
  const coda = testo.slice(dove).replace(ARTICOLO_IN_FONDO, (tutto, prima: string, articolo: string) => {
    const eliso = CON_APOSTROFO[articolo.toLowerCase()];
    if (eliso === undefined) return tutto;
    const maiuscolo = articolo !== articolo.toLowerCase();
    return `${prima}${maiuscolo ? eliso[0]?.toUpperCase() : eliso[0]}${eliso.slice(1)}`;
  });
  return testo.slice(0, dove) + coda;
}

/** A whole number of things, with the thousands apart: `1 notte`, `3 notti`, `1.200 righe`. */
export function quanti(numero: number, uno: string, molti: string): string {
  const scritto = numero < 1000 ? String(numero) : numero.toLocaleString('it-IT', { useGrouping: 'always' });
  return `${scritto} ${numero === 1 ? uno : molti}`;
}

/** A participle that agrees with the noun it speaks of: `Anomalia non trovata`, `File non trovato`. */
export function concorda(nome: string, radice: string): string {
  return `${radice}${/^\p{L}*[aà](?: |$)/u.test(nome) ? 'a' : 'o'}`;
}
