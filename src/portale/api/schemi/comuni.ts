import { z } from 'zod';

/** Shapes of the JSON API. Money is text with two decimals, days are ISO, hours are numbers. */

export const euro = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .meta({ description: 'Euro, con due decimali e il punto.', example: '338.00' });
export const giorno = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: 'Giorno del calendario italiano.', example: '2021-01-11' });
/** Of every answer that rests on the table of a year. */
export const premesse = z.array(z.string()).optional().meta({
  description: 'C’è solo se la tabella di un anno non è pubblicata: che cosa gli importi sono, e che cosa non sono.',
});
export const istante = z.string().meta({ description: 'Istante, ISO 8601.', example: '2021-01-08T09:30:00Z' });
export const id = z.string().min(8).max(64).meta({ description: 'Identificativo opaco.' });
export const trimestre = z.string().max(20).meta({ description: 'Trimestre: numero/anno.', example: '4/2020' });
export const territorio = z.string().max(60).meta({
  description:
    'Identificativo della sospensione dei termini che vale dove si trova il datore; di uno sconosciuto la risposta elenca quelli che ci sono.',
  example: 'ciclone-harry-2026',
});

export const certezza = z
  .enum(['vista', 'calcolata', 'a-memoria', 'fonti-discordi'])
  .meta({ description: 'Quanto è sicura una fonte.' });
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
  .meta({ id: 'Passo', description: 'Un passaggio di un risultato spiegato.' });

export const problema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    codice: z.string().meta({
      description: 'Codice stabile, per i programmi: sono elencati in docs/errori.md, ognuno con il suo stato.',
    }),
    campo: z.string().optional().meta({ description: 'Campo sbagliato della richiesta.' }),
  })
  .meta({ description: 'application/problem+json (RFC 9457).' });

export const parametro = { id, trimestre, anno: z.string().regex(/^\d{4}$/) };
