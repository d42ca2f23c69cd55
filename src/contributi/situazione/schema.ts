import { z } from 'zod';
import { legame } from '../../norme/chi-paga.ts';
import { formaMinimo, indennita, livello } from '../../norme/minimi.ts';
import { parseTerritorio, territoriDi } from '../../scadenze/territori.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import { Decimale, parseDecimale } from '../../valori/decimale.ts';
import { parseEuro } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { LETTURE } from '../letture.ts';
import { parseGiorno } from '../../valori/giorno.ts';
import { parsePatrono } from './patrono.ts';
import type { Situazione } from './situazione.ts';

/**
 * The text form of a `Situazione`, as a YAML or JSON file and the API give it: Italian keys, amounts `8,00` or `8.00`,
 * hours `24,5`, days `18/11/2020` or `2020-11-18`, months `2020-11`.
 */

/** Runs one of our parsers inside zod, keeping its Italian sentence. */
function con<T>(parse: (testo: string) => T) {
  return z
    .union([z.string(), z.number()], { error: ({ input }) => (input === undefined ? 'manca' : 'serve un testo') })
    .transform((valore, contesto) => {
      try {
        return parse(String(valore));
      } catch (errore) {
        if (!(errore instanceof ErroreDati)) throw errore;
        contesto.addIssue(errore.senzaCampo);
        return z.NEVER;
      }
    });
}

const giorno = con((testo) => parseGiorno(testo));
const ore = con((testo) => parseDecimale(testo, 'ore'));
const euro = con((testo) => parseEuro(testo));
const siNo = z
  .union([z.boolean(), z.enum(['true', 'false', 'sì', 'si', 'no'])], { error: 'serve sì oppure no' })
  .transform((v) => v === true || v === 'true' || v === 'sì' || v === 'si');
const intero = (min: number, max: number) =>
  con((testo) => (/^\d{1,4}$/.test(testo) ? Number(testo) : Number.NaN)).refine(
    (valore) => valore >= min && valore <= max,
    `serve un numero intero da ${min} a ${max}`,
  );

const paga = z.strictObject({
  tipo: z.enum(['oraria', 'giornaliera', 'settimanale', 'mensile']),
  importo: euro,
  giorniSettimanali: intero(1, 7).optional(),
});

const vitto = z.union([
  z.strictObject({ tipo: z.literal('pasti'), pranzi: intero(0, 7), cene: intero(0, 7), alloggi: intero(0, 7) }),
  z.strictObject({ tipo: z.literal('denaro'), ogni: z.literal('giorno'), importo: euro, giorni: intero(1, 7) }),
  z.strictObject({ tipo: z.literal('denaro'), ogni: z.literal('mese'), importo: euro }),
]);

const familiare = z.strictObject({
  legame,
  grado: intero(1, 9).optional(),
  convivente: siNo.default(false),
  accompagnamento: siNo.optional(),
});

const condizioni = z
  .strictObject({
    dal: giorno.optional(),
    oreSettimanali: ore.optional(),
    orario: z
      .tuple([ore, ore, ore, ore, ore, ore, ore], { error: 'servono sette numeri di ore, da domenica a sabato' })
      .optional(),
    paga: paga.optional(),
    retribuzioneOrariaEffettiva: euro.optional(),
    vittoAlloggioGiorni: intero(0, 7).optional(),
    vitto: vitto.optional(),
    senzaCuaf: siNo.default(false),
    familiare: familiare.optional(),
    tempoDeterminato: siNo.default(false),
    sostituzione: siNo.optional(),
  })
  .transform(({ oreSettimanali, ...resto }) => ({
    ...resto,
    oreSettimanali: oreSettimanali ?? resto.orario?.reduce((somma, altre) => somma.plus(altre), new Decimale(0)),
  }));

