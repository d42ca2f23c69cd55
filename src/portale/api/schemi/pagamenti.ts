import { STATI_CONSEGNA, STATI_TENTATIVO } from '../../../pagamenti/pagamento.ts';
import { z } from 'zod';
import { rispostaPagina } from '../paginazione.ts';
import { euro, giorno, id, istante, trimestre } from './comuni.ts';

export const consegna = z
  .object({
    id,
    conferma: id,
    ordine: z.number().int(),
    stato: z.enum(STATI_CONSEGNA),
    totale: euro,
    url: z
      .string()
      .nullable()
      .meta({ description: 'Dove va il browser di chi paga, quando il nodo ha accettato il carrello.' }),
  })
  .meta({ id: 'Consegna' });
export const consegne = z.object({ consegne: z.array(consegna) }).meta({ id: 'Consegne' });

const versante = z
  .object({ codiceFiscale: z.string(), nome: z.string() })
  .meta({ description: 'Chi ha pagato, come lo nomina il messaggio.' });

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
    stato: z.enum(STATI_TENTATIVO),
    ricevuta: z
      .object({
        dataOraMessaggio: istante,
        dataEsito: giorno.meta({ description: 'Il giorno del pagamento, che libera chi paga.' }),
        oraEsito: z.string().nullable().meta({ description: 'La sua ora in Italia, se la ricevuta la dice.' }),
        dataApplicazione: giorno.nullable().meta({ description: 'Il giorno in cui il PSP contabilizza l’importo.' }),
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
    rendicontato: z.object({ iur: z.string(), dataEsito: giorno }).nullable().meta({
      description: 'C’è quando solo un flusso dice che è stato pagato (codice 9): la ricevuta non è arrivata.',
    }),
  })
  .meta({ id: 'Pagamento' });
export const pagamenti = z.object({ pagamenti: z.array(pagamento), ...rispostaPagina }).meta({ id: 'Pagamenti' });

const personaRicevuta = z.object({ codiceFiscale: z.string(), nome: z.string() });

export const ricevuta = z
  .object({
    ente: z.object({ codiceFiscale: z.string(), denominazione: z.string() }),
    debitore: personaRicevuta.meta({ description: 'Il datore di lavoro.' }),
    versante: personaRicevuta.nullable().meta({ description: 'Chi ha pagato, se è un’altra persona.' }),
    prestatore: z.string(),
    codiceAvviso: z.string(),
    iuv: z.string(),
    ccp: z.string(),
    iur: z.string(),
    causale: z.string(),
    importo: euro,
    commissione: euro.nullable(),
    totale: euro.nullable().meta({ description: 'Con la commissione; `null` se la ricevuta non la dice.' }),
    pagatoIl: giorno.meta({ description: 'Il giorno del pagamento, che libera chi paga.' }),
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
      quotaLavoratore: euro.meta({ description: 'Senza la parte dell’associazione, come nell’attestazione.' }),
      quotaDatore: euro,
      associazione: z.object({ codice: z.string(), importo: euro }).nullable(),
    }),
    nomiRidotti: z.boolean(),
    simulazione: z.boolean(),
  })
  .meta({ id: 'Ricevuta' });
