import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { lamenti } from '../../valori/zod-in-italiano.ts';
import type { StazioneSimulata } from '../opzioni.ts';

const url = z.url({ protocol: /^https?$/ });
/** A station as people write it. */
export const stazione = z.strictObject({
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
  segregazioni: z
    .array(z.string().regex(/^\d{2}$/, 'due cifre'))
    .min(1)
    .optional(),
  urlRitorno: url,
  segreto: z.string().optional(),
  ibanCensiti: z.array(z.string()).optional(),
});

const file = z.strictObject({
  stazioni: z.array(stazione, 'stazioni: un elenco').min(1, 'stazioni: almeno una'),
});

/**
 * The stations of `--stazioni`: every creditor the node serves.
 * @throws ErroreDati `file-stazioni`, naming the file, the station and the field
 */
export function leggiFileStazioni(nome: string): readonly StazioneSimulata[] {
  const letto = file.safeParse(leggiYaml(nome, 'file-stazioni'));
  if (!letto.success) throw new ErroreDati('file-stazioni', { file: nome, motivo: lamenti(letto.error) });
  const stazioni = letto.data.stazioni as readonly StazioneSimulata[];
  const viste = new Set<string>();
  for (const { stazione: id } of stazioni) {
    if (viste.has(id)) throw new ErroreDati('file-stazioni/stazione-doppia', { file: nome, id });
    viste.add(id);
  }
  return stazioni;
}

/** @throws ErroreDati `codice` when the file cannot be read or is no YAML */
export function leggiYaml(nome: string, codice: 'file-stazioni' | 'file-psp' | 'file-scenari'): unknown {
  try {
    return parse(readFileSync(nome, 'utf8'), { schema: 'failsafe' });
  } catch (errore) {
    const motivo = errore instanceof Error ? errore.message : String(errore);
    throw new ErroreDati(codice, { file: nome, motivo });
  }
}
