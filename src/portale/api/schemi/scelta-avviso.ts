import { z } from 'zod';
import { LINGUE_AVVISO } from '../../../anagrafe/lingua-avviso.ts';
import { EDIZIONI_AVVISO } from '../../../avvisi/edizione.ts';

/** How a notice is wanted. */
export const sceltaAvviso = {
  edizione: z
    .enum(EDIZIONI_AVVISO)
    .optional()
    .meta({ description: 'Edition of the notice; by default the one in force on the day of printing.' }),
  lingua: z.enum(LINGUE_AVVISO).optional().meta({
    description: 'Second language under the Italian, or both alike (perfetto); by default the employer’s own choice.',
  }),
};
