import { RIGHE_PER_CONFERMA } from '../../../pagamenti/conferma.ts';
import { z } from 'zod';
import { LETTURE } from '../../../contributi/letture.ts';
import { MOTIVI_SOSPENSIONE, type MotivoSospensione } from '../../../anagrafe/sospensione-obbligo.ts';
import { id, territorio, trimestre } from './comuni.ts';

export const numero = z.union([z.string().max(20), z.number()]).transform(String);
const importo = z.string().max(20);

/** What may be said of a rapporto for one quarter; texts as people write them (comma or point). */
const modifiche = {
  oreSettimanali: numero.optional().meta({ description: 'Ore retribuite in una settimana.', example: '25' }),
  ore: numero.optional().meta({ description: 'Ore retribuite nel trimestre.' }),
  settimane: numero.optional().meta({ description: 'Settimane da pagare, da 1 a 14.' }),
  pagaOraria: importo.optional().meta({ description: 'Paga oraria concordata in euro, come testo.', example: '8,00' }),
  pagaMensile: importo.optional().meta({ description: 'Paga mensile concordata in euro, come testo.' }),
  retribuzioneOrariaEffettiva: importo
    .optional()
    .meta({ description: 'Retribuzione oraria effettiva, con tredicesima e vitto e alloggio: al posto della paga.' }),
  vittoAlloggioGiorni: numero.optional().meta({ description: 'Giorni di vitto e alloggio alla settimana, da 0 a 7.' }),
  senzaCuaf: z.boolean().optional(),
  tempoDeterminato: z.boolean().optional(),
  associazione: z.enum(['F2', 'E1']).optional(),
  cessazione: z.string().max(20).optional().meta({ description: 'Ultimo giorno del rapporto.' }),
  nottiPresenza: numero.optional().meta({ description: 'Notti di presenza: l’associazione ne conta 5 ore l’una.' }),
  nottiAssistenza: numero.optional().meta({ description: 'Notti di assistenza: l’associazione ne conta 8 ore l’una.' }),
  straordinari: z
    .union([z.string().max(1000), z.number()])
    .transform(String)
    .optional()
    .meta({
      description: 'Straordinario: le ore del trimestre, o giorno per giorno.',
      example: '12/11/2026 3; 19/11/2026 2,5',
    }),
  sostituzione: z
    .boolean()
    .optional()
    .meta({ description: 'Assunto al posto di un lavoratore assente: niente 1,40%.' }),
  assistenzaInPiu: importo.optional().meta({ description: 'Euro versati all’associazione oltre le sue ore.' }),
  territorio: territorio.optional(),
  livello: z
    .string()
    .max(5)
    .optional()
    .meta({ description: 'Livello del contratto, per controllarne la paga minima.' }),
  indennita: z.string().max(80).optional().meta({
    description:
      'Indennità delle tabelle H, I, L dovute in più, separate da virgole: bambino-sotto-sei-anni, piu-persone, certificazione-uni.',
  }),
  scatti: numero
    .optional()
    .meta({ description: 'Scatti di anzianità maturati, da 0 a 7; se non si dice, dall’assunzione.' }),
  oreInParti: z.enum(LETTURE.oreInParti).optional().meta({
    description: 'Parti di ora: il totale arrotondato all’ora intera (se non si dice), o esatto.',
  }),
  settimaneIncomplete: z.enum(LETTURE.settimaneIncomplete).optional().meta({
    description: 'La settimana in cui il rapporto comincia o finisce: intera, o per i suoi giorni.',
  }),
  quartaFascia: z.enum(LETTURE.quartaFascia).optional().meta({
    description: 'Fra 24 e 25 ore alla settimana: quarta fascia da 25 ore, o oltre 24.',
  }),
  contoAssistenza: z.enum(LETTURE.contoAssistenza).optional().meta({
    description:
      'L’importo di un’associazione che cambia dentro le settimane: quello della fine del trimestre, o di ciascun giorno.',
  }),
  inizioF2: z
    .enum(LETTURE.inizioF2)
    .optional()
    .meta({ description: 'Da quando è dovuto l’F2, dove le fonti non concordano.' }),
  importoE1: z.enum(LETTURE.importoE1).optional().meta({
    description: 'Quanto è l’E1 dal 2023: quello del contratto del 2023, o quello di prima.',
  }),
};

