import { z } from 'zod';
import type { Giorno } from '../valori/giorno.ts';
import { euro, fonti, giornoIso, intero, numeroEsatto, siNo, testo, togliAssenti } from './campi.ts';

/** How the pay of a level is agreed: by month when living in (full time or fewer hours) and for nights, else by hour. */
export const formaMinimo = z.enum([
  'convivente',
  'convivente-30-ore',
  'convivente-25-ore',
  'oraria',
  'sostituzione',
  'assistenza-notturna',
  'presenza-notturna',
]);
export type FormaMinimo = z.output<typeof formaMinimo>;

/** Levels since 1/3/2007, and the four categories of before. */
export const livello = z.enum(['A', 'AS', 'B', 'BS', 'C', 'CS', 'D', 'DS', '1S', '1', '2', '3', 'unico']);
export type Livello = z.output<typeof livello>;

/** Allowances of tables H, I and L of the contract. */
export const indennita = z.enum(['bambino-sotto-sei-anni', 'piu-persone', 'certificazione-uni']);
export type Indennita = z.output<typeof indennita>;

const importi = z.partialRecord(formaMinimo, z.partialRecord(livello, euro));

const anno = z
  .strictObject({
    anno: intero(2000, 2199),
    /** First day, where it is not the year's. */
    dal: giornoIso.optional(),
    importi,
    indennitaFunzione: euro.optional(),
    aggiunte: z.strictObject({ dal: giornoIso.optional(), ...mappa(indennita.options) }).optional(),
    /** True of a year that nobody has agreed yet. */
    proiettato: siNo.optional(),
    /** Cells not seen in print. */
    calcolate: z.array(testo).default([]),
    note: z.array(testo).default([]),
    fonti,
  })
  .transform((letto) => togliAssenti(letto));

function mappa(nomi: readonly Indennita[]) {
  return Object.fromEntries(nomi.map((nome) => [nome, importi.optional()])) as Record<
    Indennita,
    z.ZodOptional<typeof importi>
  >;
}

const esempio = z.strictObject({
  anno: intero(2000, 2199),
  forma: formaMinimo,
  livello,
  indennita: z.array(indennita).default([]),
  scatti: intero(0, 7).default(0),
  paga: euro,
  mancano: euro,
});

/** `rules/minimi.yaml`: the collective contract's minimum pay by year, form and level, with what comes on top. */
export const schemaMinimi = z.strictObject({
  minimi: z.array(anno).min(1),
  indennitaFunzione: testo,
  assorbimento: testo,
  /** Seniority rises, percent of the minimum each. */
  scatti: z.strictObject({ percentuale: numeroEsatto, ogniAnni: intero(1, 10), massimo: intero(1, 20), fonti }),
  /** The contract in force: the rises that it has agreed for level BS, and how much of ISTAT's variation follows. */
  rinnovo: z.strictObject({
    contratto: testo,
    quotaIstat: numeroEsatto,
    tranche: z.array(z.strictObject({ dal: giornoIso, aumento: euro })),
    fonti,
  }),
  verificatoIl: giornoIso,
  esempi: z.array(esempio).default([]),
});

export type RegoleMinimi = z.output<typeof schemaMinimi>;
export type MinimiAnno = RegoleMinimi['minimi'][number];

/** The minimums in force on a day, those of its year; undefined where none are known. */
export function minimiDel(giorno: Giorno, { minimi }: RegoleMinimi): MinimiAnno | undefined {
  const delGiorno = Number(giorno.slice(0, 4));
  return minimi.find((voce) => voce.anno === delGiorno && (voce.dal === undefined || voce.dal <= giorno));
}
