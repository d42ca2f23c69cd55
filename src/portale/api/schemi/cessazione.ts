import { z } from 'zod';
import { MOTIVI } from '../../../prospetti/cessazione/index.ts';
import { calcolo } from './calcolo.ts';
import { euro, giorno, passo, premesse, territorio, trimestre } from './comuni.ts';
import { consenso } from './richieste.ts';

const numero = z.union([z.string().max(20), z.number()]).transform(String);
const importo = z.string().max(20);
const data = z.string().max(20).meta({ description: 'Un giorno, `15/11/2026` o `2026-11-15`.' });
const motivi = Object.keys(MOTIVI) as [string, ...string[]];

const paga = {
  pagaOraria: importo.optional(),
  pagaMensile: importo.optional(),
};

const termini = {
  oreSettimanali: numero.optional(),
  ...paga,
  vittoAlloggioGiorni: numero.optional(),
  senzaCuaf: z.boolean().optional(),
  tempoDeterminato: z.boolean().optional(),
};

/** What is told of an end, whether the rapporto is in the register or not. */
const laFine = {
  motivo: z.enum(motivi),
  preavvisoLavorato: numero
    .optional()
    .meta({ description: 'Giorni di calendario di preavviso lavorati; se mancano: tutti quelli dovuti.' }),
  alloggioIndipendente: z.boolean().optional(),
  dopoMaternita: z.boolean().optional(),
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
};

export const richiestaCessazione = z
  .strictObject({
    assunzione: data,
    cessazione: data.meta({ description: 'Ultimo giorno del rapporto.' }),
    ...laFine,
    ...termini,
    condizioni: z
      .array(z.strictObject({ dal: data, ...termini }))
      .max(40)
      .optional()
      .meta({ description: 'Condizioni cambiate negli anni, al posto di ore e paga qui fuori.' }),
    associazione: z.enum(['F2', 'E1']).optional(),
    territorio: territorio.optional(),
  })
  .meta({ id: 'RichiestaCessazione' });

const fineDelRapporto = {
  cessazione: data
    .optional()
    .meta({ description: 'Ultimo giorno del rapporto; se manca, quello scritto nel registro.' }),
  ...laFine,
  ...paga,
};

export const richiestaFine = z.strictObject(fineDelRapporto).meta({
  id: 'RichiestaFine',
  description:
    'Come finisce un rapporto del registro: assunzione, condizioni, cassa e luogo sono i suoi. La paga si dice solo dove nel registro non c’è.',
});

export const richiestaUltimiBollettini = z
  .strictObject({ ...fineDelRapporto, ...consenso })
  .meta({ id: 'RichiestaUltimiBollettini' });

const importoConSegno = z
  .string()
  .meta({ description: 'Euro; negativo quando il lavoratore deve più di quanto gli spetta.' });

export const cessazione = z
  .object({
    premesse,
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

export const fine = z
  .object({
    fine: cessazione,
    anni: z
      .array(
        z.object({
          anno: z.number().int(),
          oreVersate: z.string(),
          oreDelleCondizioni: z.string(),
          trimestriDaVersare: z.number().int(),
        }),
      )
      .meta({ description: 'Che cosa il registro sa delle ore, dei trimestri già finiti.' }),
    daVersare: euro.meta({ description: 'Dei trimestri già finiti, quel che si può ancora versare.' }),
    emettibile: z.boolean().meta({ description: 'Se gli ultimi bollettini si possono emettere adesso.' }),
    restano: z.array(z.string()).meta({ description: 'Che cosa resta da fare, oltre agli adempimenti.' }),
  })
  .meta({ id: 'FineDelRapporto' });