const oreDichiarate = z.discriminatedUnion('tipo', [
  z.strictObject({ tipo: z.literal('contratto'), settimane: intero(0, 14).optional() }),
  z.strictObject({
    tipo: z.literal('settimane'),
    settimane: z
      .array(z.strictObject({ sabato: giorno, ore }))
      .min(1)
      .max(14),
  }),
  z.strictObject({
    tipo: z.literal('mesi'),
    mesi: z
      .array(z.strictObject({ mese: z.string(), ore }))
      .min(1)
      .max(4),
  }),
  z.strictObject({ tipo: z.literal('totale'), ore, settimane: intero(0, 14).optional() }),
]);

const orePagate = z.union([
  z.strictObject({ ore }),
  z.strictObject({
    giorni: intero(1, 104),
    oreMesePrecedente: ore.optional(),
    lettura: z.enum(['un-sesto', 'ore-del-mese']).optional(),
  }),
]);

const assenza = z.strictObject({
  tipo: z.string(),
  dal: giorno,
  al: giorno,
  giorniPagati: intero(0, 365).optional(),
  giorniGiaPagati: intero(0, 365).optional(),
  orePagate: orePagate.optional(),
});

const sgravio = z.discriminatedUnion('codice', [
  z.strictObject({ codice: z.literal('madri-2022'), rientro: giorno }),
  z.strictObject({
    codice: z.literal('over-80'),
    dal: giorno,
    ottantenne: siNo.optional(),
    accompagnamento: siNo.optional(),
    isee: euro.optional(),
    assistenza: siNo.optional(),
    rapportoNeiSeiMesi: siNo.optional(),
    parente: siNo.optional(),
    mansioniAmmesse: siNo.optional(),
  }),
  z.strictObject({ codice: z.literal('posticipo-pensione') }),
]);
/** One of each kind: asked twice it would be taken off twice. */
const sgravi = z
  .array(sgravio)
  .max(3)
  .refine((richiesti) => new Set(richiesti.map(({ codice }) => codice)).size === richiesti.length, {
    error: 'lo stesso sgravio è chiesto due volte: lasciarne uno',
  });

/** Most entries of a list: a quarter has 98 days. */
const MOLTI = 98;

const letture = {
  oreInParti: z.enum(LETTURE.oreInParti).optional(),
  settimaneIncomplete: z.enum(LETTURE.settimaneIncomplete).optional(),
  quartaFascia: z.enum(LETTURE.quartaFascia).optional(),
  contoAssistenza: z.enum(LETTURE.contoAssistenza).optional(),
  inizioF2: z.enum(LETTURE.inizioF2).optional(),
  importoE1: z.enum(LETTURE.importoE1).optional(),
};

const campi = z.strictObject({
  trimestre: con((testo) => parseTrimestre(testo)),
  assunzione: giorno.optional(),
  cessazione: giorno.optional(),
  preavvisoFinoAl: giorno.optional(),
  ferieNonGodute: orePagate.optional(),
  condizioni: z.array(condizioni).min(1).max(20),
  ore: oreDichiarate.default({ tipo: 'contratto' }),
  assenze: z.array(assenza).max(MOLTI).default([]),
  straordinari: z
    .array(z.strictObject({ giorno: giorno.optional(), ore }))
    .max(MOLTI)
    .default([]),
  festivita: z.enum(['comprese', 'un-sesto']).default('comprese'),
  patrono: con(parsePatrono).optional(),
  lettura: z.enum(['settimana-per-settimana', 'orario-unico']).default('settimana-per-settimana'),
  tredicesima: z.enum(['su-paga-e-vitto', 'sulla-paga']).optional(),
  associazione: z.enum(['F2', 'E1']).optional(),
  notti: z.strictObject({ tipo: z.enum(['assistenza', 'presenza']), quante: intero(1, 98) }).optional(),
  assistenzaInPiu: euro.optional(),
  soloAssistenza: siNo.optional(),
  sgravi: sgravi.default([]),
  minimo: z
    .strictObject({
      livello,
      forma: formaMinimo,
      indennita: z.array(indennita).max(indennita.options.length).optional(),
      scatti: intero(0, 7).optional(),
    })
    .optional(),
  territorio: con(parseTerritorio).optional(),
  /** The same as a list, as files had it before. */
  territori: z.array(z.string()).max(10).default([]),
  ...letture,
  /** The name that `oreInParti` had in what was stored before it was a reading. */
  arrotondaOre: siNo.optional(),
});

