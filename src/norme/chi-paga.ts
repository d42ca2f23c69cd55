import { z } from 'zod';
import { fonti, giornoIso, intero, numeroEsatto, siNo, testo } from './campi.ts';

/** The worker's tie with the employer, as DPR 1403/1971 art. 1 counts it. */
export const legame = z.enum(['nessuno', 'coniuge', 'parente', 'affine']);
export type Legame = z.output<typeof legame>;

const cuaf = z.strictObject({
  dal: giornoIso,
  al: giornoIso.optional(),
  gradoMassimo: intero(1, 6),
  fonti,
  avvertenzaConiuge: testo,
});

const addizionale = z.strictObject({
  dal: giornoIso,
  al: giornoIso.optional(),
  percentuale: numeroEsatto,
  fonti,
  sostituzione: z.strictObject({ esclusa: siNo, fonti, avvertenza: testo }),
  trasformazione: testo,
});

const esempio = z.strictObject({ caso: testo, legame, grado: intero(1, 9).optional(), convivente: siNo, dovuta: siNo });

/** `rules/chi-paga.yaml`: when CUAF is not due, and the 1.40% of fixed terms. */
export const schemaChiPaga = z.strictObject({
  cuaf: z.array(cuaf).min(1),
  addizionale: z.array(addizionale).min(1),
  verificatoIl: giornoIso,
  esempi: z.array(esempio).default([]),
});

export type RegoleChiPaga = z.output<typeof schemaChiPaga>;
