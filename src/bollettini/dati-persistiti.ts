import { z } from 'zod';
import type { DatiCalcolo } from '../contributi/calcolo.ts';
import { formatTrimestre, parseTrimestre } from '../scadenze/trimestre.ts';
import { Decimale } from '../valori/decimale.ts';
import { centesimi } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { DatiPersistiti } from './calcolo-persistito.ts';

const decimale = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,6})?$/)
  .transform((testo) => new Decimale(testo));
const cents = z.number().int().nonnegative().transform(centesimi);
const giorno = z.iso.date().transform((testo) => testo as Giorno);

/** The stored form of {@link DatiCalcolo}: flat, decimals and days as text, money in cents. */
const schema = z.strictObject({
  trimestre: z.string().transform((testo) => parseTrimestre(testo)),
  oreSettimanali: decimale.optional(),
  ore: decimale.optional(),
  settimane: z.number().int().optional(),
  pagaTipo: z.enum(['oraria', 'mensile']).optional(),
  pagaImporto: cents.optional(),
  retribuzioneOrariaEffettiva: cents.optional(),
  vittoAlloggioGiorni: z.number().int().optional(),
  senzaCuaf: z.boolean(),
  tempoDeterminato: z.boolean(),
  associazione: z.enum(['F2', 'E1']).optional(),
  assunzione: giorno.optional(),
  cessazione: giorno.optional(),
});

/** The calculation's input as it is stored with the bollettino. */
export function toPersistiti(dati: DatiCalcolo): DatiPersistiti {
  const { trimestre, oreSettimanali, ore, paga, ...resto } = dati;
  return {
    ...resto,
    trimestre: formatTrimestre(trimestre),
    ...(oreSettimanali !== undefined && { oreSettimanali: oreSettimanali.toFixed() }),
    ...(ore !== undefined && { ore: ore.toFixed() }),
    ...(paga !== undefined && { pagaTipo: paga.tipo, pagaImporto: paga.importo }),
  };
}

/** The stored input, ready to be computed anew; a stored text that does not fit is a fault of ours and throws. */
export function fromPersistiti(persistiti: DatiPersistiti): DatiCalcolo {
  const { pagaTipo, pagaImporto, ...letti } = schema.parse(persistiti);
  const presenti = Object.fromEntries(Object.entries(letti).filter(([, valore]) => valore !== undefined));
  return {
    ...(presenti as unknown as DatiCalcolo),
    ...(pagaTipo !== undefined && pagaImporto !== undefined && { paga: { tipo: pagaTipo, importo: pagaImporto } }),
  };
}
