import { z } from 'zod';
import { certezza, euro, fonte, fonti, giornoIso, intero, numeroEsatto, siNo, testo, togliAssenti } from './campi.ts';
import type { Fascia, NumeroFascia, TabellaAnno } from './tabella-anno.ts';

/** A band's or table's cell by its path, the number being the band's: `fasce.2.contributo.conCuaf`. */
const cella = z
  .string()
  .regex(
    /^fasce\.[1-4]\.(?:oltre|finoA|convenzionale|quotaLavoratore|(?:contributo|tempoDeterminato)\.(?:conCuaf|senzaCuaf))$/,
    'serve una cella come fasce.2.contributo.conCuaf',
  );

const colonne = z.strictObject({ conCuaf: euro, senzaCuaf: euro });

const fascia = z
  .strictObject({
    numero: intero(1, 4).transform((numero) => numero as NumeroFascia),
    oltre: euro.optional(),
    finoA: euro.optional(),
    convenzionale: euro,
    contributo: colonne,
    tempoDeterminato: colonne.optional(),
    quotaLavoratore: euro,
  })
  .transform((letta): Fascia => togliAssenti(letta));

const componenti = z.record(z.enum(['pensione', 'disoccupazione', 'inail', 'fondoGaranziaTfr']), numeroEsatto);

const aliquote = z
  .strictObject({
    conCuaf: numeroEsatto,
    senzaCuaf: numeroEsatto,
    addizionaleTempoDeterminato: numeroEsatto.optional(),
    certezza: z.strictObject({ conCuaf: certezza, senzaCuaf: certezza }),
    componenti: z.strictObject({ conCuaf: componenti, senzaCuaf: componenti }).optional(),
  })
  .transform((lette): NonNullable<TabellaAnno['aliquote']> => togliAssenti(lette));

const vittoAlloggio = z
  .strictObject({
    pranzo: numeroEsatto.optional(),
    cena: numeroEsatto.optional(),
    alloggio: numeroEsatto.optional(),
    totale: numeroEsatto,
    fontiViste: intero(1, 99),
  })
  .transform((letto): NonNullable<TabellaAnno['vittoAlloggio']> => togliAssenti(letto));

/** A published table is never rewritten: what proves wrong later is a new entry here, with the day and the reason. */
const correzione = z.strictObject({ annotataIl: giornoIso, cella, era: euro, vale: euro, motivo: testo, fonte });

/** A worked example: input as `calcola` takes it, amounts as a person checks them by hand. */
const esempio = z.strictObject({
  caso: testo,
  dati: z.strictObject({
    trimestre: testo,
    oreSettimanali: numeroEsatto,
    retribuzioneOrariaEffettiva: euro.optional(),
    senzaCuaf: siNo.default(false),
    tempoDeterminato: siNo.default(false),
  }),
  atteso: z.strictObject({
    settimane: intero(0, 14),
    ore: numeroEsatto,
    fascia: intero(1, 4),
    totale: euro,
    quotaLavoratore: euro,
    quotaDatore: euro,
  }),
});

/** `rules/anni/AAAA.yaml`. */
export const schemaAnno = z.strictObject({
  anno: intero(1990, 2199),
  circolare: z.strictObject({ numero: testo, data: giornoIso }).optional(),
  istat: z.strictObject({ percentuale: numeroEsatto, certezza }),
  aliquote: aliquote.optional(),
  fasce: z.tuple([fascia, fascia, fascia, fascia]),
  vittoAlloggio: vittoAlloggio.optional(),
  celleCalcolate: z.array(cella).default([]),
  scostamenti: z.array(z.strictObject({ cella, motivo: testo })).default([]),
  correzioni: z.array(correzione).default([]),
  note: z.array(testo).default([]),
  fonti,
  verificatoIl: giornoIso,
  esempi: z.array(esempio).default([]),
});

export type AnnoLetto = z.output<typeof schemaAnno>;
export type Correzione = AnnoLetto['correzioni'][number];
export type EsempioAnno = AnnoLetto['esempi'][number];
