import { z } from 'zod';
import { STATI_TRIMESTRE, type StatoTrimestre } from '../../../clienti/stato-trimestre.ts';
import { euro, giorno, trimestre } from './comuni.ts';

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
    totale: z.object({ rapporti: quanti, mancano: quanti, ...importi }),
  })
  .meta({ id: 'StatoDeiClienti', description: 'Chi ha pagato un trimestre, chi no, a chi manca il bollettino.' });
