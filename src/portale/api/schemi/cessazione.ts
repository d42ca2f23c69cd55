import { z } from 'zod';
import { MOTIVI } from '../../../prospetti/cessazione/index.ts';
import { calcolo } from './calcolo.ts';
import { euro, giorno, passo, trimestre } from './comuni.ts';

const numero = z.union([z.string().max(20), z.number()]).transform(String);
const importo = z.string().max(20);
const data = z.string().max(20).meta({ description: 'Un giorno, `15/11/2026` o `2026-11-15`.' });
const motivi = Object.keys(MOTIVI) as [string, ...string[]];

const termini = {
  oreSettimanali: numero.optional(),
  pagaOraria: importo.optional(),
  pagaMensile: importo.optional(),
  vittoAlloggioGiorni: numero.optional(),
};

export const richiestaCessazione = z
  .strictObject({
    assunzione: data,
    cessazione: data.meta({ description: 'Ultimo giorno del rapporto.' }),
    motivo: z.enum(motivi),
    preavvisoLavorato: numero
      .optional()
      .meta({ description: 'Giorni di calendario di preavviso lavorati; se mancano: tutti quelli dovuti.' }),
    alloggioIndipendente: z.boolean().optional(),
    dopoMaternita: z.boolean().optional(),
    ...termini,
    condizioni: z
      .array(z.strictObject({ dal: data, ...termini }))
      .max(40)
      .optional()
      .meta({ description: 'Condizioni cambiate negli anni, al posto di ore e paga qui fuori.' }),
    senzaCuaf: z.boolean().optional(),
    tempoDeterminato: z.boolean().optional(),
    associazione: z.enum(['F2', 'E1']).optional(),
    ferieNonGodute: numero.optional().meta({ description: 'Giorni lavorativi di ferie non godute.' }),
    tfrMaturato: importo.optional().meta({ description: 'TFR al 31 dicembre dell’anno prima della fine.' }),
    retribuzioni: z
      .array(z.strictObject({ anno: numero, importo }))
      .max(60)
      .optional()
      .meta({
        description:
          'Retribuzione lorda degli anni, con tredicesima e vitto e alloggio, se non è quella delle condizioni.',
      }),
    anticipi: z
      .array(z.strictObject({ giorno: data, importo }))
      .max(20)
      .optional(),
    rivalutazione: numero.optional().meta({ description: 'Coefficiente ISTAT del mese della fine, in percento.' }),
  })
  .meta({ id: 'RichiestaCessazione' });

const importoConSegno = z
  .string()
  .meta({ description: 'Euro; negativo quando il lavoratore deve più di quanto gli spetta.' });

export const cessazione = z
  .object({
    assunzione: giorno,
    cessazione: giorno,
    motivo: z.enum(motivi),
    preavviso: z.object({
      giorniDovuti: z.number().int(),
      giorniMancanti: z.number().int(),
      indennita: euro,
      aCarico: z.enum(['datore', 'lavoratore']).nullable(),
      finoAl: giorno.nullable(),
    }),
    ferieNonGodute: euro,
    tredicesima: euro,
    tfr: z.object({
      iniziale: euro,
      anni: z.array(
        z.object({
          anno: z.number().int(),
          mesi: z.number().int(),
          retribuzione: euro,
          quota: euro,
          percentuale: z.string(),
          rivalutazione: euro,
          anticipi: euro,
          saldo: euro,
        }),
      ),
      totale: euro,
    }),
    totale: importoConSegno,
    contributi: z.array(z.object({ trimestre, proiettato: z.boolean(), calcoli: z.array(calcolo) })),
    adempimenti: z.array(z.object({ entro: giorno.nullable(), che: z.string() })),
    passi: z.array(passo),
    avvertenze: z.array(z.string()),
  })
  .meta({ id: 'Cessazione' });
