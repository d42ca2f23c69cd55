import { z } from 'zod';
import { LETTURE } from '../../../contributi/letture.ts';
import { id, territorio, trimestre } from './comuni.ts';

const numero = z.union([z.string().max(20), z.number()]).transform(String);
const importo = z.string().max(20);

/** What may be said of a rapporto for one quarter; texts as people write them (comma or point). */
export const modifiche = {
  oreSettimanali: numero.optional().meta({ description: 'Paid hours of a week.', example: '25' }),
  ore: numero.optional().meta({ description: 'Paid hours of the quarter.' }),
  settimane: numero.optional().meta({ description: 'Weeks to pay, 1-14.' }),
  pagaOraria: importo.optional().meta({ description: 'Agreed hourly pay in euro, as text.', example: '8,00' }),
  pagaMensile: importo.optional().meta({ description: 'Agreed monthly pay in euro, as text.' }),
  retribuzioneOrariaEffettiva: importo
    .optional()
    .meta({ description: 'Effective hourly pay, thirteenth and board included: in place of the pay.' }),
  vittoAlloggioGiorni: numero.optional().meta({ description: 'Days of board and lodging a week, 0-7.' }),
  senzaCuaf: z.boolean().optional(),
  tempoDeterminato: z.boolean().optional(),
  associazione: z.enum(['F2', 'E1']).optional(),
  cessazione: z.string().max(20).optional().meta({ description: 'Last day of the rapporto.' }),
  territorio: territorio.optional(),
  livello: z.string().max(5).optional().meta({ description: 'Level of the contract, to check its minimum pay.' }),
  indennita: z.string().max(80).optional().meta({
    description:
      'Allowances of tables H, I, L due on top, between commas: bambino-sotto-sei-anni, piu-persone, certificazione-uni.',
  }),
  scatti: numero.optional().meta({ description: 'Seniority rises matured, 0-7; by default from the hiring.' }),
  oreInParti: z.enum(LETTURE.oreInParti).optional().meta({
    description: 'Part hours: the total up to a whole hour (default), or exact.',
  }),
  settimaneIncomplete: z.enum(LETTURE.settimaneIncomplete).optional().meta({
    description: 'The week in which the rapporto begins or ends: whole, or by its days.',
  }),
  quartaFascia: z.enum(LETTURE.quartaFascia).optional().meta({
    description: 'Between 24 and 25 hours a week: fourth band from 25 hours, or above 24.',
  }),
  contoAssistenza: z.enum(LETTURE.contoAssistenza).optional().meta({
    description: 'A fund’s amount that changes inside the weeks: that of the quarter’s end, or of each day.',
  }),
};

export const richiestaCalcolo = z
  .strictObject({ trimestre, ...modifiche, assunzione: z.string().max(20).optional() })
  .meta({ id: 'RichiestaCalcolo' });
export const richiestaEmissione = z
  .strictObject({
    rapporto: id,
    trimestre,
    integrazione: z.boolean().optional().meta({
      description:
        'After a payment: issue only the difference. The data are those of the whole quarter, not only the hours added.',
    }),
    sostituisci: z.boolean().optional().meta({
      description: 'Cancel the unpaid bollettini of the same weeks and issue in their place.',
    }),
    situazione: z.record(z.string(), z.unknown()).optional().meta({
      description: 'The quarter as it was, as for `/calcoli/trimestre`; without the fields of hours and pay.',
    }),
    ...modifiche,
  })
  .meta({ id: 'RichiestaEmissione' });
export const richiestaModifica = z
  .strictObject({ versione: z.number().int().nonnegative(), ...modifiche })
  .meta({ id: 'RichiestaModifica' });
export const richiestaConferma = z
  .strictObject({
    bollettini: z
      .array(z.strictObject({ id, versione: z.number().int().nonnegative() }))
      .min(1)
      .max(200),
  })
  .meta({ id: 'RichiestaConferma', description: 'The bollettini as they were seen: a changed one stops everything.' });
export const richiestaDecodifica = z
  .strictObject({ codiceAvviso: z.string().max(60).meta({ example: '301000000000000112' }) })
  .meta({ id: 'RichiestaDecodifica' });
