import { STATI_BOLLETTINO } from '../../../bollettini/bollettino.ts';
import { z } from 'zod';
import { LINGUE_AVVISO } from '../../../anagrafe/lingua-avviso.ts';
import { rispostaPagina } from '../paginazione.ts';
import { euro, giorno, id, passo, trimestre } from './comuni.ts';

const parte = (massimo: number) => z.string().max(massimo);

/** An address: in Italy only the house number may be empty. What is wrong with one is said by `parseIndirizzo`, part by part. */
const indirizzo = z
  .strictObject({
    via: parte(70),
    civico: parte(16),
    cap: parte(16).meta({ description: 'In Italia cinque cifre.' }),
    comune: parte(35),
    provincia: parte(35).meta({ description: 'In Italia due lettere.' }),
    nazione: parte(60)
      .default('IT')
      .meta({ description: 'Due lettere (ISO 3166-1), o il nome in italiano; nelle risposte sempre due lettere.' }),
  })
  .meta({ id: 'Indirizzo' });

const linguaAvviso = z.enum(LINGUE_AVVISO);

export const datore = z
  .object({
    codiceFiscale: z.string(),
    cognome: z.string(),
    nome: z.string(),
    indirizzo: indirizzo.nullable(),
    linguaAvviso: linguaAvviso.nullable().meta({ description: '`null`: quella delle impostazioni.' }),
  })
  .meta({ id: 'Datore' });

/** What of an employer can be changed: one of the two, or both. */
export const cambioDatore = z
  .strictObject({
    indirizzo: indirizzo.nullable().optional().meta({ description: 'Null takes it away.' }),
    linguaAvviso: linguaAvviso.optional().meta({ description: 'Di tutti gli avvisi del datore, da ora in poi.' }),
  })
  .refine(({ indirizzo: dove, linguaAvviso: lingua }) => dove !== undefined || lingua !== undefined, {
    message: 'indicare indirizzo, linguaAvviso o tutti e due',
  })
  .meta({ id: 'CambioDatore' });

/** The terms that hold from a day on. */
export const condizioni = z.object({
  dal: giorno,
  oreSettimanali: z.number(),
  paga: z.object({ tipo: z.enum(['oraria', 'mensile']), importo: euro }).nullable(),
  vittoAlloggioGiorni: z.number().int(),
  senzaCuaf: z.boolean(),
  tempoDeterminato: z.boolean(),
  associazione: z.string().nullable(),
});

export const rapporto = z
  .object({
    id,
    codice: z.string(),
    lavoratore: z.object({ codiceFiscale: z.string(), cognome: z.string(), nome: z.string() }),
    assunzione: giorno,
    cessazione: giorno.nullable(),
    territorio: z.string().nullable(),
    sospensioni: z.record(z.string(), z.string()).meta({
      description: 'I trimestri per cui l’obbligo è sospeso, e perché: maternita, permesso o malattia.',
      example: { '2/2026': 'maternita' },
    }),
    condizioni: z.array(condizioni),
  })
  .meta({ id: 'RapportoDiLavoro' });
export const rapporti = z.object({ rapporti: z.array(rapporto), ...rispostaPagina }).meta({ id: 'Rapporti' });

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
    stato: z.enum(STATI_BOLLETTINO),
    settimane: z.number().int().meta({ description: 'Settimane che paga; nessuna, di un’integrazione di sole ore.' }),
    integrazione: z.boolean().meta({ description: 'Il suo importo è la differenza da quanto già pagato.' }),
    attoInterruttivo: giorno
      .nullable()
      .meta({ description: 'Giorno dell’atto, dichiarato, che ha interrotto la prescrizione del trimestre.' }),
    sostituitoDa: z
      .array(z.object({ id, iuv: z.string(), codiceAvviso: z.string() }))
      .meta({ description: 'Che cosa ne ha preso il posto; allo sportello è rifiutato come annullato.' }),
    passi: z.array(passo),
    avvertenze: z.array(z.string()),
  })
  .meta({ id: 'Bollettino' });
export const emissione = z
  .object({
    bollettini: z.array(bollettino),
    sostituiti: z.array(bollettino),
    dovuto: euro.meta({ description: 'Quanto fa il trimestre come lo si è raccontato.' }),
    daRimborsare: euro.nullable().meta({ description: 'Pagato in più, da chiedere a rimborso all’INPS.' }),
  })
  .meta({ id: 'Emissione' });
export const carrello = z.object({ bollettini: z.array(bollettino), totale: euro }).meta({ id: 'Carrello' });
