import { z } from 'zod';
import { NESSUNA_ASSOCIAZIONE } from '../../../clienti/parse-cambio.ts';
import { STATI_TRIMESTRE, type StatoTrimestre } from '../../../clienti/stato-trimestre.ts';
import { rispostaPagina } from '../paginazione.ts';
import { condizioni } from './bollettini.ts';
import { euro, giorno, id, trimestre } from './comuni.ts';
import { righeNascoste } from './lotti.ts';
import { numero } from './richieste.ts';

const quanti = z.number().int().nonnegative();
const stati = Object.keys(STATI_TRIMESTRE) as [StatoTrimestre, ...StatoTrimestre[]];
const persona = { cognome: z.string(), nome: z.string() };
const importi = { emesso: euro, pagato: euro, daPagare: euro };

const riga = z
  .object({
    datore: z.object({ codiceFiscale: z.string(), ...persona }),
    rapporto: z.string(),
    lavoratore: z.object(persona),
    stato: z.enum(stati),
    ...importi,
    pagatoIl: giorno.nullable(),
    scadenza: giorno,
    codiciAvviso: z.array(z.string()),
    trimestrePrima: euro.nullable(),
    differenza: z
      .string()
      .nullable()
      .meta({ description: 'Dal trimestre prima, con il segno; null dove uno dei due non ha bollettini.' }),
  })
  .meta({ id: 'StatoDelRapporto' });

export const statoClienti = z
  .object({
    trimestre,
    rapporti: z.array(riga),
    clienti: z.array(
      z.object({ codiceFiscale: z.string(), ...persona, rapporti: quanti, mancano: quanti, ...importi }),
    ),
    ...rispostaPagina,
  })
  .meta({
    id: 'StatoDeiClienti',
    description:
      'Chi ha pagato un trimestre, chi no, a chi manca il bollettino. Una pagina conta i datori, in ordine di codice fiscale, ognuno con tutti i suoi rapporti; può averne di meno, perché chi in quel trimestre non aveva settimane non c’è.',
  });

export const totaleClienti = z
  .object({ trimestre, rapporti: quanti, mancano: quanti, ...importi })
  .meta({ id: 'TotaleDeiClienti', description: '`mancano` conta i rapporti senza bollettino.' });

export const cliente = z
  .object({
    datore: z.object({ codiceFiscale: z.string(), ...persona }),
    id,
    rapporto: z.string().meta({ description: 'Codice del rapporto di lavoro.' }),
    lavoratore: z.object({ codiceFiscale: z.string(), ...persona }),
    assunzione: giorno,
    cessazione: giorno.nullable(),
    condizioni: z.array(condizioni),
  })
  .meta({ id: 'Cliente', description: 'Un rapporto che l’ufficio del token segue.' });

export const clienti = z.object({ clienti: z.array(cliente), ...rispostaPagina }).meta({ id: 'Clienti' });

const data = z.string().min(1).max(20);
const importo = z.string().max(20);

/** New terms of a rapporto; texts as people write them. */
export const richiestaCambio = z
  .strictObject({
    dal: data.meta({ description: 'Da quale giorno.', example: '2026-10-01' }),
    oreSettimanali: numero.optional().meta({ description: 'Ore di una settimana.', example: '30' }),
    pagaOraria: importo.optional().meta({ description: 'Paga oraria in euro, come testo.', example: '9,00' }),
    pagaMensile: importo
      .optional()
      .meta({ description: 'Paga mensile in euro, come testo, al posto di quella oraria.' }),
    vittoAlloggioGiorni: numero
      .optional()
      .meta({ description: 'Giorni di vitto e alloggio alla settimana, da 0 a 7.' }),
    senzaCuaf: z.boolean().optional(),
    tempoDeterminato: z.boolean().optional(),
    associazione: z.enum(['F2', 'E1', NESSUNA_ASSOCIAZIONE]).optional(),
  })
  .meta({ id: 'CambioDiCondizioni', description: 'Ciò che non si dice resta com’è.' });

export const richiestaTermine = z
  .strictObject({ il: data.meta({ description: 'Ultimo giorno di lavoro.', example: '2026-12-31' }) })
  .meta({ id: 'FineDelRapporto' });

/** Choices of a list, in the address: the body is the file. */
export const opzioniElenco = {
  nomeFile: z.string().min(1).max(200).default('elenco').meta({ description: 'Nome del file, per ritrovarlo.' }),
  righeNascoste,
};
