import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { StazioneSimulata } from '../opzioni.ts';

const url = z.url({ protocol: /^https?$/ });
const stazione = z.strictObject({
  idDominio: z.string().regex(/^\d{11}$/, '11 cifre'),
  denominazione: z.string().min(1).max(70),
  intermediario: z.string().min(1).max(35),
  stazione: z.string().min(1).max(35),
  password: z.string().min(8).max(15),
  urlRt: url,
  urlAvvisi: url.optional(),
  versioneAvvisi: z
    .enum(['1', '2'])
    .transform((v) => (v === '2' ? 2 : 1))
    .optional(),
  urlAttivazione: url.optional(),
  urlRitorno: url,
  segreto: z.string().optional(),
  ibanCensiti: z.array(z.string()).optional(),
});

/** What `--scenari` holds: rules, and stations that are added to (or take the place of) those of the settings. */
export interface FileScenari {
  readonly regole: readonly unknown[];
  readonly stazioni: readonly StazioneSimulata[];
}

/**
 * @throws ErroreDati `file-scenari`, naming the file and what is wrong; rules are checked when they are loaded
 */
export function leggiFileScenari(file: string): FileScenari {
  const schema = z.strictObject({
    regole: z.array(z.unknown(), 'regole: un elenco').default([]),
    stazioni: z.array(stazione, 'stazioni: un elenco').default([]),
  });
  const letto = schema.safeParse(leggiYaml(file));
  if (!letto.success) throw new ErroreDati('file-scenari', `${file}: ${z.prettifyError(letto.error)}`);
  return { regole: letto.data.regole, stazioni: letto.data.stazioni as readonly StazioneSimulata[] };
}

/** The stations of the settings, less those the file redefines, and the file's. */
export function unisciStazioni(
  date: readonly StazioneSimulata[],
  delFile: readonly StazioneSimulata[],
): readonly StazioneSimulata[] {
  const ridefinite = new Set(delFile.map((una) => una.stazione));
  return [...delFile, ...date.filter((una) => !ridefinite.has(una.stazione))];
}

function leggiYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'), { schema: 'failsafe' });
  } catch (errore) {
    const perche = errore instanceof Error ? errore.message : String(errore);
    throw new ErroreDati('file-scenari', `${file}: ${perche}`);
  }
}
