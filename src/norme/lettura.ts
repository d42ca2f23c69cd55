import type { z } from 'zod';
import { ErroreNorme } from './errore-norme.ts';
import { leggiYaml } from './file-norme.ts';

/**
 * Reads one rule file: YAML failsafe (every scalar is text, duplicate keys refused), then the strict schema.
 * @throws ErroreNorme naming file, key and reason of the first thing wrong
 */
export function leggiNorma<S extends z.ZodType>(dir: string, file: string, schema: S): z.output<S> {
  const esito = schema.safeParse(leggiYaml(dir, file), { error: inItaliano });
  if (esito.success) return esito.data;
  // A misspelt key shows up both as unknown and as missing: the unknown one tells what to mend.
  const difetti = esito.error.issues as [z.core.$ZodIssue, ...z.core.$ZodIssue[]];
  const sconosciuta = difetti.find((difetto) => difetto.code === 'unrecognized_keys');
  if (sconosciuta !== undefined) {
    throw new ErroreNorme(file, [...sconosciuta.path, sconosciuta.keys[0]].join('.'), 'chiave sconosciuta');
  }
  throw new ErroreNorme(file, difetti[0].path.join('.'), difetti[0].message);
}

const MOTIVI: Partial<Record<string, string>> = {
  invalid_union: 'non è uno dei casi previsti',
  too_small: 'il numero di voci non è quello atteso',
  too_big: 'il numero di voci non è quello atteso',
};

function inItaliano(difetto: z.core.$ZodRawIssue): string {
  if (difetto.input === undefined) return 'manca';
  if (difetto.code === 'invalid_value') return `serve uno di questi valori: ${difetto.values.join(', ')}`;
  return MOTIVI[difetto.code] ?? 'non ha la forma attesa';
}
