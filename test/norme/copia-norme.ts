import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ErroreNorme } from '../../src/norme/errore-norme.ts';
import { packagePath } from '../../src/valori/package-root.ts';

/** An empty folder that goes away with the test. */
export function cartellaVuota(): string {
  const dir = mkdtempSync(join(tmpdir(), 'norme-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  return dir;
}

/** A copy of the rules with the tables of a few years: to read all of them for each fault would take too long. */
export function copiaNorme(anni: readonly number[] = [2020]): string {
  const dir = cartellaVuota();
  mkdirSync(join(dir, 'anni'));
  const generali = readdirSync(packagePath('rules')).filter((nome) => nome.endsWith('.yaml'));
  for (const file of [...generali, ...anni.map((anno) => `anni/${anno}.yaml`)]) {
    copyFileSync(packagePath('rules', file), join(dir, file));
  }
  return dir;
}

/** Writes one file of the rules with `da`, which must be there, become `a`. */
export function guasta(dir: string, file: string, da: string, a: string): void {
  const testo = readFileSync(packagePath('rules', file), 'utf8');
  if (!testo.includes(da)) throw new Error(`${file} does not say: ${da}`);
  mkdirSync(join(dir, 'anni'), { recursive: true });
  writeFileSync(join(dir, file), testo.replace(da, a));
}

/** File, field and sentence with which rules are refused. */
export function rifiuto(leggi: () => unknown): { file: string; campo: string | undefined; frase: string } {
  try {
    leggi();
  } catch (errore) {
    if (!(errore instanceof ErroreNorme)) throw errore;
    return { file: errore.file, campo: errore.campo, frase: errore.message };
  }
  throw new Error('the rules were accepted');
}
