import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { packagePath } from '../../valori/package-root.ts';

export const LINGUE = ['it', 'en', 'de'] as const;
export type Lingua = (typeof LINGUE)[number];

/** Texts of one language by dotted key; `{nome}` stands for a value. */
export type Testi = Readonly<Record<string, string>>;

export function isLingua(testo: unknown): testo is Lingua {
  return LINGUE.some((lingua) => lingua === testo);
}

const testi = z.record(z.string(), z.string());

/** The message catalogues: for citizens and for the operator, each a file a language, all with the same keys. */
export function loadTesti(): Readonly<Record<Lingua, Testi>> {
  return { it: carica('it'), en: carica('en'), de: carica('de') };
}

/** A text with its values put in; a missing key is a program error, never an empty place on a page. */
export function testo(testi: Testi, chiave: string, valori: Readonly<Record<string, string | number>> = {}): string {
  const modello = testi[chiave];
  if (modello === undefined) throw new Error(`the simulator's catalogue lacks «${chiave}»`);
  return modello.replace(/\{(\w+)\}/g, (_tutto, nome: string) => String(valori[nome] ?? ''));
}

function carica(lingua: Lingua): Testi {
  const file = [`${lingua}.yaml`, `amministrazione.${lingua}.yaml`];
  const letti = file.map((nome) => readFileSync(packagePath('templates', 'simulatore', 'testi', nome), 'utf8'));
  return Object.assign({}, ...letti.map((uno) => testi.parse(parse(uno, { schema: 'failsafe' })))) as Testi;
}
