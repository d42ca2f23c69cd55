import { z } from 'zod';

/** Shapes of the JSON API. Money is text with two decimals, days are ISO, hours are decimal text. */

const euro = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .meta({ description: 'Euro, two decimals, with a point.', example: '338.00' });
const giorno = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: 'Day of the Italian calendar.', example: '2021-01-11' });
const istante = z.string().meta({ description: 'Instant, ISO 8601.', example: '2021-01-08T09:30:00Z' });
const id = z.string().min(8).max(64).meta({ description: 'Opaque identifier.' });
const trimestre = z.string().max(20).meta({ description: 'Quarter: number/year.', example: '4/2020' });

const numero = z.union([z.string().max(20), z.number()]).transform(String);
const importo = z.string().max(20);

/** What may be said of a rapporto for one quarter; texts as people write them (comma or point). */
const modifiche = {
  oreSettimanali: numero.optional().meta({ description: 'Paid hours of a week.', example: '25' }),
  ore: numero.optional().meta({ description: 'Paid hours of the quarter.' }),
  settimane: numero.optional().meta({ description: 'Weeks to pay, 1-14.' }),
  pagaOraria: importo.optional().meta({ description: 'Agreed hourly pay in euro, as text.', example: '8,00' }),
  pagaMensile: importo.optional().meta({ description: 'Agreed monthly pay in euro, as text.' }),
  vittoAlloggioGiorni: numero.optional().meta({ description: 'Days of board and lodging a week, 0-7.' }),
  senzaCuaf: z.boolean().optional(),
  tempoDeterminato: z.boolean().optional(),
  associazione: z.enum(['F2', 'E1']).optional(),
  cessazione: z.string().max(20).optional().meta({ description: 'Last day of the rapporto.' }),
};

export const richiestaCalcolo = z
  .strictObject({ trimestre, ...modifiche, assunzione: z.string().max(20).optional() })
  .meta({ id: 'RichiestaCalcolo' });
export const richiestaEmissione = z
  .strictObject({ rapporto: id, trimestre, integrazione: z.boolean().optional(), ...modifiche })
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

const certezza = z
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

export const calcolo = z
  .object({
    trimestre,
    gruppo: z.enum(['fino-24', 'oltre-24']),
    settimane: z.number().int(),
    ore: z.string(),
    oreSettimanali: z.string().nullable(),
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
    passi: z.array(passo),
    avvertenze: z.array(z.string()),
  })
  .meta({ id: 'Calcolo' });
export const calcoli = z.object({ calcoli: z.array(calcolo) }).meta({ id: 'Calcoli' });

const percentuale = z.string().meta({ description: 'Percent, exact.', example: '19.9675' });
const componenti = z.record(z.string(), percentuale);
const colonne = z.object({ conCuaf: euro, senzaCuaf: euro });
export const tabella = z
  .object({
    anno: z.number().int(),
    circolare: z.object({ numero: z.string(), data: giorno }).nullable(),
    istat: z.object({ percentuale, certezza }),
    aliquote: z
      .object({
        conCuaf: percentuale,
        senzaCuaf: percentuale,
        addizionaleTempoDeterminato: percentuale.optional(),
        certezza: z.object({ conCuaf: certezza, senzaCuaf: certezza }),
        componenti: z.object({ conCuaf: componenti, senzaCuaf: componenti }),
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
        oreSettimanali: z.string(),
        paga: z.object({ tipo: z.enum(['oraria', 'mensile']), importo: euro }),
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

export const consegna = z
  .object({
    id,
    conferma: id,
    ordine: z.number().int(),
    stato: z.enum(['da-inviare', 'invio-incerto', 'inviata', 'rifiutata', 'conclusa']),
    totale: euro,
    url: z.string().nullable().meta({ description: 'Where the payer’s browser goes, once the node took the cart.' }),
  })
  .meta({ id: 'Consegna' });
export const consegne = z.object({ consegne: z.array(consegna) }).meta({ id: 'Consegne' });

export const pagamento = z
  .object({
    id,
    consegna: id,
    bollettino: id,
    codiceRapporto: z.string(),
    trimestre,
    importo: euro,
    iuv: z.string(),
    ccp: z.string(),
    stato: z.enum(['da-inviare', 'in-attesa', 'eseguito', 'non-eseguito', 'decorsi-termini', 'rifiutato', 'anomalo']),
    ricevuta: z
      .object({
        dataOraMessaggio: istante,
        dataEsito: z.string(),
        istitutoAttestante: z.string(),
        enteBeneficiario: z.object({ denominazione: z.string(), codiceFiscale: z.string() }),
        iuv: z.string(),
        ccp: z.string(),
        iur: z.string(),
        importoPagato: euro,
        commissione: euro.nullable(),
        causale: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'Pagamento' });
export const pagamenti = z.object({ pagamenti: z.array(pagamento) }).meta({ id: 'Pagamenti' });

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
