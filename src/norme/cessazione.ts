import { z } from 'zod';
import { certezza, fonti, giornoIso, intero, numeroEsatto, siNo, testo } from './campi.ts';

const scaglioni = z.array(z.strictObject({ finoAnni: intero(1, 99), giorni: intero(1, 365) })).min(1);
const termine = z.strictObject({ giorni: intero(1, 365), fonti });

/** `rules/cessazione.yaml`: the end of a rapporto, its notice, what is to be told and by when, the revaluation of the TFR. */
export const schemaCessazione = z.strictObject({
  preavviso: z.strictObject({
    /** Weekly hours from which the longer notice holds. */
    dalleOre: intero(1, 168),
    lungo: scaglioni,
    breve: scaglioni,
    alloggio: scaglioni,
    metaPerDimissioni: siNo,
    moltiplicatoreMaternita: intero(1, 9),
    fonti,
  }),
  comunicazione: termine,
  naspi: termine,
  rivalutazioni: z
    .array(
      z.strictObject({
        anno: intero(1983, 2200),
        percentuale: numeroEsatto,
        certezza,
        titolo: testo,
      }),
    )
    .min(1),
  verificatoIl: giornoIso,
});

export type RegoleCessazione = z.output<typeof schemaCessazione>;
