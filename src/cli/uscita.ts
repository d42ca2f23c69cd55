import type { Passo } from '../valori/spiegazione.ts';

/** Writes a result for a program: indented JSON and a final newline. */
export function printJson(valore: unknown, dove: NodeJS.WritableStream = process.stdout): void {
  dove.write(`${JSON.stringify(valore, null, 2)}\n`);
}

/** Writes a result for a person. */
export function printLines(righe: readonly string[], dove: NodeJS.WritableStream = process.stdout): void {
  dove.write(`${righe.join('\n')}\n`);
}

/** Aligns columns with two spaces between; numbers (cells that start with a digit and end with one) go to the right. */
export function formatTable(intestazioni: readonly string[], righe: readonly (readonly string[])[]): string[] {
  const larghezze = intestazioni.map((titolo, i) =>
    Math.max(titolo.length, ...righe.map((riga) => (riga[i] ?? '').length)),
  );
  const render = (celle: readonly string[]): string =>
    celle
      .map((cella, i) =>
        /^[\d.,]+$/.test(cella) ? cella.padStart(larghezze[i] ?? 0) : cella.padEnd(larghezze[i] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [render(intestazioni), ...righe.map(render)];
}

/** The steps of an explained result, numbered, each with its source, and what one should know. */
export function describeSteps(passi: readonly Passo[], avvertenze: readonly string[]): string[] {
  return [
    ...passi.flatMap((passo, i) => [
      `${i + 1}. ${passo.etichetta}`,
      `   ${passo.formula} = ${passo.risultato}`,
      `   fonte: ${passo.fonte.titolo}`,
    ]),
    ...(avvertenze.length === 0 ? [] : ['', 'Da sapere:', ...avvertenze.map((testo) => `- ${testo}`)]),
  ];
}
