/** A square symbol: `moduli[riga * lato + colonna]` is 1 where the module is dark. No quiet zone. */
export interface Matrice {
  readonly lato: number;
  readonly moduli: Uint8Array;
}

/** Numbers up to the side of the largest symbol as text, made once: a notice has almost a thousand rectangles. */
const NUMERI = Array.from({ length: 65 }, (_, n) => String(n));
const DA = NUMERI.map((n) => `${n} `);
const LUNGO = NUMERI.map((n) => `${n} 1 re\n`);

/**
 * The dark modules as PDF rectangles in a space of one unit a module, first row at 0: `x y width 1 re`. Runs along a row are
 * one rectangle.
 */
export function matrixPath(matrice: Matrice): string {
  let path = '';
  eachRun(matrice, (riga, inizio, lungo) => {
    path += `${DA[inizio]}${DA[riga]}${LUNGO[lungo]}`;
  });
  return path;
}

/**
 * The symbol as the `d` of an SVG path, one unit a module, moved by `margine` modules: the view box is then
 * `lato + 2 × margine` wide.
 */
export function svgPath(matrice: Matrice, margine: number): string {
  let path = '';
  eachRun(matrice, (riga, inizio, lungo) => {
    path += `M${inizio + margine} ${riga + margine}h${lungo}v1h-${lungo}z`;
  });
  return path;
}

/** Every run of dark modules along a row, from the top left. */
function eachRun({ lato, moduli }: Matrice, each: (riga: number, inizio: number, lungo: number) => void): void {
  for (let riga = 0; riga < lato; riga++) {
    const da = riga * lato;
    for (let colonna = 0; colonna < lato; colonna++) {
      if (moduli[da + colonna] === 0) continue;
      const inizio = colonna;
      while (colonna < lato && moduli[da + colonna] === 1) colonna++;
      each(riga, inizio, colonna - inizio);
    }
  }
}
