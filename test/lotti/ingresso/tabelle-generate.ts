import fc from 'fast-check';
import type { CampiCalcolo } from '../../../src/contributi/parse-dati.ts';
import type { Colonna } from '../../../src/lotti/righe/colonne.ts';
import { SINONIMI } from '../../../src/lotti/righe/sinonimi.ts';

/** One row: what it means, and how each cell is written. */
export interface RigaScritta {
  readonly campi: CampiCalcolo;
  readonly celle: Readonly<Partial<Record<Colonna, string>>>;
}

/** A good table: rows, and the columns in their order with the names they are given. */
export interface Tabella {
  readonly righe: readonly RigaScritta[];
  readonly colonne: readonly { readonly colonna: Colonna; readonly nome: string }[];
}

const MESI = 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(' ');
const TRIMESTRI_A_MESI = ['gen-mar', 'apr-giu', 'lug-set', 'ott-dic'];
const ROMANI = ['I', 'II', 'III', 'IV'];
const COLONNE: readonly Colonna[] = [
  'trimestre',
  'ore_settimanali',
  'paga_oraria',
  'senza_cuaf',
  'tempo_determinato',
  'associazione',
  'assunzione',
];

const due = (n: number): string => String(n).padStart(2, '0');

/** A value and a way of writing it. */
function written<T>(valore: fc.Arbitrary<T>, modi: readonly ((valore: T) => string)[]): fc.Arbitrary<[T, string]> {
  return fc.tuple(valore, fc.constantFrom(...modi)).map(([v, modo]) => [v, modo(v)]);
}

const trimestre = written(
  fc.record({ anno: fc.integer({ min: 2014, max: 2026 }), n: fc.integer({ min: 1, max: 4 }) }),
  [
    ({ anno, n }) => `${n}/${anno}`,
    ({ anno, n }) => `${anno}-T${n}`,
    ({ anno, n }) => `${anno}T${n}`,
    ({ anno, n }) => `${ROMANI[n - 1] ?? ''} ${anno}`,
    ({ anno, n }) => `${n}° trim. ${anno}`,
    ({ anno, n }) => `${TRIMESTRI_A_MESI[n - 1] ?? ''} ${anno}`,
  ],
);

/** Quarters of an hour, in quarters. */
const ore = written(fc.integer({ min: 4, max: 240 }), [
  (q) => String(q / 4).replace('.', ','),
  (q) => String(q / 4),
  (q) => `${Math.floor(q / 4)}:${due((q % 4) * 15)}`,
  (q) => `${String(q / 4).replace('.', ',')}h`,
  (q) => `${String(q / 4).replace('.', ',')}\u00a0ore`,
]);

/** Cents. */
const paga = written(fc.integer({ min: 600, max: 3000 }), [
  (c) => (c / 100).toFixed(2).replace('.', ','),
  (c) => (c / 100).toFixed(2),
  (c) => `€ ${(c / 100).toFixed(2).replace('.', ',')}`,
  (c) => `${(c / 100).toFixed(2).replace('.', ',')}\u00a0€`,
]);

const giorno = written(
  fc.record({
    anno: fc.integer({ min: 2000, max: 2013 }),
    mese: fc.integer({ min: 1, max: 12 }),
    g: fc.integer({ min: 1, max: 28 }),
  }),
  [
    ({ anno, mese, g }) => `${due(g)}/${due(mese)}/${anno}`,
    ({ anno, mese, g }) => `${g}/${mese}/${due(anno % 100)}`,
    ({ anno, mese, g }) => `${g}.${mese}.${anno}`,
    ({ anno, mese, g }) => `${anno}-${due(mese)}-${due(g)}`,
    ({ anno, mese, g }) => `${anno}-${due(mese)}-${due(g)}T00:00:00`,
    ({ anno, mese, g }) => `${g} ${MESI[mese - 1] ?? ''} ${anno}`,
    ({ anno, mese, g }) => String(Date.UTC(anno, mese - 1, g) / 86_400_000 + 25_569),
  ],
);

const siNo = written(fc.boolean(), [(v) => (v ? 'si' : 'no'), (v) => (v ? 'Sì' : ''), (v) => (v ? 'X' : 'NO')]);
const associazione = written(fc.constantFrom('', 'F2', 'E1'), [(v) => v, (v) => v.toLowerCase(), (v) => ` ${v} `]);

const riga: fc.Arbitrary<RigaScritta> = fc
  .tuple(trimestre, ore, paga, siNo, siNo, associazione, giorno)
  .map(([t, o, p, cuaf, termine, a, d]) => ({
    campi: {
      trimestre: `${t[0].n}/${t[0].anno}`,
      oreSettimanali: String(o[0] / 4),
      pagaOraria: (p[0] / 100).toFixed(2),
      senzaCuaf: cuaf[0],
      tempoDeterminato: termine[0],
      associazione: a[0],
      assunzione: `${d[0].anno}-${due(d[0].mese)}-${due(d[0].g)}`,
    },
    celle: {
      trimestre: t[1],
      ore_settimanali: o[1],
      paga_oraria: p[1],
      senza_cuaf: cuaf[1],
      tempo_determinato: termine[1],
      associazione: a[1],
      assunzione: d[1],
    },
  }));

/** Columns in any order, each by its name or one of its synonyms, in capitals or not. */
const colonne = fc
  .tuple(
    fc.shuffledSubarray([...COLONNE], { minLength: COLONNE.length }),
    fc.array(fc.tuple(fc.nat(50), fc.boolean()), { minLength: COLONNE.length, maxLength: COLONNE.length }),
  )
  .map(([ordine, scelte]) =>
    ordine.map((colonna, i) => {
      const nomi = [colonna, ...SINONIMI[colonna]];
      const [quale = 0, maiuscolo = false] = scelte[i] ?? [];
      const nome = nomi[quale % nomi.length] ?? colonna;
      return { colonna, nome: maiuscolo ? nome.toUpperCase() : nome };
    }),
  );

export const tabella: fc.Arbitrary<Tabella> = fc.record({
  righe: fc.array(riga, { minLength: 1, maxLength: 6 }),
  colonne,
});
