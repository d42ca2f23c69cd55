import { z } from 'zod';
import { euro, giorno, id, passo, trimestre } from './comuni.ts';

export const rapporto = z
  .object({
    id,
    codice: z.string(),
    lavoratore: z.object({ codiceFiscale: z.string(), cognome: z.string(), nome: z.string() }),
    assunzione: giorno,
    cessazione: giorno.nullable(),
    condizioni: z.array(
      z.object({
        dal: giorno,
        oreSettimanali: z.number(),
        paga: z.object({ tipo: z.enum(['oraria', 'mensile']), importo: euro }).nullable(),
        vittoAlloggioGiorni: z.number().int(),
        senzaCuaf: z.boolean(),
        tempoDeterminato: z.boolean(),
        associazione: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'RapportoDiLavoro' });
export const rapporti = z.object({ rapporti: z.array(rapporto) }).meta({ id: 'Rapporti' });

export const bollettino = z
  .object({
    id,
    versione: z.number().int(),
    rapporto: id,
    codiceRapporto: z.string(),
    trimestre,
    gruppo: z.enum(['fino-24', 'oltre-24']),
    codiceInps: z.string(),
    codiceAvviso: z.string(),
    iuv: z.string(),
    importo: euro,
    scadenza: giorno,
    stato: z.enum(['nel-carrello', 'in-pagamento', 'pagato', 'eliminato']),
    passi: z.array(passo),
    avvertenze: z.array(z.string()),
  })
  .meta({ id: 'Bollettino' });
export const bollettini = z.object({ bollettini: z.array(bollettino) }).meta({ id: 'Bollettini' });
export const carrello = z.object({ bollettini: z.array(bollettino), totale: euro }).meta({ id: 'Carrello' });