const soloAssistenza = z.boolean().optional().meta({ description: 'Il solo contributo dell’associazione.' });

export const richiestaCalcolo = z
  .strictObject({
    trimestre,
    ...modifiche,
    soloAssistenza,
    assunzione: z.string().max(20).optional(),
  })
  .meta({ id: 'RichiestaCalcolo' });
const attoInterruttivo = z.string().max(20).meta({
  description: 'Giorno in cui è arrivato un atto che ha interrotto la prescrizione del trimestre.',
  example: '12/05/2025',
});
export const richiestaAtto = z.strictObject({ giorno: attoInterruttivo }).meta({ id: 'AttoInterruttivo' });
/** What is agreed to where the quarter has bollettini already. */
export const consenso = {
  integrazione: z.boolean().optional().meta({
    description:
      'Dopo un pagamento: emette la sola differenza. I dati sono quelli di tutto il trimestre, non le sole ore aggiunte.',
  }),
  sostituisci: z.boolean().optional().meta({
    description: 'Annulla i bollettini non pagati delle stesse settimane e ne emette altri al loro posto.',
  }),
  attoInterruttivo: attoInterruttivo.optional(),
};

export const richiestaEmissione = z
  .strictObject({
    rapporto: id,
    trimestre,
    ...consenso,
    situazione: z.record(z.string(), z.unknown()).optional().meta({
      description: 'Il trimestre com’è andato, come per `/calcoli/trimestre`; senza i campi di ore e paga.',
    }),
    soloAssistenza,
    cambioDal: z.string().max(20).optional().meta({
      description:
        'Giorno da cui ore o paga sono cambiate: prima restano quelle del rapporto, dopo valgono le nuove anche per i trimestri che seguono.',
      example: '12/05/2026',
    }),
    cambioOre: numero.optional().meta({ description: 'Nuove ore a settimana, da `cambioDal`.' }),
    cambioPaga: importo.optional().meta({
      description: 'Nuova paga da `cambioDal`, oraria o mensile com’è quella del rapporto.',
    }),
    ...modifiche,
  })
  .meta({ id: 'RichiestaEmissione' });
export const richiestaModifica = z
  .strictObject({ versione: z.number().int().nonnegative(), ...modifiche })
  .meta({ id: 'RichiestaModifica' });
const MOTIVI = Object.keys(MOTIVI_SOSPENSIONE) as [MotivoSospensione, ...MotivoSospensione[]];

export const cambioRapporto = z
  .strictObject({
    territorio: territorio.nullable().optional(),
    sospensioni: z
      .record(z.string().max(20), z.enum(MOTIVI).nullable())
      .refine((dette) => Object.keys(dette).length <= 8)
      .optional()
      .meta({
        description:
          'Trimestri interi in cui non si deve nulla perché l’obbligo è sospeso (messaggio INPS 1643/2016), al più otto: per ciascuno il motivo, oppure `null` per togliere la sospensione. Quelli di cui non si parla restano come sono.',
        example: { '2/2026': 'maternita' },
      }),
    cessazione: z.string().max(20).nullable().optional().meta({
      description: 'Ultimo giorno del rapporto; `null` toglie la fine. Gli ultimi bollettini si emettono a parte.',
    }),
  })
  .meta({ id: 'CambioRapporto', description: 'Quel che si tiene col rapporto, per tutti i trimestri.' });
export const richiestaConferma = z
  .strictObject({
    bollettini: z
      .array(z.strictObject({ id, versione: z.number().int().nonnegative() }))
      .min(1)
      .max(RIGHE_PER_CONFERMA),
  })
  .meta({
    id: 'RichiestaConferma',
    description: 'I bollettini come li si è visti: se uno è cambiato non si conferma niente.',
  });
export const richiestaDecodifica = z
  .strictObject({ codiceAvviso: z.string().max(60).meta({ example: '301000000000000112' }) })
  .meta({ id: 'RichiestaDecodifica' });
