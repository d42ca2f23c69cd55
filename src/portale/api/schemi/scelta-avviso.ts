import { z } from 'zod';
import { LINGUE_AVVISO } from '../../../anagrafe/lingua-avviso.ts';
import { NOMI_LAVORATORE } from '../../../avvisi/nome-lavoratore.ts';
import { EDIZIONI_AVVISO } from '../../../avvisi/edizione.ts';

/** How a notice is wanted. */
export const sceltaAvviso = {
  edizione: z
    .enum(EDIZIONI_AVVISO)
    .optional()
    .meta({ description: 'Edition of the notice; by default the one in force on the day of printing.' }),
  lavoratore: z
    .enum(NOMI_LAVORATORE)
    .optional()
    .meta({ description: 'How the worker is named: whole (by default), by initials, not at all.' }),
  lingua: z.enum(LINGUE_AVVISO).optional().meta({
    description: 'Second language under the Italian, or both alike (perfetto); by default the employer’s own choice.',
  }),
};
