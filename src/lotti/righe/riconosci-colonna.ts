import { type Colonna, COLONNE } from './colonne.ts';
import { SINONIMI } from './sinonimi.ts';

/** Header of a column, without what people write in different ways. */
type NomeColonna = string & { readonly __nomeColonna: unique symbol };

/** A name of ours must be about as long as this to be taken for a misspelt one, and by so many letters. */
const SIMILE = [
  { daLettere: 9, lettere: 2 },
  { daLettere: 5, lettere: 1 },
] as const;

/** What people write in different ways, as words between underscores. */
const ABBREVIAZIONI: readonly (readonly [RegExp, string])[] = [
  [/_cod_/g, '_codice_'],
  [/_fisc_/g, '_fiscale_'],
  [/_(?:codice_fiscale|c_f)_/g, '_cf_'],
  [/_datore_di_lavoro_/g, '_datore_'],
  [/_datrice_/g, '_datore_'],
  [/_lavoratrice_/g, '_lavoratore_'],
  [/_dat_/g, '_datore_'],
  [/_lav_/g, '_lavoratore_'],
  [/_dt_/g, '_data_'],
  [/_data_ass(?:unz)?_$/, '_data_assunzione_'],
  [/_data_cess(?:az)?_$/, '_data_cessazione_'],
  [/_retr_/g, '_retribuzione_'],
  // The unit after the name: `Ore settimanali (h)`, `Paga oraria euro`.
  [/_(?:h|eur|euro)_$/, '_'],
];

const NOTE: ReadonlyMap<NomeColonna, Colonna> = new Map(
  COLONNE.flatMap((colonna) =>
    [colonna, ...SINONIMI[colonna]].map((nome) => [normalizeHeader(nome), colonna] as const),
  ),
);

/** The column a header means, by its name or one of its synonyms; undefined for a column that is not ours. */
export function colonnaDaIntestazione(intestazione: string): Colonna | undefined {
  return NOTE.get(normalizeHeader(intestazione));
}

/** A column of ours whose name, or one of whose synonyms, the header misses by a letter or two. */
export function colonnaSimile(intestazione: string): Colonna | undefined {
  const nome = normalizeHeader(intestazione);
  for (const [noto, colonna] of NOTE) {
    const ammesse = SIMILE.find(({ daLettere }) => noto.length >= daLettere)?.lettere ?? 0;
    if (ammesse > 0 && distance(nome, noto) <= ammesse) return colonna;
  }
  return undefined;
}

/** How many different columns of ours a row of texts names: what tells the header from a title above it. */
export function colonneRiconosciute(celle: readonly string[]): number {
  return new Set(celle.flatMap((cella) => colonnaDaIntestazione(cella) ?? [])).size;
}

/** Of the first rows of a file the one that names most columns of ours, two at least: the header; of several, the first. */
export function rigaDiIntestazione<T extends { readonly colonne: number }>(righe: readonly T[]): T | undefined {
  return righe
    .filter(({ colonne }) => colonne >= 2)
    .reduce<T | undefined>((a, b) => (a !== undefined && a.colonne >= b.colonne ? a : b), undefined);
}

function normalizeHeader(intestazione: string): NomeColonna {
  const parole = intestazione
    .slice(0, 60)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  const intero = ABBREVIAZIONI.reduce((testo, [forma, con]) => testo.replace(forma, con), `_${parole}_`);
  return intero.slice(1, -1) as NomeColonna;
}

/** Levenshtein's distance: letters to add, drop or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
