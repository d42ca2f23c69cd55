/** A square symbol: `moduli[riga * lato + colonna]` is 1 where the module is dark. No quiet zone. */
export interface Matrice {
  readonly lato: number;
  readonly moduli: Uint8Array;
}

/**
 * The dark modules as PDF rectangles in a space of one unit a module, first row at 0: `x y width 1 re`. Runs along a row are
 * one rectangle.
 */
export function matrixPath({ lato, moduli }: Matrice): string {
  let path = '';
  for (let riga = 0; riga < lato; riga++) {
    let colonna = 0;
    while (colonna < lato) {
      if (moduli[riga * lato + colonna] === 0) {
        colonna++;
        continue;
      }
      const inizio = colonna;
      while (colonna < lato && moduli[riga * lato + colonna] === 1) colonna++;
      path += `${inizio} ${riga} ${colonna - inizio} 1 re\n`;
    }
  }
  return path;
}

/**
 * The symbol as the `d` of an SVG path, one unit a module, moved by `margine` modules: the view box is then
 * `lato + 2 × margine` wide.
 */
export function svgPath({ lato, moduli }: Matrice, margine: number): string {
  let path = '';
  for (let riga = 0; riga < lato; riga++) {
    for (let colonna = 0; colonna < lato; colonna++) {
      if (moduli[riga * lato + colonna] === 0) continue;
      const inizio = colonna;
      while (colonna < lato && moduli[riga * lato + colonna] === 1) colonna++;
      const lungo = colonna - inizio;
      path += `M${inizio + margine} ${riga + margine}h${lungo}v1h-${lungo}z`;
    }
  }
  return path;
}
