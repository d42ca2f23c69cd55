import { z } from 'zod';
import type { Calcolo, DatiCalcolo } from '../contributi/calcolo.ts';
import { LETTURE } from '../contributi/letture.ts';
import { formatStraordinari, parseStraordinari } from '../contributi/parse-straordinari.ts';
import { parseIndennita } from '../contributi/parse-livello.ts';
import { parseSituazione } from '../contributi/situazione/schema.ts';
import { livello } from '../norme/minimi.ts';
import { formatTrimestre, parseTrimestre } from '../scadenze/trimestre.ts';
import { Decimale } from '../valori/decimale.ts';
import { centesimi } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { BaseDiCalcolo, SituazioneTesto } from './base-di-calcolo.ts';
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
  nottiTipo: z.enum(['assistenza', 'presenza']).optional(),
  nottiQuante: z.number().int().optional(),
  straordinari: z
    .string()
    .transform((testo) => parseStraordinari(testo))
    .optional(),
  sostituzione: z.boolean().optional(),
  assistenzaInPiu: cents.optional(),
  soloAssistenza: z.boolean().optional(),
  territorio: z.string().optional(),
  livello: livello.optional(),
  indennita: z.string().transform(parseIndennita).optional(),
  scatti: z.number().int().optional(),
  oreInParti: z.enum(LETTURE.oreInParti).optional(),
  settimaneIncomplete: z.enum(LETTURE.settimaneIncomplete).optional(),
  quartaFascia: z.enum(LETTURE.quartaFascia).optional(),
  contoAssistenza: z.enum(LETTURE.contoAssistenza).optional(),
  inizioF2: z.enum(LETTURE.inizioF2).optional(),
  importoE1: z.enum(LETTURE.importoE1).optional(),
  situazione: z.string().optional(),
});

/**
 * The calculation's input as it is stored with the bollettino. Of a quarter told as it was, the flat fields hold this
 * bollettino's own part (weeks, hours, pay), which a later change starts from.
 */
export function toPersistiti(base: BaseDiCalcolo, calcolo: Calcolo): DatiPersistiti {
  if (base.forma === 'semplice') return toFlat(base.dati);
  return { ...toFlat(ownPart(base.testo, calcolo)), situazione: JSON.stringify(base.testo) };
}

function toFlat(dati: DatiCalcolo): DatiPersistiti {
  const { trimestre, oreSettimanali, ore, paga, indennita, notti, straordinari, ...resto } = dati;
  return {
    ...resto,
    ...(notti !== undefined && { nottiTipo: notti.tipo, nottiQuante: notti.quante }),
    ...(straordinari !== undefined && { straordinari: formatStraordinari(straordinari) }),
    ...(indennita !== undefined && { indennita: indennita.join(',') }),
    trimestre: formatTrimestre(trimestre),
    ...(oreSettimanali !== undefined && { oreSettimanali: oreSettimanali.toFixed() }),
    ...(ore !== undefined && { ore: ore.toFixed() }),
    ...(paga !== undefined && { pagaTipo: paga.tipo, pagaImporto: paga.importo }),
  };
}

function ownPart(testo: SituazioneTesto, calcolo: Calcolo): DatiCalcolo {
  const { trimestre, cessazione, associazione, territori, soloAssistenza } = parseSituazione(testo);
  const [territorio] = territori;
  const { oreSettimanali, ore, settimane, retribuzioneOrariaEffettiva, senzaCuaf, tempoDeterminato } = calcolo;
  return {
    trimestre,
    ...(oreSettimanali !== null && { oreSettimanali }),
    ore,
    settimane,
    ...(retribuzioneOrariaEffettiva !== null && { retribuzioneOrariaEffettiva }),
    senzaCuaf,
    tempoDeterminato,
    ...(associazione !== undefined && { associazione }),
    ...(soloAssistenza === true && { soloAssistenza }),
    ...(cessazione !== undefined && { cessazione }),
    ...(territorio !== undefined && { territorio }),
  };
}

/** What the bollettino was computed from; a stored text that does not fit is a fault of ours and throws. */
export function baseDi(persistiti: DatiPersistiti): BaseDiCalcolo {
  const { situazione } = persistiti;
  return typeof situazione === 'string'
    ? { forma: 'situazione', testo: JSON.parse(situazione) as SituazioneTesto }
    : { forma: 'semplice', dati: fromPersistiti(persistiti) };
}

/** The stored figures as one calculation's input: what a form shows and a change starts from. */
export function fromPersistiti(persistiti: DatiPersistiti): DatiCalcolo {
  const { pagaTipo, pagaImporto, nottiTipo, nottiQuante, situazione: _, ...letti } = schema.parse(persistiti);
  const presenti = Object.fromEntries(Object.entries(letti).filter(([, valore]) => valore !== undefined));
  const conPaga = pagaTipo !== undefined && pagaImporto !== undefined;
  return {
    ...(presenti as unknown as DatiCalcolo),
    ...(nottiTipo !== undefined && nottiQuante !== undefined && { notti: { tipo: nottiTipo, quante: nottiQuante } }),
    ...(conPaga && { paga: { tipo: pagaTipo, importo: pagaImporto } }),
  };
}
