import { z } from 'zod';
import { Decimale } from '../valori/decimale.ts';
import { centesimi, parseEuro } from '../valori/denaro.ts';
import type { CalcoloPersistito } from './calcolo-persistito.ts';

/** An integration's figures are differences, and one of them may be less than nothing. */
const euro = z
  .string()
  .transform((testo) => (testo.startsWith('-') ? centesimi(-Number(parseEuro(testo.slice(1)))) : parseEuro(testo)));

const schema = z.object({
  settimane: z.number(),
  ore: z.union([z.string(), z.number()]).transform((ore) => new Decimale(ore)),
  retribuzioneOrariaEffettiva: euro.nullable(),
  quotaLavoratore: euro,
  quotaDatore: euro,
  associazione: z.object({ codice: z.enum(['F2', 'E1']), totale: euro, quotaLavoratore: euro }).nullable(),
});

/** The figures of a bollettino as they were issued, read back from what was stored with it. */
export type CalcoloEmesso = z.output<typeof schema>;

/** A stored calculation that does not fit is a fault of ours and throws. */
export function calcoloEmesso(persistito: CalcoloPersistito): CalcoloEmesso {
  return schema.parse(persistito);
}
