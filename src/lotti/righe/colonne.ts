/** The columns that a batch understands, in the order of the template. */
export const COLONNE = [
  'id',
  'datore_cf',
  'datore_nome',
  'rapporto',
  'lavoratore_cf',
  'lavoratore_nome',
  'trimestre',
  'ore_settimanali',
  'ore',
  'settimane',
  'paga_oraria',
  'paga_mensile',
  'vitto_alloggio_giorni',
  'senza_cuaf',
  'tempo_determinato',
  'associazione',
  'assunzione',
  'cessazione',
] as const;

export type Colonna = (typeof COLONNE)[number];

/** The columns that the batch of amounts adds, in order. */
export const COLONNE_CALCOLATE = [
  'settimane_calcolate',
  'ore_calcolate',
  'fascia',
  'contributo_orario',
  'totale',
  'quota_lavoratore',
  'quota_datore',
  'contributo_associazione',
  'scadenza',
  'spiegazione',
  'fonte',
] as const;

/** The columns of the file of errors. */
export const COLONNE_ERRORI = ['riga', 'id', 'colonna', 'valore', 'errore'] as const;

const note: ReadonlySet<string> = new Set(COLONNE);

/**
 * The column a header means: capitals, accents, spaces, dots and hyphens do not matter (`Ore settimanali`). Undefined for a
 * column that is not ours.
 */
export function colonnaDaIntestazione(intestazione: string): Colonna | undefined {
  const nome = normalizeHeader(intestazione);
  return note.has(nome) ? (nome as Colonna) : undefined;
}

/** A column of ours that the header misses by one or two letters: worth a word in the summary. */
export function colonnaSimile(intestazione: string): Colonna | undefined {
  const nome = normalizeHeader(intestazione);
  return COLONNE.find((colonna) => colonna.length > 3 && distance(nome, colonna) <= (colonna.length > 8 ? 2 : 1));
}

function normalizeHeader(intestazione: string): string {
  return intestazione
    .slice(0, 60)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[\s._/-]+/g, '_');
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
