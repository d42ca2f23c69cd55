import { z } from 'zod';
import type { GruppoCampi, Scritto } from './strumento.ts';

const testoLibero = z
  .string()
  .max(400)
  .transform((valore) => valore.trim())
  .default('');
const spunta = z
  .literal('si')
  .optional()
  .transform((valore) => valore === 'si');

/** A schema of exactly the fields of a form, and no others. */
export function schemaDeiCampi(gruppi: readonly GruppoCampi[]): z.ZodType<Scritto> {
  return z.strictObject(
    Object.fromEntries(
      gruppi.flatMap(({ campi }) => campi.map(({ nome, tipo }) => [nome, tipo === 'spunta' ? spunta : testoLibero])),
    ),
  );
}
