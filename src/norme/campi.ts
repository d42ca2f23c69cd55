import { z } from 'zod';
import { centesimi } from '../valori/denaro.ts';
import { parseGiorno } from '../valori/giorno.ts';
import type { Fonte } from '../valori/spiegazione.ts';

/**
 * The fields that rule files are made of. Files are read with YAML's failsafe schema, so every scalar arrives as the text
 * that stands in the file: `0.10` stays `0.10`, and only these strict forms turn it into a value.
 */

/** `1.04` → 104 cents; always two decimals, with a point. */
export const euro = z
  .string()
  .regex(/^\d{1,6}\.\d{2}$/, 'serve un importo in euro con due decimali, per esempio 1.04')
  .transform((testo) => centesimi(Number(testo.replace('.', ''))));

/** A number kept as exact text: percentages, ISTAT changes, board values of three decimals. */
export const numeroEsatto = z.string().regex(/^-?\d{1,6}(?:\.\d{1,6})?$/, 'serve un numero, per esempio 19.9675');

/** A calendar day that exists, `2021-01-25`. */
export const giornoIso = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'serve un giorno come 2021-01-25')
  .transform((testo, contesto) => {
    try {
      return parseGiorno(testo);
    } catch {
      contesto.addIssue(`«${testo}» non è un giorno del calendario`);
      return z.NEVER;
    }
  });

/** A whole number between two bounds, both allowed. */
export function intero(min: number, max: number) {
  return z
    .string()
    .regex(/^-?\d{1,6}$/, 'serve un numero intero')
    .transform(Number)
    .refine((valore) => valore >= min && valore <= max, `serve un numero intero da ${min} a ${max}`);
}

export const siNo = z.enum(['true', 'false'], 'serve true oppure false').transform((testo) => testo === 'true');

export const testo = z.string().trim().min(1, 'serve un testo');

export const certezza = z.enum(['vista', 'calcolata', 'a-memoria', 'fonti-discordi']);

export const fonte = z
  .strictObject({
    titolo: testo,
    url: z.url('serve un indirizzo web').optional(),
    data: giornoIso.optional(),
    certezza,
  })
  .transform((letta): Fonte => togliAssenti(letta));

export const fonti = z.array(fonte).min(1, 'serve almeno una fonte');

/** Drops the keys that are absent: contract types tell "absent" from "undefined". */
export function togliAssenti<T extends object>(oggetto: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const presenti = Object.entries(oggetto).filter(([, valore]) => valore !== undefined);
  return Object.fromEntries(presenti) as { [K in keyof T]: Exclude<T[K], undefined> };
}