const schemaSituazione = campi
  .transform(({ arrotondaOre, territorio, ...situazione }) => ({
    ...situazione,
    territori: [...territoriDi(territorio), ...situazione.territori],
    ...(arrotondaOre === undefined || situazione.oreInParti !== undefined
      ? {}
      : { oreInParti: arrotondaOre ? ('intere' as const) : ('esatte' as const) }),
  }))
  .superRefine(({ condizioni, ore }, contesto) => {
    for (const [n, { dal, oreSettimanali }] of condizioni.entries()) {
      if (dal === undefined && condizioni.length > 1) manca(contesto, ['condizioni', n, 'dal'], 'manca');
      if (oreSettimanali === undefined && (ore.tipo !== 'totale' || condizioni.length > 1)) {
        manca(contesto, ['condizioni', n, 'oreSettimanali'], 'servono le ore settimanali, o l’orario dei sette giorni');
      }
    }
  });

function manca(contesto: z.RefinementCtx, path: (string | number)[], message: string): void {
  contesto.addIssue({ code: 'custom', message, path });
}

/**
 * Reads a `Situazione` from what a file or a request holds.
 * @throws ErroreDati `situazione-non-valida` naming the key that is wrong and why
 */
export function parseSituazione(letto: unknown): Situazione {
  const esito = schemaSituazione.safeParse(letto, { error: inItaliano });
  if (esito.success) return senzaAssenti(esito.data) as Situazione;
  const difetti = esito.error.issues as [z.core.$ZodIssue, ...z.core.$ZodIssue[]];
  const sconosciuta = difetti.find((difetto) => difetto.code === 'unrecognized_keys');
  const [chiave, motivo] =
    sconosciuta === undefined
      ? [difetti[0].path.join('.'), difetti[0].message]
      : [[...sconosciuta.path, sconosciuta.keys[0]].join('.'), sconosciuta.message];
  throw new ErroreDati('situazione-non-valida', { motivo, campo: chiave === '' ? 'situazione' : chiave });
}

function inItaliano(difetto: z.core.$ZodRawIssue): string {
  if (difetto.code === 'invalid_type' && difetto.input === undefined) return 'manca';
  if (difetto.code === 'invalid_value') return `serve uno di questi valori: ${difetto.values.join(', ')}`;
  if (difetto.code === 'unrecognized_keys') return chiaveSconosciuta(difetto);
  if (difetto.code === 'too_small') return 'serve almeno una voce';
  if (difetto.code === 'too_big') return `le voci possono essere al più ${difetto.maximum}`;
  return 'non ha la forma attesa';
}

/** In a YAML line between braces a comma ends the value: `importo: 8,00` is `importo: 8` and a key `00`. */
function chiaveSconosciuta({ keys, inst }: z.core.$ZodRawIssue<z.core.$ZodIssueUnrecognizedKeys>): string {
  if (/^\d+$/.test(keys[0] as string)) {
    return 'chiave sconosciuta; fra parentesi graffe la virgola separa: scrivere i decimali con il punto (8.00) o fra virgolette ("8,00")';
  }
  // Only an object looks at its keys.
  return `chiave sconosciuta; si conoscono ${Object.keys((inst as z.ZodObject).shape).join(', ')}`;
}

/** Absent keys are absent, not undefined, all the way down; days, decimals and texts stay as they are. */
function senzaAssenti(valore: unknown): unknown {
  if (Array.isArray(valore)) return valore.map(senzaAssenti);
  if (typeof valore !== 'object' || valore === null || valore instanceof Decimale) return valore;
  return Object.fromEntries(
    Object.entries(valore)
      .filter(([, voce]) => voce !== undefined)
      .map(([chiave, voce]) => [chiave, senzaAssenti(voce)]),
  );
}
