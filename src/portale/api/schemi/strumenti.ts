import { z } from 'zod';
import { euro, fonte, giorno, passo, premesse, territorio, trimestre } from './comuni.ts';
import { tabella } from './calcolo.ts';

const testo = z.string().max(40);
const numero = z.union([z.string().max(20), z.number()]).transform(String);
const decimale = z.number();
const fascia = z.number().int().min(1).max(4);

export const richiestaTrimestre = z.looseObject({ trimestre }).meta({
  id: 'RichiestaTrimestre',
  description:
    'Un trimestre com’è andato: `condizioni` nel tempo, `ore` per settimana, per mese o in tutto, `assenze`, `straordinari`, inizio e fine. Le chiavi sono quelle del file di `calcola --rapporto`; una sbagliata è nominata nella risposta.',
});

export const richiestaVerifica = z
  .strictObject({
    trimestre: testo.optional(),
    importo: numero,
    codiceInps: testo.optional(),
    rapporto: testo.optional(),
    ore: numero.optional(),
    oreSettimanali: numero.optional(),
    settimane: numero.optional(),
    fascia: numero.optional(),
    pagaOraria: testo.optional(),
    pagaMensile: testo.optional(),
    retribuzioneOrariaEffettiva: testo.optional(),
    vittoAlloggioGiorni: numero.optional(),
    senzaCuaf: z.boolean().optional(),
    tempoDeterminato: z.boolean().optional(),
    associazione: z.enum(['F2', 'E1', 'nessuna']).optional(),
    mezzeOre: z.boolean().optional(),
    oreVere: numero.optional(),
    settimaneVere: numero.optional(),
  })
  .meta({ id: 'RichiestaVerifica' });

const tariffa = {
  fascia,
  cuaf: z.boolean(),
  tempoDeterminato: z.boolean(),
  associazione: z.string().nullable(),
  contributoOrario: euro,
};

export const verifica = z
  .object({
    premesse,
    trimestre,
    importo: euro,
    sintesi: z.string(),
    ipotesi: z.array(
      z.object({
        ore: decimale,
        ...tariffa,
        totale: euro,
        settimane: z.number().int(),
        oreSettimanali: decimale,
        quotaLavoratore: euro,
        quotaDatore: euro,
        plausibilita: z.number().meta({ description: '0-100: conta solo l’ordine.' }),
        motivi: z.array(z.string()),
      }),
    ),
    importiVicini: z.array(z.object({ importo: euro, differenza: euro, ore: decimale, ...tariffa })),
    scostamento: z
      .object({
        oreVere: decimale,
        settimane: z.number().int(),
        dovuto: euro.nullable().meta({ description: '`null` quando a decidere la fascia è la paga, che non è nota.' }),
        differenza: euro.nullable(),
        secondoLaFascia: z.array(
          z.object({ fascia: z.number().int(), dovuto: euro, differenza: euro, passi: z.array(passo) }),
        ),
        frase: z.string(),
        avvertenze: z.array(z.string()),
        seguito: z
          .array(z.string())
          .meta({ description: 'Che cosa fare, prima del pagamento e dopo; vuoto quando è giusto.' }),
        passi: z.array(passo),
      })
      .nullable(),
  })
  .meta({ id: 'Verifica' });

export const richiestaSanzioni = z
  .strictObject({
    trimestre: testo.optional(),
    contributi: numero,
    scadenza: testo.optional(),
    pagamento: testo.optional(),
    evasione: z.boolean().optional(),
    richiestoDaInps: z.boolean().optional(),
    denuncia: testo.optional(),
    accertamento: testo.optional(),
    territorio: territorio.optional(),
  })
  .meta({ id: 'RichiestaSanzioni' });

const tratto = {
  dal: giorno,
  al: giorno,
  giorni: z.number().int(),
  tassoBce: z.string().nullable(),
  percentuale: z.string(),
  importoEsatto: z.string(),
  fonte,
};

