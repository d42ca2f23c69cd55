interface Punto {
  readonly x: number;
  readonly y: number;
}

/** The corners of a code as it lies on the page. */
export interface Posto {
  readonly topLeft: Punto;
  readonly topRight: Punto;
  readonly bottomLeft: Punto;
  readonly bottomRight: Punto;
}

interface Disposto<T> {
  readonly cosa: T;
  readonly x: number;
  readonly y: number;
  readonly alto: number;
}

/** Things on a page from the top down, and left to right where they stand side by side: within half of one's height. */
export function inOrdineDiLettura<T>(cose: readonly T[], postoDi: (cosa: T) => Posto): T[] {
  const righe: Disposto<T>[][] = [];
  for (const uno of cose.map((cosa) => place(cosa, postoDi(cosa))).sort((a, b) => a.y - b.y)) {
    const riga = righe.at(-1);
    const primo = riga?.[0];
    if (riga === undefined || primo === undefined || uno.y - primo.y > primo.alto / 2) righe.push([uno]);
    else riga.push(uno);
  }
  return righe.flatMap((riga) => riga.sort((a, b) => a.x - b.x).map(({ cosa }) => cosa));
}

function place<T>(cosa: T, { topLeft, topRight, bottomLeft, bottomRight }: Posto): Disposto<T> {
  const angoli = [topLeft, topRight, bottomLeft, bottomRight];
  const x = Math.min(...angoli.map((angolo) => angolo.x));
  const y = Math.min(...angoli.map((angolo) => angolo.y));
  return { cosa, x, y, alto: Math.max(...angoli.map((angolo) => angolo.y)) - y };
}
