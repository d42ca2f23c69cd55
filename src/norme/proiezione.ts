import { z } from 'zod';
import { euro, fonti, giornoIso, intero, numeroEsatto } from './campi.ts';

/** `rules/proiezione.yaml`: how a year's table follows from the one before, where no printed figure exists yet. */
export const schemaProiezione = z.strictObject({
  quotaLavoratore: z.strictObject({
    /** Percent of the convenzionale: fitted to the printed cells, never seen in print. */
    percentuale: numeroEsatto,
    dal: giornoIso,
    fonti,
    eccezioni: z.array(
      z.strictObject({ anno: intero(1990, 2199), fascia: intero(1, 3), stampata: euro, calcolata: euro }),
    ),
  }),
  fonti,
  verificatoIl: giornoIso,
});

export type RegoleProiezione = z.output<typeof schemaProiezione>;
