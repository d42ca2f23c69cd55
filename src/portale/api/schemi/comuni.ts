import { z } from 'zod';

/** Shapes of the JSON API. Money is text with two decimals, days are ISO, hours are numbers. */

export const euro = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .meta({ description: 'Euro, two decimals, with a point.', example: '338.00' });
export const giorno = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: 'Day of the Italian calendar.', example: '2021-01-11' });
export const istante = z.string().meta({ description: 'Instant, ISO 8601.', example: '2021-01-08T09:30:00Z' });
export const id = z.string().min(8).max(64).meta({ description: 'Opaque identifier.' });
export const trimestre = z.string().max(20).meta({ description: 'Quarter: number/year.', example: '4/2020' });
export const territorio = z.string().max(60).meta({
  description:
    'Id of the suspension of due dates that holds where the employer is; an unknown one lists those there are.',
  example: 'ciclone-harry-2026',
});

export const certezza = z
  .enum(['vista', 'calcolata', 'a-memoria', 'fonti-discordi'])
  .meta({ description: 'How sure a source is.' });
export const fonte = z
  .object({
    titolo: z.string(),
    url: z.string().optional(),
    data: giorno.optional(),
    certezza: certezza.optional(),
  })
  .meta({ id: 'Fonte' });
export const passo = z
  .object({ etichetta: z.string(), formula: z.string(), risultato: z.string(), fonte })
  .meta({ id: 'Passo', description: 'One step of an explained result.' });

export const problema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    codice: z.string().meta({ description: 'Stable code for programs.' }),
    campo: z.string().optional().meta({ description: 'Input field that is wrong.' }),
  })
  .meta({ id: 'Problema', description: 'application/problem+json (RFC 9457).' });

export const parametro = { id, trimestre, anno: z.string().regex(/^\d{4}$/) };
