import svgpath from 'svgpath';
import { coloreSvg } from './colori-svg.ts';
import { marchioNonValido } from './marchio-non-valido.ts';
import type { Stile } from './stile-svg.ts';

/**
 * An outline painted as its style says, in operators of a PDF page; empty where there is nothing to see.
 * @throws ErroreDati `marchio-non-valido`
 */
export function dipingi(tracciato: string, stile: Stile): string {
  const [fill, stroke] = [coloreSvg(stile.fill), coloreSvg(stile.stroke)];
  if (fill === undefined && stroke === undefined) return '';
  const linee = toOperators(transformed(tracciato, stile).abs().unshort().unarc());
  const pieno = fill === undefined ? '' : `${fill.map(decimal).join(' ')} sc `;
  const largo = stroke === undefined ? '' : `${stroke.map(decimal).join(' ')} SC ${penna(stile)}`;
  const tutto = fill !== undefined && stroke !== undefined ? 'B' : fill !== undefined ? 'f' : 'S';
  return `${pieno}${largo}${linee} ${tutto}${stile.evenOdd && tutto !== 'S' ? '*' : ''}`;
}

/** What stands outside the drawing's own frame is not printed over what is beside it. */
export function ritaglio(larghezza: number, altezza: number): string {
  return `0 0 ${decimal(larghezza)} ${decimal(altezza)} re W n`;
}

/** Of several transforms the innermost comes first to the point. */
function transformed(tracciato: string, { trasformazioni }: Stile): ReturnType<typeof svgpath> {
  return [...trasformazioni].reverse().reduce((percorso, t) => percorso.transform(t), svgpath(tracciato));
}

/** Lines grow with the drawing; a line that a transform makes broader one way than the other is refused. */
function penna(stile: Stile): string {
  const [a, b, c, d] = matrix(stile);
  const [primo, secondo] = [Math.hypot(a, b), Math.hypot(c, d)];
  const storto = Math.abs(primo - secondo) > 0.01 * primo || Math.abs(a * c + b * d) > 0.01 * primo * secondo;
  if (storto) {
    throw marchioNonValido(
      'l’SVG ha tratti deformati da una trasformazione: convertirli in tracciati, oppure dare un PNG',
    );
  }
  return `${decimal(stile.strokeWidth * primo)} w ${stile.estremi} J ${stile.giunti} j ${decimal(stile.spigolo)} M `;
}

/** Where the transforms take the two units, from where they take the origin. */
function matrix(stile: Stile): readonly [number, number, number, number] {
  const punti: (readonly [number, number])[] = [];
  transformed('M0 0L1 0L0 1', stile)
    .abs()
    .iterate(([, x = 0, y = 0]) => void punti.push([x, y]));
  const [[ox, oy] = [0, 0], [ax, ay] = [0, 0], [cx, cy] = [0, 0]] = punti;
  return [ax - ox, ay - oy, cx - ox, cy - oy];
}

/** Absolute lines and curves as PDF operators; a quadratic curve becomes a cubic one. */
function toOperators(percorso: ReturnType<typeof svgpath>): string {
  const parole: string[] = [];
  percorso.iterate(([comando, ...n], _, x, y) => {
    const [a = 0, b = 0, c = 0, d = 0] = n as number[];
    if (comando === 'M' || comando === 'L') parole.push(`${decimal(a)} ${decimal(b)} ${comando.toLowerCase()}`);
    else if (comando === 'H') parole.push(`${decimal(a)} ${decimal(y)} l`);
    else if (comando === 'V') parole.push(`${decimal(x)} ${decimal(a)} l`);
    else if (comando === 'C') parole.push(`${(n as number[]).map(decimal).join(' ')} c`);
    else if (comando === 'Q') {
      const cubica = [x + (2 * (a - x)) / 3, y + (2 * (b - y)) / 3, c + (2 * (a - c)) / 3, d + (2 * (b - d)) / 3, c, d];
      parole.push(`${cubica.map(decimal).join(' ')} c`);
    } else if (comando === 'Z' || comando === 'z') parole.push('h');
  });
  return parole.join(' ');
}

function decimal(n: number): string {
  if (!Number.isFinite(n)) throw marchioNonValido('l’SVG ha una misura che non è un numero');
  return String(Math.round(n * 10_000) / 10_000);
}
