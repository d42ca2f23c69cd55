import { z } from 'zod';
import { euro, fonti, giornoIso, intero, numeroEsatto, testo } from './campi.ts';

const madri = z.strictObject({
  codice: z.literal('madri-2022'),
  nome: testo,
  rientroDal: giornoIso,
  rientroAl: giornoIso,
  durataMesi: intero(1, 60),
  percentuale: numeroEsatto,
  fonti,
  avvertenza: testo,
});

const over80 = z.strictObject({
  codice: z.literal('over-80'),
  nome: testo,
  assunzioniDal: giornoIso,
  assunzioniAl: giornoIso,
  durataMesi: intero(1, 60),
  tettoTrimestre: euro,
  tettoAnno: euro,
  iseeMassimo: euro,
  /** Months before the hiring without a rapporto between the same persons. */
  mesiSenzaRapporto: intero(1, 60),
  fonti,
  avvertenza: testo,
  requisiti: testo,
});

/** `rules/sgravi.yaml`: reliefs that somebody must ask for. */
export const schemaSgravi = z.strictObject({
  madri,
  over80,
  /** Known, and not computed: no figure was found. */
  nonCalcolati: z.array(
    z.strictObject({ codice: z.literal('posticipo-pensione'), nome: testo, avvertenza: testo, fonti }),
  ),
  verificatoIl: giornoIso,
  esempi: z.array(z.strictObject({ caso: testo, quota: euro, esonero: euro })).default([]),
});

export type RegoleSgravi = z.output<typeof schemaSgravi>;
