import { z } from 'zod';
import type { Giorno } from '../valori/giorno.ts';
import { fonte, fonti, giornoIso, intero, siNo, testo, togliAssenti } from './campi.ts';

/** A rule's days, both included; without `al` it still holds. */
export interface Validita {
  readonly dal: Giorno;
  readonly al?: Giorno | undefined;
}

const validita = { dal: giornoIso, al: giornoIso.optional() };

const finestra = z.strictObject({
  trimestre: intero(1, 4),
  mese: intero(1, 12),
  anniDopo: intero(0, 1),
  primoGiorno: intero(1, 31),
  ultimoGiorno: intero(1, 31),
  ...validita,
});

const festivita = z
  .strictObject({
    nome: testo,
    mese: intero(1, 12).optional(),
    giorno: intero(1, 31).optional(),
    giorniDopoPasqua: intero(-60, 100).optional(),
    fonte: fonte.optional(),
    ...validita,
  })
  .refine(
    ({ mese, giorno, giorniDopoPasqua }) =>
      giorniDopoPasqua === undefined
        ? mese !== undefined && giorno !== undefined
        : mese === undefined && giorno === undefined,
    'serve o mese e giorno, o giorniDopoPasqua',
  )
  .transform((letta) => togliAssenti(letta));

const sabato = z
  .strictObject({ spostato: siNo, discordi: siNo, fonti, avvertenza: testo.optional(), ...validita })
  .refine(
    ({ discordi, avvertenza }) => !discordi || avvertenza !== undefined,
    'se le fonti discordano serve l’avvertenza',
  );

const sospensione = z.strictObject({
  id: testo,
  nome: testo,
  territoriale: siNo,
  zona: testo.optional(),
  scadenzeDal: giornoIso,
  scadenzeAl: giornoIso,
  nuovaScadenza: giornoIso,
  nota: testo.optional(),
  fonti,
});

const esempio = z.strictObject({
  trimestre: testo,
  scadenza: giornoIso,
  perche: testo,
  giornoSicuro: giornoIso.optional(),
});

/** `rules/scadenze.yaml`: windows, holidays, the Saturday rule, suspensions. */
export const schemaScadenze = z.strictObject({
  finestre: z.array(finestra),
  fontiFinestre: fonti,
  cessazione: z.strictObject({
    giorni: intero(0, 90),
    fonti,
    nota: testo,
    /** An end whose week the next year pays, before its table is out: the other reading. */
    annoNuovo: z.strictObject({ giorniDallaTabella: intero(0, 90), fonti }),
  }),
  fontiFestivita: fonti,
  festivita: z.array(festivita),
  fontiSlittamento: fonti,
  sabato: z.array(sabato).min(1),
  sospensioni: z.array(sospensione),
  verificatoIl: giornoIso,
  esempi: z.array(esempio).default([]),
});

export type RegoleScadenze = z.output<typeof schemaScadenze>;
export type RegolaSabato = RegoleScadenze['sabato'][number];
export type Sospensione = RegoleScadenze['sospensioni'][number];
export type Festivita = RegoleScadenze['festivita'][number];

/** True when the rule holds on that day. */
export function vale(regola: Validita, giorno: Giorno): boolean {
  return regola.dal <= giorno && (regola.al === undefined || giorno <= regola.al);
}
