import { z } from 'zod';
import { euro, fonti, giornoIso, intero, testo } from './campi.ts';

/** How the pay of a level is agreed: by month when living in (full time or 30 hours) and for nights, else by hour. */
export const formaMinimo = z.enum([
  'convivente',
  'convivente-30-ore',
  'oraria',
  'sostituzione',
  'assistenza-notturna',
  'presenza-notturna',
]);
export type FormaMinimo = z.output<typeof formaMinimo>;

export const livello = z.enum(['A', 'AS', 'B', 'BS', 'C', 'CS', 'D', 'DS', 'unico']);
export type Livello = z.output<typeof livello>;

const anno = z.strictObject({
  anno: intero(2000, 2199),
  importi: z.partialRecord(formaMinimo, z.partialRecord(livello, euro)),
  indennitaFunzione: euro.optional(),
  note: z.array(testo).default([]),
  fonti,
});

const esempio = z.strictObject({ anno: intero(2000, 2199), forma: formaMinimo, livello, paga: euro, mancano: euro });

/** `rules/minimi.yaml`: the collective contract's minimum pay by year, form and level, where known. */
export const schemaMinimi = z.strictObject({
  minimi: z.array(anno).min(1),
  indennitaFunzione: testo,
  verificatoIl: giornoIso,
  esempi: z.array(esempio).default([]),
});

export type RegoleMinimi = z.output<typeof schemaMinimi>;
