import type { Reporter, TestModule } from 'vitest/node';

const QUANTI = 10;
/** A run of so few files is no whole run: who started it knows what it was about. */
const FILE_DI_UNA_CORSA_INTERA = 50;

/** At the end of a whole run, the files that took longest: where to look when the tests become slow. */
export default class SlowestFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length < FILE_DI_UNA_CORSA_INTERA) return;
    const piuLenti = modules
      .map((module) => ({ file: module.relativeModuleId, ms: totalMs(module) }))
      .sort((a, b) => b.ms - a.ms)
      .slice(0, QUANTI);
    const righe = piuLenti.map(({ file, ms }) => `${(ms / 1000).toFixed(1).padStart(8)} s  ${file}`);
    process.stdout.write(['', ` The ${QUANTI} slowest files`, ...righe, ''].join('\n'));
  }
}

function totalMs(module: TestModule): number {
  const { duration, collectDuration, setupDuration, prepareDuration } = module.diagnostic();
  return duration + collectDuration + setupDuration + prepareDuration;
}
