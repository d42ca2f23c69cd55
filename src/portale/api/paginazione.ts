import { z } from 'zod';
import { ErroreDati } from '../../valori/errore-dati.ts';

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

/** The order of a list: by a key that is unique in it and stays its item's own. */
export interface Ordine<T> {
  readonly chiave: (uno: T) => string;
  readonly verso: 'crescente' | 'decrescente';
}

/**
 * The page of a list that begins after the cursor. What comes or goes meanwhile moves nothing: no item is given twice or left
 * out that was there all the time.
 * @throws ErroreDati `cursore-non-valido`
 */
export function paginaDi<T>(
  tutti: readonly T[],
  { chiave, verso }: Ordine<T>,
  { limite, cursore }: { readonly limite: number; readonly cursore?: string | undefined },
): { readonly pagina: readonly T[]; readonly successivo: string | null } {
  const segno = verso === 'crescente' ? 1 : -1;
  const confronta = (uno: string, altro: string): number => (uno < altro ? -segno : uno > altro ? segno : 0);
  const dopo = cursore === undefined ? undefined : readCursor(cursore);
  const restano = tutti
    .map((uno) => ({ uno, sua: chiave(uno) }))
    .filter(({ sua }) => dopo === undefined || confronta(sua, dopo) > 0)
    .sort((a, b) => confronta(a.sua, b.sua));
  const pagina = restano.slice(0, limite);
  const ultimo = pagina.at(-1);
  return {
    pagina: pagina.map(({ uno }) => uno),
    successivo: ultimo === undefined || restano.length <= limite ? null : writeCursor(ultimo.sua),
  };
}

const INIZIO = 'dopo:';

function writeCursor(chiave: string): string {
  return Buffer.from(INIZIO + chiave).toString('base64url');
}

function readCursor(cursore: string): string {
  const letto = Buffer.from(cursore, 'base64url').toString('utf8');
  if (letto.startsWith(INIZIO)) return letto.slice(INIZIO.length);
  throw new ErroreDati('cursore-non-valido', 'Il cursore non è quello di una risposta: ricominciare senza.', {
    campo: 'cursore',
  });
}
