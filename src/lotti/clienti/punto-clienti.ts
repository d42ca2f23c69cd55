import { z } from 'zod';

const quanti = z.int().nonnegative();
const schema = z.strictObject({
  /** Readable rows worked at, in the order of the file. */
  fatte: quanti,
  /** Of these, refused by the register. */
  rifiutate: quanti,
  errori: quanti,
  /** Rapporti that the list did not have. */
  aggiunti: quanti,
  /** Rapporti that the register did not know either. */
  registrati: quanti,
});

/** How far a list has been taken; written in the transaction of what it tells, so that nothing is done or counted twice. */
export type PuntoClienti = z.infer<typeof schema>;

/** @param scritto what the batch's row holds; undefined the first time */
export function parsePuntoClienti(scritto: unknown): PuntoClienti {
  return scritto === undefined
    ? { fatte: 0, rifiutate: 0, errori: 0, aggiunti: 0, registrati: 0 }
    : schema.parse(scritto);
}
