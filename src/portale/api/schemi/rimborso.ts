import { z } from 'zod';
import { euro, giorno, trimestre } from './comuni.ts';

export const altroRapporto = z
  .string()
  .max(40)
  .optional()
  .meta({ description: 'Codice del rapporto al quale il pagamento andava.' });
export const rimborso = z
  .object({
    motivo: z.enum(['eccesso', 'doppio', 'altro-rapporto']),
    rapporto: z.string(),
    trimestre,
    versamenti: z.array(z.object({ iuv: z.string(), iur: z.string(), giorno, importo: euro })),
    dovuto: euro.nullable(),
    daRendere: euro,
    altroRapporto: z.string().nullable(),
    passi: z.array(z.string()),
  })
  .meta({ id: 'Rimborso' });
export const rimborsoOttenuto = z
  .strictObject({
    ottenutoIl: z.string().max(20).meta({ description: 'Giorno in cui il denaro è arrivato.', example: '30/11/2026' }),
    altroRapporto,
  })
  .meta({ id: 'RimborsoOttenuto' });
