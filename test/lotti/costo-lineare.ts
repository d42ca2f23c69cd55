/** Sizes over which a parser is tried. */
const GRANDEZZE = [10_000, 20_000, 40_000, 80_000];
/** How much more than eight times the work eight times the size may cost: a quadratic parser costs sixty-four. */
const MARGINE = 2.5;
/** Below this a measure is noise, in milliseconds of processor. */
const RUMORE_MS = 10;
const GIRI = 3;

/**
 * Processor time (not the clock's: other programs do not count) of `prova` at the largest size, as a share of what a linear
 * parser may take: more than 1 is quadratic or worse. The least of three runs.
 */
export async function costoOltreIlLineare(prova: (grandezza: number) => unknown): Promise<number> {
  const costi: number[] = [];
  for (const grandezza of GRANDEZZE) {
    let minimo = Number.POSITIVE_INFINITY;
    for (let giro = 0; giro < GIRI; giro++) {
      const prima = process.cpuUsage();
      await prova(grandezza);
      const { user, system } = process.cpuUsage(prima);
      minimo = Math.min(minimo, (user + system) / 1000);
    }
    costi.push(minimo);
  }
  const [piccolo = 0] = costi;
  const volte = (GRANDEZZE.at(-1) ?? 0) / (GRANDEZZE[0] ?? 1);
  return (costi.at(-1) ?? 0) / (volte * MARGINE * Math.max(piccolo, RUMORE_MS));
}
