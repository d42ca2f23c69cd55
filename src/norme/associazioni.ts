import { z } from 'zod';
import { euro, fonti, giornoIso, intero, numeroEsatto, testo } from './campi.ts';

const codice = z.enum(['F2', 'E1'], 'serve F2 oppure E1');

const tariffa = z.strictObject({
  dal: giornoIso,
  al: giornoIso.optional(),
  totale: euro,
  quotaLavoratore: euro,
  /** Paid in a year, from which the fund gives its benefits. */
  minimoAnnuo: euro.optional(),
  fonti,
});

/** Another reading of the same fund: it began later, or the amount of a day went on. */
const altra = z
  .strictObject({ valore: testo, testo, inizio: giornoIso.optional(), fine: giornoIso.optional(), fonti })
  .refine(({ inizio, fine }) => (inizio === undefined) !== (fine === undefined), 'serve inizio oppure fine');

const associazione = z.strictObject({
  codice,
  nome: testo,
  contratto: testo,
  tariffe: z.array(tariffa).min(1),
  /** The reading that `tariffe` are: its name among the named ones, its value, and what it says. */
  lettura: z.strictObject({ nome: testo, valore: testo, testo }),
  altre: z.array(altra).default([]),
  note: z.array(testo).default([]),
});

const esempio = z.strictObject({ codice, ore: numeroEsatto, giorno: giornoIso, totale: euro, quotaLavoratore: euro });

/** `rules/associazioni.yaml`: contractual assistance, cents an hour by the day of the hour. */
export const schemaAssociazioni = z.strictObject({
  associazioni: z.array(associazione),
  /** Conventional hours of a night of care or of presence. */
  notti: z.strictObject({ assistenza: intero(1, 24), presenza: intero(1, 24), fonti }),
  verificatoIl: giornoIso,
  esempi: z.array(esempio).default([]),
});

export type RegoleAssociazioni = z.output<typeof schemaAssociazioni>;
export type Associazione = RegoleAssociazioni['associazioni'][number];
export type TariffaAssociazione = Associazione['tariffe'][number];
