/**
 * The kit's icons, without those that no page names (a name is a word between quotes).
 * @param tutte an SVG of `<symbol id="it-…">`
 * @param pagine texts of the pages and of what composes them
 */
export function iconeDelKit(tutte: string, pagine: readonly string[]): string {
  const parole = new Set(
    pagine.flatMap((testo) => [...testo.matchAll(/['"]([a-z-]+)['"]/g)].map(([, parola]) => parola)),
  );
  return tutte.replace(/<symbol id="it-([a-z0-9-]+)".*?<\/symbol>/g, (simbolo, nome: string) =>
    parole.has(nome) ? simbolo : '',
  );
}
