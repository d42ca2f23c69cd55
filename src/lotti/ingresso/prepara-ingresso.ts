import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { GenereCella } from '../fogli/cartella.ts';
import { ErroriFoglio } from '../fogli/errore-foglio.ts';
import { foglioInCsv, type RigheNascoste } from '../fogli/foglio-in-csv.ts';
import { openOds } from '../ods/open-ods.ts';
import { openXlsx } from '../xlsx/open-xlsx.ts';
import { type Codifica, riconosciScrittura } from './codifica.ts';
import { type Genere, riconosci } from './riconosci.ts';
import { trascrivi } from './trascrivi.ts';

const CODIFICHE: Readonly<Record<Codifica, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252 (il «CSV» di Excel)',
  cp850: 'MS-DOS (CP850)',
  macintosh: 'Macintosh',
};

const visto = z.strictObject({
  righeNascoste: z.enum(['leggi', 'salta']),
  note: z.array(z.string()),
  generi: z.array(z.enum(['testo', 'numero', 'data']).nullable()),
});

/** A given file as UTF-8 text in lines. */
export interface Ingresso {
  /** The file itself where nothing had to change, else what was made of it. */
  readonly csv: string;
  /** What was understood of the file, what was not read; Italian sentences. */
  readonly note: readonly string[];
  /** Of a workbook, by place: what all the cells of a column are; null or missing where they differ. */
  readonly generi: readonly (GenereCella | null)[];
  /** Does away with what was made for the occasion, and only with that. */
  readonly remove: () => Promise<void>;
}

/** What to do with a file besides reading it. */
export interface ModoLettura {
  /** An earlier run may have left its copy. */
  readonly riprendi: boolean;
  readonly righeNascoste?: RigheNascoste | undefined;
}

/**
 * Makes a given file readable: a workbook's sheet and a text in another encoding are written anew beside the output, where they
 * stay until the end, so that a resumed run finds the same bytes.
 * @throws ErroreDati `file-di-altro-formato`, and those of workbooks
 */
export async function preparaIngresso(input: string, out: string, modo: ModoLettura): Promise<Ingresso> {
  const genere = await riconosci(input);
  const copia = `${out}.ingresso`;
  if (genere === 'testo') return asText(input, copia, modo);
  const accanto = `${copia}.json`;
  const righeNascoste = modo.righeNascoste ?? 'leggi';
  const lasciato = modo.riprendi && (await isNewer(copia, input)) ? await readJson(accanto) : undefined;
  const gia = lasciato?.righeNascoste === righeNascoste ? lasciato : undefined;
  const letto = gia ?? { righeNascoste, ...(await convert(genere, input, copia, righeNascoste)) };
  if (gia === undefined) await writeFile(accanto, JSON.stringify(letto));
  const { note, generi } = letto;
  return { csv: copia, note, generi, remove: () => removeAll(copia, accanto) };
}

async function asText(input: string, copia: string, { riprendi }: ModoLettura): Promise<Ingresso> {
  const scrittura = await riconosciScrittura(input);
  const { codifica, soloCr } = scrittura;
  if (codifica === 'utf-8' && !soloCr) return { csv: input, note: [], generi: [], remove: () => Promise.resolve() };
  if (!(riprendi && (await isNewer(copia, input)))) await trascrivi(input, copia, scrittura);
  const note = [
    ...(codifica === 'utf-8' ? [] : [`Il file è stato letto come ${CODIFICHE[codifica]}.`]),
    ...(soloCr ? ['Le righe del file finiscono come nei vecchi Macintosh (CR).'] : []),
  ];
  return { csv: copia, note, generi: [], remove: () => removeAll(copia) };
}

async function convert(genere: Exclude<Genere, 'testo'>, input: string, copia: string, nascoste: RigheNascoste) {
  const cartella = genere === 'xlsx' ? await openXlsx(input) : await openOds(input);
  try {
    return await foglioInCsv(cartella, copia, new ErroriFoglio(genere), nascoste);
  } finally {
    cartella.close();
  }
}

async function readJson(path: string): Promise<z.output<typeof visto> | undefined> {
  try {
    return visto.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

async function isNewer(file: string, than: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(file).catch(() => undefined), stat(than)]);
  return a !== undefined && a.mtimeMs > b.mtimeMs;
}

async function removeAll(...paths: string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true });
}
