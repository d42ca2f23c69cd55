import { z } from 'zod';
import { parseCodiceFiscale } from '../anagrafe/codice-fiscale.ts';
import { parseCodiceRapporto } from '../anagrafe/codice-rapporto.ts';
import { euro, giornoIso, intero, numeroEsatto, siNo, testo, togliAssenti } from '../norme/campi.ts';
import { parseTrimestre } from '../scadenze/trimestre.ts';
import { ErroreDati } from '../valori/errore-dati.ts';

/** A text that one of our own parsers reads; its refusal becomes the file's. */
function letto<T>(parse: (testo: string) => T) {
  return testo.transform((valore, contesto): T => {
    try {
      return parse(valore);
    } catch (errore) {
      contesto.addIssue(errore instanceof ErroreDati ? errore.message : 'non si legge');
      return z.NEVER;
    }
  });
}

const codiceFiscale = letto((valore) => parseCodiceFiscale(valore));
const persona = { codiceFiscale, cognome: testo, nome: testo };

const identita = z.strictObject({
  schema: z.enum(['SPID', 'CIE', 'CNS', 'PIN']),
  livello: z.enum(['1', '2', '3']).transform((valore) => Number(valore) as 1 | 2 | 3),
  dispositiva: siNo,
  nascita: giornoIso,
  descrizione: testo,
});

/** With an identity, one can come in as this worker. */
const lavoratore = z.strictObject({ ...persona, identita: identita.optional() });

const condizioni = z
  .strictObject({
    dal: giornoIso,
    oreSettimanali: numeroEsatto,
    pagaOraria: euro.optional(),
    pagaMensile: euro.optional(),
    vittoAlloggioGiorni: intero(0, 7).optional(),
    senzaCuaf: siNo.optional(),
    tempoDeterminato: siNo.optional(),
    associazione: z.enum(['F2', 'E1']).optional(),
  })
  .refine((c) => (c.pagaOraria === undefined) !== (c.pagaMensile === undefined), 'serve una paga, oraria o mensile');

const bollettino = z.strictObject({
  trimestre: letto((valore) => parseTrimestre(valore)),
  emesso: giornoIso,
  /** Only where the code is known from outside: the three last digits are then not ours to number. */
  codiceInps: testo.regex(/^\d{15}$/, 'servono 15 cifre').optional(),
  /** Day of the act that keeps an old quarter from being prescribed. */
  attoInterruttivo: giornoIso.optional(),
  pagato: z.strictObject({ il: giornoIso, psp: testo, commissione: euro }).optional(),
});

const rapporto = z.strictObject({
  codice: letto((valore) => parseCodiceRapporto(valore)),
  lavoratore,
  assunzione: giornoIso,
  cessazione: giornoIso.optional(),
  condizioni: z.array(condizioni).min(1),
  bollettini: z.array(bollettino),
});

const indirizzo = z.strictObject({
  via: testo,
  civico: testo,
  cap: testo,
  comune: testo,
  provincia: testo,
  nazione: testo.default('IT'),
});

const datore = z.strictObject({
  ...persona,
  indirizzo: indirizzo.optional(),
  identita: identita.optional(),
  rapporti: z.array(rapporto).min(1),
});

const trimestreDiOggi = z.strictObject({
  /** Quarters before the one that is to be paid now. */
  indietro: intero(0, 12),
  cosa: z.enum(['emesso', 'pagato', 'confermato', 'scoperto']),
});

const rapportoDiOggi = z.strictObject({
  codice: letto((valore) => parseCodiceRapporto(valore)),
  lavoratore,
  oreSettimanali: numeroEsatto,
  pagaOraria: euro,
  /** Of the payments of its past. */
  commissione: euro,
  trimestri: z.array(trimestreDiOggi).min(1),
});

const datoreDiOggi = z.strictObject({
  ...persona,
  indirizzo,
  identita,
  rapporti: z.array(rapportoDiOggi).min(1),
});

/** `rules/demo.yaml`: invented people, their rapporti, and what they have paid or have still to pay. */
export const schemaDemo = z
  .strictObject({
    /** Quarters told backwards from the day on which the portal starts; see `preparaDemoDiOggi`. */
    diOggi: z.array(datoreDiOggi).min(1),
    datori: z.array(datore).min(1),
    altreIdentita: z.array(z.strictObject({ ...persona, identita })),
  })
  .transform((dati) => togliAssenti(dati));

export type Demo = z.output<typeof schemaDemo>;
export type DatoreDiOggi = Demo['diOggi'][number];
export type RapportoDiOggi = DatoreDiOggi['rapporti'][number];
export type DatoreDemo = Demo['datori'][number];
export type RapportoDemo = DatoreDemo['rapporti'][number];
export type BollettinoDemo = RapportoDemo['bollettini'][number];
