import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { packagePath } from '../../src/valori/package-root.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The command line, built from today's sources: a JavaScript file. */
    programma: string;
  }
}

/** Builds the command line as it is shipped, once: hundreds of runs of it start in half the time. Types are checked elsewhere. */
export default function setup(project: TestProject): () => void {
  const cache = packagePath('node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const cartella = mkdtempSync(join(cache, 'trimestre-prova-'));
  const tsc = packagePath('node_modules', 'typescript', 'bin', 'tsc');
  const build = [tsc, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', cartella];
  execFileSync(process.execPath, build, { cwd: packagePath(), stdio: 'inherit' });
  project.provide('programma', join(cartella, 'src', 'cli', 'trimestre.js'));
  return () => rmSync(cartella, { recursive: true, force: true });
}
