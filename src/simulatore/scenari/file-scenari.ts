import { z } from 'zod';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { lamenti } from '../../valori/zod-in-italiano.ts';
import type { StazioneSimulata } from '../opzioni.ts';
import { leggiYaml, stazione } from './file-stazioni.ts';

/** What `--scenari` holds: scenarios of one's own, rules, and stations that are added to (or take the place of) those of the settings. */
export interface FileScenari {
  /** Scenarios of one's own, by name. */
  readonly scenari: Readonly<Record<string, unknown>>;
  readonly regole: readonly unknown[];
  readonly stazioni: readonly StazioneSimulata[];
}

/**
 * @throws ErroreDati `file-scenari`, naming the file and what is wrong; rules are checked when they are loaded
 */
export function leggiFileScenari(file: string): FileScenari {
  const schema = z.strictObject({
    scenari: z.record(z.string(), z.unknown(), 'scenari: nomi con le loro facce').default({}),
    regole: z.array(z.unknown(), 'regole: un elenco').default([]),
    stazioni: z.array(stazione, 'stazioni: un elenco').default([]),
  });
  const letto = schema.safeParse(leggiYaml(file, 'file-scenari'));
  if (!letto.success) throw new ErroreDati('file-scenari', { file, motivo: lamenti(letto.error) });
  const { scenari, regole } = letto.data;
  return { scenari, regole, stazioni: letto.data.stazioni as readonly StazioneSimulata[] };
}

/** The stations of the settings, less those the file redefines, and the file's. */
export function unisciStazioni(
  date: readonly StazioneSimulata[],
  delFile: readonly StazioneSimulata[],
): readonly StazioneSimulata[] {
  const ridefinite = new Set(delFile.map((una) => una.stazione));
  return [...delFile, ...date.filter((una) => !ridefinite.has(una.stazione))];
}
