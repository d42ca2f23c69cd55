import { z } from 'zod';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Fetta } from '../../valori/fetta.ts';

const PER_PAGINA = 50;
const PER_PAGINA_MASSIMO = 200;

/** How a page of a list is asked for. */
export const domandaPagina = {
  limite: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .refine((quanti) => quanti >= 1 && quanti <= PER_PAGINA_MASSIMO)
    .default(PER_PAGINA)
    .meta({
      type: 'integer',
      minimum: 1,
      maximum: PER_PAGINA_MASSIMO,
      default: PER_PAGINA,
      description: 'Quanti al massimo in una risposta.',
    }),
  cursore: z.string().max(300).optional().meta({
    description: 'Da dove continuare: il valore di `successivo` nella risposta precedente.',
  }),
};

/** Beside the list, in the answer. */
export const rispostaPagina = {
  successivo: z
    .string()
    .nullable()
    .meta({ description: 'Il `cursore` della pagina che segue; `null` quando questa è l’ultima.' }),
};

/**
 * The page of a list that begins after the cursor, cut where the list is kept. What comes or goes meanwhile moves nothing: no
 * item is given twice or left out that was there all the time.
 * @param leggi the items after a key, in order, at most so many
 * @param chiave what the list is ordered by: unique in it, and its item's own
 * @throws ErroreDati `cursore-non-valido`
 */
export async function paginaDi<T>(
  { limite, cursore }: { readonly limite: number; readonly cursore?: string | undefined },
  leggi: (fetta: Fetta) => Promise<readonly T[]>,
  chiave: (uno: T) => string,
): Promise<{ readonly pagina: readonly T[]; readonly successivo: string | null }> {
  const dopo = cursore === undefined ? undefined : readCursor(cursore);
  // One more than asked tells whether there is another page.
  const letti = await leggi({ dopo, quanti: limite + 1 });
  const pagina = letti.slice(0, limite);
  const ultimo = pagina.at(-1);
  return { pagina, successivo: ultimo === undefined || letti.length <= limite ? null : writeCursor(chiave(ultimo)) };
}

const INIZIO = 'dopo:';

function writeCursor(chiave: string): string {
  return Buffer.from(INIZIO + chiave).toString('base64url');
}

function readCursor(cursore: string): string {
  const letto = Buffer.from(cursore, 'base64url').toString('utf8');
  if (letto.startsWith(INIZIO)) return letto.slice(INIZIO.length);
  throw new ErroreDati('cursore-non-valido', { campo: 'cursore' });
}
