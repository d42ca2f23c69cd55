import { z } from 'zod';
import { LINGUE_AVVISO } from '../../../anagrafe/lingua-avviso.ts';
import { NOMI_LAVORATORE } from '../../../avvisi/nome-lavoratore.ts';
import { EDIZIONI_AVVISO } from '../../../avvisi/edizione.ts';

/** How a notice is wanted. */
export const sceltaAvviso = {
  edizione: z
    .enum(EDIZIONI_AVVISO)
    .optional()
    .meta({ description: 'Edizione dell’avviso; se non si dice, quella in vigore il giorno della stampa.' }),
  lavoratore: z
    .enum(NOMI_LAVORATORE)
    .optional()
    .meta({ description: 'Come si nomina il lavoratore: per intero (se non si dice), con le iniziali, per niente.' }),
  lingua: z.enum(LINGUE_AVVISO).optional().meta({
    description:
      'Seconda lingua sotto l’italiano, o tutte e due alla pari (perfetto); se non si dice, quella scelta dal datore.',
  }),
};
