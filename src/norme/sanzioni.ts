import { z } from 'zod';
import { certezza, euro, fonte, fonti, giornoIso, intero, numeroEsatto, siNo, testo, togliAssenti } from './campi.ts';

const gradino = z.strictObject({ entroGiorni: intero(1, 3650), maggiorazione: numeroEsatto });

const regime = z
  .strictObject({
    dal: giornoIso,
    al: giornoIso.optional(),
    /** Percentage points added to the ECB rate, and cap in percent of the contributions. */
    omissione: z.strictObject({ maggiorazione: numeroEsatto, tetto: numeroEsatto }),
    /** Paid in full and of one's own accord within so many days of the due date. */
    pagamentoSpontaneo: gradino.optional(),
    evasione: z.strictObject({ percentuale: numeroEsatto, tetto: numeroEsatto }),
    /** Evasion declared of one's own accord: steps by the days from the declaration to the payment. */
    denunciaSpontanea: z.strictObject({
      entroMesi: intero(1, 60),
      tetto: numeroEsatto,
      gradini: z.array(gradino).min(1),
      certezza,
    }),
    /** Paid within so many days of the notification of INPS's assessment: the sanction less this percentage. */
    dopoAccertamento: z.strictObject({ entroGiorni: intero(1, 365), riduzione: numeroEsatto }).optional(),
    /** What is said of a debt due before this regime and paid under it. */
    nonRetroattivo: testo.optional(),
    fonti,
  })
  .transform((letto) => togliAssenti(letto));

const esempio = z.strictObject({
  caso: testo,
  dati: z.strictObject({
    contributi: euro,
    scadenza: giornoIso,
    pagamento: giornoIso,
    tipo: z.enum(['omissione', 'evasione']),
    spontaneo: siNo.default(true),
  }),
  atteso: z.strictObject({ percentuale: numeroEsatto, giorni: intero(0, 36_500), sanzione: euro }),
});

/** `rules/sanzioni.yaml`: civil sanctions for contributions paid late (art. 116 L. 388/2000) and prescription. */
export const schemaSanzioni = z.strictObject({
  regimi: z.array(regime).min(1),
  baseGiorni: intero(360, 366),
  fontiGiorni: fonti,
  mora: z.strictObject({ fonti }),
  prescrizione: z.strictObject({
    anni: intero(1, 20),
    fonti,
    sospensioni: z.array(z.strictObject({ dal: giornoIso, al: giornoIso, fonte })),
  }),
  /** What no source found settles, as sentences for the person. */
  nonVerificato: z.strictObject({ cambioDelTasso: testo, cambioDellaMora: testo }),
  verificatoIl: giornoIso,
  esempi: z.array(esempio).default([]),
});

export type RegoleSanzioni = z.output<typeof schemaSanzioni>;
export type RegimeSanzioni = RegoleSanzioni['regimi'][number];
