import { z } from 'zod';
import { euro, fonti, giornoIso, testo } from './campi.ts';

/** `rules/tributi.yaml`: what an employer of domestic work can claim in the tax return. */
export const schemaTributi = z.strictObject({
  deduzioneContributi: z.strictObject({ massimo: euro, dal: giornoIso, fonti, note: z.array(testo) }),
  verificatoIl: giornoIso,
});

export type RegoleTributi = z.output<typeof schemaTributi>;
