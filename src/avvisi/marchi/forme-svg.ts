import { marchioNonValido } from './marchio-non-valido.ts';
import { misura } from './stile-svg.ts';

/** The outline of a shape as a path; undefined for what is not a shape. @throws ErroreDati `marchio-non-valido` */
export function tracciatoDi(nome: string, attributo: (nome: string) => string | undefined): string | undefined {
  const n = (chiave: string, altrimenti = 0): number => {
    const scritto = attributo(chiave);
    if (scritto === undefined || scritto === 'auto') return altrimenti;
    const valore = misura(scritto);
    if (valore !== undefined) return valore;
    throw marchioNonValido(
      `l’SVG ha in <${nome}> ${chiave}="${scritto.slice(0, 20)}": le misure delle forme sono numeri, senza percentuali né unità`,
    );
  };
  switch (nome) {
    case 'path':
      return attributo('d') ?? '';
    case 'rect':
      return rettangolo(n('x'), n('y'), n('width'), n('height'), n('rx', n('ry')), n('ry', n('rx')));
    case 'circle':
      return ellisse(n('cx'), n('cy'), n('r'), n('r'));
    case 'ellipse':
      return ellisse(n('cx'), n('cy'), n('rx'), n('ry'));
    case 'line':
      return `M${n('x1')} ${n('y1')}L${n('x2')} ${n('y2')}`;
    case 'polyline':
      return `M${attributo('points') ?? '0 0'}`;
    case 'polygon':
      return `M${attributo('points') ?? '0 0'}Z`;
    default:
      return undefined;
  }
}

function rettangolo(x: number, y: number, l: number, a: number, rx: number, ry: number): string {
  if (rx === 0 || ry === 0) return `M${x} ${y}h${l}v${a}h${-l}Z`;
  const [p, q] = [Math.min(rx, l / 2), Math.min(ry, a / 2)];
  const arco = `a${p} ${q} 0 0 1`;
  return (
    `M${x + p} ${y}h${l - 2 * p}${arco} ${p} ${q}v${a - 2 * q}${arco} ${-p} ${q}` +
    `h${2 * p - l}${arco} ${-p} ${-q}v${2 * q - a}${arco} ${p} ${-q}Z`
  );
}

function ellisse(cx: number, cy: number, rx: number, ry: number): string {
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
}
