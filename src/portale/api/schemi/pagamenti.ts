import { z } from 'zod';
import { euro, giorno, id, istante, trimestre } from './comuni.ts';

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

const versante = z
  .object({ codiceFiscale: z.string(), nome: z.string() })
  .meta({ description: 'Who paid, as the message names them.' });

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
        dataEsito: giorno.meta({ description: 'The day of the payment, which frees the payer.' }),
        oraEsito: z.string().nullable().meta({ description: 'Its hour in Italian time, where the receipt has it.' }),
        dataApplicazione: giorno.nullable().meta({ description: 'The day the PSP books the money.' }),
        istitutoAttestante: z.string(),
        enteBeneficiario: z.object({ denominazione: z.string(), codiceFiscale: z.string() }),
        versante: versante.nullable(),
        iuv: z.string(),
        ccp: z.string(),
        iur: z.string(),
        importoPagato: euro,
        commissione: euro.nullable(),
        causale: z.string(),
      })
      .nullable(),
    rendicontato: z
      .object({ iur: z.string(), dataEsito: giorno })
      .nullable()
      .meta({ description: 'Set when a flow alone says that it was paid (code 9): its receipt has not come.' }),
  })
  .meta({ id: 'Pagamento' });
export const pagamenti = z.object({ pagamenti: z.array(pagamento) }).meta({ id: 'Pagamenti' });

const personaRicevuta = z.object({ codiceFiscale: z.string(), nome: z.string() });

export const ricevuta = z
  .object({
    ente: z.object({ codiceFiscale: z.string(), denominazione: z.string() }),
    debitore: personaRicevuta.meta({ description: 'The employer.' }),
    versante: personaRicevuta.nullable().meta({ description: 'Who paid, where it was somebody else.' }),
    prestatore: z.string(),
    codiceAvviso: z.string(),
    iuv: z.string(),
    ccp: z.string(),
    iur: z.string(),
    causale: z.string(),
    importo: euro,
    commissione: euro.nullable(),
    totale: euro.nullable().meta({ description: 'With the commission; null where the receipt does not say it.' }),
    pagatoIl: giorno.meta({ description: 'The day of the payment, which frees the payer.' }),
    pagatoAlle: z.string().nullable(),
    dataApplicazione: giorno.nullable(),
    dataOraRicevuta: istante,
    contributi: z.object({
      trimestre,
      codiceRapporto: z.string(),
      codiceInps: z.string(),
      lavoratore: personaRicevuta,
      settimane: z.number().int(),
      ore: z.number(),
      retribuzioneOrariaEffettiva: euro.nullable(),
      quotaLavoratore: euro.meta({ description: 'Without the association’s part, as in the attestazione.' }),
      quotaDatore: euro,
      associazione: z.object({ codice: z.string(), importo: euro }).nullable(),
    }),
    nomiRidotti: z.boolean(),
    simulazione: z.boolean(),
  })
  .meta({ id: 'Ricevuta' });
