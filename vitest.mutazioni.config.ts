import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take seconds: a mutant that a quicker one kills never reaches them. */
const LENTI = /\/(?:proprieta|importi|norme)\.test\.ts$/;

/** The quickest files first, since the first test that fails ends the run of a mutant. */
class PrimaIVeloci extends BaseSequencer {
  override sort(file: TestSpecification[]): Promise<TestSpecification[]> {
    const peso = ({ moduleId }: TestSpecification): number => (LENTI.test(moduleId) ? 1 : 0);
    return Promise.resolve([...file].sort((a, b) => peso(a) - peso(b) || b.moduleId.localeCompare(a.moduleId)));
  }
}

/** Folders of tests; with `PROVE=test/prospetti/cessazione` those alone, for mutants that no other could kill. */
const PROVE = process.env['PROVE'] ?? 'test/contributi,test/scadenze,test/norme,test/prospetti,test/golden';

/**
 * The tests that a mutant of the rooms of the calculation must not survive; docs/mutanti.md tells what came of it.
 * Files share one worker, which lives for one mutant only: nothing passes from a mutant to the next.
 */
export default defineConfig({
  test: {
    include: PROVE.split(',').map((cartella) => `${cartella}/**/*.test.ts`),
    // Lines that note who passes them are several times as slow.
    testTimeout: 180_000,
    setupFiles: ['test/mutazioni.setup.ts'],
    isolate: false,
    // One setup file after the other: the runner's own, which turns the mutant on, before ours, which reads the rules.
    sequence: { sequencer: PrimaIVeloci, setupFiles: 'list' },
    env: { TZ: 'America/New_York', CASI_DI_PROVA: '300' },
  },
});
