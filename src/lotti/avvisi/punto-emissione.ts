import { z } from 'zod';
import type { InizioFile } from '../righe/leggi-intestazione.ts';

const quanti = z.int().nonnegative();
const schema = z.strictObject({
  /** Byte of the file where a block starts, and its line there. */
  letti: quanti,
  rigaBlocco: quanti,
  /** First line not yet worked at: in that block or after it. */
  riga: quanti,
  righe: quanti,
  rifiutate: quanti,
  avvisi: quanti,
  errori: quanti,
  finito: z.boolean(),
});

/** How far the issuing has got; written in the transaction of what it tells, so that nothing is done twice. */
export type PuntoEmissione = z.infer<typeof schema>;

/** @param scritto what the batch's row holds; undefined the first time */
export function parsePunto(scritto: unknown, inizio: InizioFile): PuntoEmissione {
  if (scritto !== undefined) return schema.parse(scritto);
  const vuoto = { righe: 0, rifiutate: 0, avvisi: 0, errori: 0, finito: false };
  return { letti: inizio.offset, rigaBlocco: inizio.line, riga: inizio.line, ...vuoto };
}