export const sanzioni = z
  .object({
    trimestre: trimestre.nullable(),
    contributi: euro,
    territorio: z.string().nullable(),
    scadenza: giorno,
    pagamento: giorno,
    tipo: z.enum(['omissione', 'evasione']),
    spontaneo: z.boolean(),
    giorniRitardo: z.number().int(),
    minimo: euro,
    massimo: euro,
    letture: z.array(
      z.object({
        nome: z.string(),
        tasso: z.string(),
        motivo: z.string(),
        tetto: euro,
        tettoRaggiuntoIl: giorno.nullable(),
        riduzionePercentuale: z.string().nullable(),
        tratti: z.array(z.object(tratto)),
        sanzione: euro,
        mora: z.object({ tasso: z.string(), tratti: z.array(z.object(tratto)), importo: euro }).nullable(),
        totale: euro,
        passi: z.array(passo),
      }),
    ),
    interessiLegali: euro,
    prescrizione: z.object({ giorno, passi: z.array(passo), nota: z.string() }),
    avvertenze: z.array(z.string()),
    testo: z.string(),
  })
  .meta({ id: 'Sanzioni' });

export const richiestaCosto = z
  .strictObject({
    anno: numero,
    oreSettimanali: numero,
    pagaOraria: testo.optional(),
    pagaMensile: testo.optional(),
    vittoAlloggioGiorni: numero.optional(),
    senzaCuaf: z.boolean().optional(),
    tempoDeterminato: z.boolean().optional(),
    associazione: z.enum(['F2', 'E1']).optional(),
    assunzione: testo.optional(),
    cessazione: testo.optional(),
    quotaLavoratoreACarico: z.boolean().optional(),
  })
  .meta({ id: 'RichiestaCostoAnnuo' });

export const costo = z
  .object({
    premesse,
    anno: z.number().int(),
    mesi: z.number().int(),
    oreSettimanali: decimale,
    paga: euro,
    pagaMensile: euro,
    vittoAlloggio: euro,
    tredicesima: euro,
    tfr: euro,
    ferie: z.object({ giorni: decimale, importo: euro }),
    contributi: z.object({
      totale: euro,
      quotaLavoratore: euro,
      quotaDatore: euro,
      associazione: euro,
      trimestri: z.array(
        z.object({
          trimestre,
          settimane: z.number().int(),
          settimaneAccreditate: z.number().int(),
          ore: decimale,
          fascia,
          contributoOrario: euro,
          totale: euro,
          quotaLavoratore: euro,
          quotaDatore: euro,
          scadenza: giorno,
        }),
      ),
    }),
    settimaneAccreditate: z.number().int(),
    quotaLavoratoreACarico: z.boolean(),
    nettoLavoratore: euro,
    totale: euro,
    totaleSenzaVittoAlloggio: euro,
    deducibile: euro,
    passi: z.array(passo),
    avvertenze: z.array(z.string()),
  })
  .meta({ id: 'CostoAnnuo' });

export const proiezione = z
  .object({
    proiezione: z.literal(true),
    ...tabella.shape,
    minimi: z.record(z.string(), z.record(z.string(), euro)).meta({
      description: 'Paghe minime del contratto per forma e livello, proiettate.',
    }),
    passi: z.array(passo),
    avvertenze: z.array(z.string()),
  })
  .meta({ id: 'Proiezione' });

export const lettura = z
  .object({
    sintesi: z.string(),
    avvisi: z.array(
      z.object({
        codiceAvviso: z.string(),
        codiceAvvisoStampato: z.string(),
        controlloValido: z.boolean().nullable(),
        codiceFiscaleEnte: z.string(),
        inps: z.boolean(),
        importo: euro,
        debitore: z.object({ codiceFiscale: z.string(), nome: z.string() }).nullable(),
        oggetto: z.string().nullable(),
        contoPostale: z.string().nullable(),
        letti: z.array(z.enum(['QRCode', 'DataMatrix'])),
        pagina: z.number().int(),
        indizi: z.object({ trimestre: trimestre.nullable(), codiceInps: z.string().nullable() }),
        avvertenze: z.array(z.string()),
      }),
    ),
    codiciEstranei: z.number().int(),
  })
  .meta({ id: 'LetturaAvvisi' });
