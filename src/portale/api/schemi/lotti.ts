import { STATI_LOTTO, TIPI_LOTTO } from '../../../archivio/lotti-repository.ts';
import { z } from 'zod';
import { rispostaPagina } from '../paginazione.ts';
import { euro, id, istante, premesse } from './comuni.ts';
import { sceltaAvviso } from './scelta-avviso.ts';

const quanti = z.number().int().nonnegative();
const si = z.enum(['si', 'no']);

export const righeNascoste = z.enum(['leggi', 'salta']).optional().meta({
  description: 'Righe che il foglio nasconde o filtra: se non si dice si leggono; le avvertenze le contano comunque.',
});

/** Choices of a batch of amounts, in the address: the body is the file. */
export const opzioniImporti = {
  nomeFile: z.string().min(1).max(200).meta({ description: 'Nome del file, per ritrovarlo.' }),
  uscita: z.enum(['csv', 'xlsx']).optional(),
  formato: z.enum(['italiano', 'iso']).optional().meta({ description: '338,00 o 338.00, nel CSV.' }),
  dettaglio: si.optional(),
  righeNascoste,
};

/** Choices of a batch of notices. */
export const opzioniAvvisi = {
  nomeFile: opzioniImporti.nomeFile,
  forma: z.enum(['documento', 'zip']).optional(),
  ordine: z.enum(['datore', 'file']).optional(),
  copertina: si.optional(),
  fronteRetro: si.optional(),
  sostituisci: si.optional(),
  integra: si.optional(),
  ...sceltaAvviso,
  righeNascoste,
};

const errore = z
  .object({ riga: quanti, id: z.string(), colonna: z.string(), valore: z.string(), errore: z.string() })
  .meta({ id: 'ErroreDiRiga' });

const riepilogoImporti = z
  .object({
    righe: quanti,
    righeCalcolate: quanti,
    righeRifiutate: quanti,
    righeConAvvertenze: quanti.meta({ description: 'Righe calcolate con qualcosa nella colonna avvertenze.' }),
    bollettini: quanti,
    errori: quanti,
    totale: euro,
    quotaLavoratore: euro,
    quotaDatore: euro,
    contributoAssociazione: euro,
    perTrimestre: z.array(z.object({ trimestre: z.string(), bollettini: quanti, totale: euro })),
    primiErrori: z.array(errore),
  })
  .meta({ id: 'RiepilogoImporti' });

const riepilogoAvvisi = z
  .object({
    righe: quanti,
    righeRifiutate: quanti,
    errori: quanti,
    avvisi: quanti,
    datori: quanti,
    pagine: quanti,
    totale: euro,
    sostituiti: quanti.meta({
      description: 'Bollettini non pagati che sono stati annullati: questi ne prendono il posto.',
    }),
    primiErrori: z.array(errore),
  })
  .meta({ id: 'RiepilogoAvvisi' });

const riepilogoClienti = z
  .object({
    righe: quanti,
    righeRifiutate: quanti,
    errori: quanti,
    aggiunti: quanti.meta({ description: 'Rapporti che l’elenco non aveva.' }),
    registrati: quanti.meta({ description: 'Di questi, i rapporti che il registro non conosceva.' }),
    primiErrori: z.array(errore),
  })
  .meta({ id: 'RiepilogoClienti' });

export const lotto = z
  .object({
    id,
    tipo: z.enum(TIPI_LOTTO),
    stato: z.enum(STATI_LOTTO),
    nomeFile: z.string(),
    creatoIl: istante,
    finitoIl: istante.optional(),
    avanzamento: z.object({
      fase: z.string(),
      fatti: quanti,
      totali: quanti,
      righe: quanti,
      rifiutate: quanti,
    }),
    errore: z.string().optional().meta({ description: 'Perché non è riuscito.' }),
    esito: z
      .object({
        premesse,
        codice: z
          .number()
          .int()
          .min(0)
          .max(2)
          .meta({ description: '0 tutto bene, 1 qualche riga rifiutata, 2 nessuna fatta.' }),
        avvertenze: z.array(z.string()),
        riepilogo: z.union([riepilogoImporti, riepilogoAvvisi, riepilogoClienti]),
      })
      .optional(),
    file: z.array(z.object({ nome: z.string(), dimensione: quanti })),
    emessi: z.object({ quanti, daPagare: quanti }).optional().meta({
      description: 'Che cosa aveva emesso un lotto di avvisi annullato o non riuscito; `daPagare` si può ritirare.',
    }),
    importati: z.object({ righe: quanti, aggiunti: quanti, registrati: quanti }).optional().meta({
      description:
        'Che cosa un elenco di clienti annullato o non riuscito aveva già preso, e resta; rimandarlo aggiunge ciò che manca.',
    }),
  })
  .meta({ id: 'Lotto', description: 'Un lotto, a che punto è e che cosa ne è venuto.' });

export const lotti = z.object({ lotti: z.array(lotto), ...rispostaPagina }).meta({ id: 'Lotti' });

export const nomeFile = z.string().min(1).max(100);
