import type { z } from 'zod';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { lamenti } from '../../valori/zod-in-italiano.ts';

/** @throws ErroreDati for a body that is not as the schema wants it */
export function leggiCorpo<T>(schema: z.ZodType<T>, dati: unknown): T {
  const letto = schema.safeParse(dati);
  if (!letto.success) throw new ErroreDati('dati-non-validi', { motivo: lamenti(letto.error) });
  return letto.data;
}
