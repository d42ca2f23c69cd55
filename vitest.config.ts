import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import SlowestFiles from './test/impianto/slowest-files.ts';

/** What computes and writes, without a database: the tests that one runs at every step. */
const PURI = [
  'test/{valori,norme,scadenze,contributi,anagrafe,prospetti,pagopa,golden,avvisi,impostazioni,testi,messaggi,ordine}/**/*.test.ts',
  'test/lotti/{csv,righe,xlsx,zip,modello}/**/*.test.ts',
];
const BROWSER = ['test/**/*.browser.test.ts', 'test/e2e/{accessibilita,lotti,pagamento}.test.ts'];
const POSTGRES = ['test/**/*.postgres.test.ts'];
/** What runs the command line as a process of its own. */
const COMANDI = ['test/cli/**/*.test.ts', 'test/e2e/stess{i-centesimi,e-parole}.test.ts'];

/** Where the counts go for the machine that asks for them (`.ci/run`). */
const resoconto = process.env['RESOCONTO_PROVE'];

const TUTTI = 'test/**/*.test.ts';
const IMPIANTO = 'test/impianto';

/** A group of test files, with what must stand before they run. */
function gruppo(name: string, file: { include: string[]; exclude?: string[] }, setup: readonly string[] = []) {
  return {
    extends: true as const,
    test: { name, ...file, globalSetup: setup.map((quale) => `${IMPIANTO}/${quale}.setup.ts`) },
  };
}

/**
 * Files share their worker's modules (importing them anew cost ten times the tests), and a group shares its browser, its
 * PostgreSQL, its build of the program; every test has its own database, folder, ports and browser context.
 */
export default defineConfig({
  test: {
    testTimeout: 180_000,
    hookTimeout: 120_000,
    pool: 'forks',
    isolate: false,
    // One more than the processors: much of the time a test waits for a child, a browser or a database.
    maxWorkers: Math.min(4, availableParallelism() + 1),
    env: { TZ: 'America/New_York' },
    setupFiles: [`${IMPIANTO}/semi.ts`],
    reporters: ['default', ...(resoconto === undefined ? [] : ['json']), new SlowestFiles()],
    ...(resoconto === undefined ? {} : { outputFile: { json: resoconto } }),
    projects: [
      gruppo('puri', { include: PURI }),
      gruppo('browser', { include: BROWSER }, ['browser']),
      gruppo('postgres', { include: POSTGRES }, ['postgres', 'programma']),
      gruppo('comandi', { include: COMANDI, exclude: POSTGRES }, ['programma']),
      gruppo('archivio', { include: [TUTTI], exclude: [...PURI, ...BROWSER, ...POSTGRES, ...COMANDI] }),
    ],
  },
});
