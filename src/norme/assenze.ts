import { z } from 'zod';
import { fonti, giornoIso, intero, testo } from './campi.ts';

const comune = { codice: testo, nome: testo };

/** Which part of an absence stays paid: all, none, its first calendar days, or what the contract gives for sickness. */
const tipo = z.discriminatedUnion('pagate', [
  z.strictObject({ ...comune, pagate: z.literal('tutte') }),
  z.strictObject({ ...comune, pagate: z.literal('nessuna') }),
  z.strictObject({ ...comune, pagate: z.literal('malattia') }),
  z.strictObject({ ...comune, pagate: z.literal('primi-giorni'), giorni: intero(1, 365) }),
]);

const validita = { dal: giornoIso, al: giornoIso.optional(), fonti };

const malattia = z.strictObject({
  ...validita,
  /** More than so many months of service: so many paid calendar days a year; the last that fits holds. */
  scaglioni: z.array(z.strictObject({ oltreMesi: intero(0, 600), giorni: intero(0, 365) })).min(1),
  note: testo,
});

const esempio = z.strictObject({ caso: testo, mesi: intero(0, 600), giorniPagati: intero(0, 365) });

/** `rules/assenze.yaml`: absences, public holidays and holidays of hourly workers, notice, suspension. */
export const schemaAssenze = z.strictObject({
  tipi: z.array(tipo).min(1),
  fonti,
  malattia: z.array(malattia).min(1),
  festivitaOrarie: z.array(z.strictObject({ ...validita, frazioneDellOrario: intero(1, 7) })).min(1),
  /** Of the weekly hours, for a day of holiday. */
  ferieOrarie: z.array(z.strictObject({ ...validita, frazioneDellOrario: intero(1, 7) })).min(1),
  /** The older reading: of the hours of the month before. */
  ferieDelMese: z.array(z.strictObject({ ...validita, divisore: intero(1, 31) })).min(1),
  preavviso: z.strictObject({ fonti }),
  sospensione: z.strictObject({ fonti }),
  verificatoIl: giornoIso,
  esempi: z.array(esempio).default([]),
});

export type RegoleAssenze = z.output<typeof schemaAssenze>;
export type TipoAssenza = RegoleAssenze['tipi'][number];
