import { z } from 'zod';
import { certezza, euro, fonte, giorno, passo, premesse, trimestre } from './comuni.ts';

export const scadenza = z
  .object({
    apertura: giorno,
    scadenza: giorno,
    spostata: z.boolean(),
    motivo: z.string().nullable(),
    giornoSicuro: giorno.nullable(),
    passi: z.array(passo),
    avvertenze: z.array(z.string()),
  })
  .meta({ id: 'Scadenza' });

const ore = z.number().meta({ description: 'Ore.', example: 24.5 });
const gruppo = z.enum(['fino-24', 'oltre-24']).meta({ description: 'Settimane fino a 24 ore, o oltre.' });

/** There only when the quarter was told as it was. */
const dettaglio = z
  .object({
    segniSettimane: z.string().meta({ description: 'Un segno per settimana, come sull’avviso: 0, 1 o 2.' }),
    settimane: z.array(
      z.object({ domenica: giorno, sabato: giorno, ore, segno: z.enum(['0', '1', '2']), gruppo: gruppo.nullable() }),
    ),
    righe: z.array(
      z.object({
        ore,
        retribuzioneOrariaEffettiva: euro.nullable(),
        fascia: z.number().int().min(1).max(4),
        senzaCuaf: z.boolean(),
        tempoDeterminato: z.boolean(),
        contributoOrario: euro,
        totale: euro,
        quotaLavoratore: euro,
      }),
    ),
    sgravi: z.array(
      z.object({ codice: z.string(), nome: z.string(), importo: euro, aCarico: z.enum(['lavoratore', 'datore']) }),
    ),
  })
  .meta({ id: 'DettaglioTrimestre' });

export const calcolo = z
  .object({
    trimestre,
    gruppo: z.enum(['fino-24', 'oltre-24']),
    settimane: z.number().int(),
    settimaneAccreditate: z
      .number()
      .int()
      .meta({ description: 'Settimane accreditate al lavoratore per tutto il trimestre (DPR 1403/1971, art. 10).' }),
    ore: z.number(),
    oreSettimanali: z.number().nullable(),
    retribuzioneOrariaEffettiva: euro.nullable(),
    fascia: z.number().int().min(1).max(4),
    senzaCuaf: z.boolean(),
    tempoDeterminato: z.boolean(),
    contributoOrario: euro,
    associazione: z.object({ codice: z.string(), totale: euro, quotaLavoratore: euro }).nullable(),
    totale: euro,
    quotaLavoratore: euro,
    quotaDatore: euro,
    scadenza: giorno,
    dettaglioScadenza: scadenza,
    dettaglio: dettaglio.optional(),
    passi: z.array(passo),
    avvertenze: z.array(z.string()),
  })
  .meta({ id: 'Calcolo' });
export const calcoli = z.object({ premesse, calcoli: z.array(calcolo) }).meta({ id: 'Calcoli' });

const percentuale = z.string().meta({ description: 'Percentuale esatta.', example: '19.9675' });
const componenti = z.record(z.string(), percentuale);
const colonne = z.object({ conCuaf: euro, senzaCuaf: euro });
export const tabella = z
  .object({
    premesse,
    anno: z.number().int(),
    circolare: z.object({ numero: z.string(), data: giorno }).nullable(),
    istat: z.object({ percentuale, certezza }),
    aliquote: z
      .object({
        conCuaf: percentuale,
        senzaCuaf: percentuale,
        addizionaleTempoDeterminato: percentuale.optional(),
        certezza: z.object({ conCuaf: certezza, senzaCuaf: certezza }),
        componenti: z.object({ conCuaf: componenti, senzaCuaf: componenti }).optional(),
      })
      .nullable(),
    fasce: z.array(
      z.object({
        numero: z.number().int(),
        oltre: euro.nullable(),
        finoA: euro.nullable(),
        convenzionale: euro,
        contributo: colonne,
        tempoDeterminato: colonne.nullable(),
        quotaLavoratore: euro,
      }),
    ),
    vittoAlloggio: z
      .object({
        pranzo: z.string().optional(),
        cena: z.string().optional(),
        alloggio: z.string().optional(),
        totale: z.string(),
        fontiViste: z.number().int(),
      })
      .nullable(),
    celleCalcolate: z.array(z.string()),
    note: z.array(z.string()),
    fonti: z.array(fonte),
    verificatoIl: giorno,
  })
  .meta({ id: 'Tabella' });

export const decodifica = z
  .object({
    codiceAvviso: z.string(),
    auxDigit: z.string(),
    codiceApplicazione: z.string().nullable(),
    codiceSegregazione: z.string().nullable(),
    base: z.string(),
    controllo: z.string().nullable(),
    controlloValido: z.boolean().nullable(),
    iuv: z.string(),
  })
  .meta({ id: 'CodiceAvviso' });
