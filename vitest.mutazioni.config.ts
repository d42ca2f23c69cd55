import { defineConfig } from 'vitest/config';

/**
 * The tests that a mutant of the three rooms of the calculation must not survive; docs/mutanti.md tells what came of it.
 * Files share one worker, which lives for one mutant only: nothing passes from a mutant to the next.
 */
export default defineConfig({
  test: {
    include: ['test/{contributi,scadenze,norme,golden}/**/*.test.ts'],
    setupFiles: ['test/mutazioni.setup.ts'],
    isolate: false,
    env: { TZ: 'America/New_York', CASI_DI_PROVA: '300' },
  },
});
