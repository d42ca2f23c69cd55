import { XmlElement } from 'libxml2-wasm';
import svgpath from 'svgpath';
import { nodiDi } from '../../pagopa/xml/albero.ts';
import { conDocumento } from '../../pagopa/xml/gate.ts';
import { XmlRifiutato } from '../../pagopa/xml/xml-rifiutato.ts';
import { coloreSvg } from './colori-svg.ts';
import { tracciatoDi } from './forme-svg.ts';
import { marchioNonValido } from './marchio-non-valido.ts';
import type { Disegno } from './marchio.ts';

const BYTE_MASSIMI = 512 * 1024;
/** What says nothing to the eye. */
const MUTI: ReadonlySet<string> = new Set(['title', 'desc', 'metadata', 'namedview']);
/** What would change the drawing if it were left out. */
const RIFIUTATI = ['clip-path', 'mask', 'filter', 'opacity', 'fill-opacity', 'stroke-opacity', 'stroke-dasharray'];

/** What an element hands down to those inside it. */
interface Stile {
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly evenOdd: boolean;
  /** Transforms, from the outermost. */
  readonly trasformazioni: readonly string[];
}

/**
 * Reads an SVG made of shapes in plain colours, which is what logos are; everything else is refused by name, never left out.
 * @throws ErroreDati `marchio-non-valido`
 */
export function leggiSvg(contenuto: Uint8Array): Disegno {
  try {
    return conDocumento(contenuto, { byteMassimi: BYTE_MASSIMI }, (documento) => toDisegno(documento.root));
  } catch (errore) {
    if (!(errore instanceof XmlRifiutato)) throw errore;
    throw marchioNonValido(
      errore.motivo === 'doctype' ? 'l’SVG ha un DOCTYPE: toglierlo' : 'il file non è un SVG che si legga',
    );
  }
}

function toDisegno(radice: XmlElement): Disegno {
  if (radice.name !== 'svg') throw marchioNonValido('il file non è un SVG che si legga');
  const { x, y, larghezza, altezza } = viewBox(radice);
  const operatori: string[] = [];
  const stile = { fill: 'black', stroke: 'none', strokeWidth: 1, evenOdd: false };
  collect(radice, { ...stile, trasformazioni: [`translate(${-x} ${-y})`] }, operatori);
  if (operatori.length === 0) throw marchioNonValido('l’SVG non disegna nulla');
  return { tipo: 'vettoriale', larghezza, altezza, operatori: operatori.join('\n') };
}

function viewBox(radice: XmlElement): { x: number; y: number; larghezza: number; altezza: number } {
  const scritto = attribute(radice, 'viewBox')
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  const misure = ['width', 'height'].map((nome) => parseFloat(attribute(radice, nome) ?? ''));
  const [x = 0, y = 0, larghezza = 0, altezza = 0] = scritto ?? [0, 0, ...misure];
  if ([x, y, larghezza, altezza].some((n) => !Number.isFinite(n)) || larghezza <= 0 || altezza <= 0) {
    throw marchioNonValido('l’SVG non dice quanto è grande: serve viewBox, oppure width e height');
  }
  return { x, y, larghezza, altezza };
}

function collect(elemento: XmlElement, sopra: Stile, operatori: string[]): void {
  for (const nodo of nodiDi(elemento)) {
    if (!(nodo instanceof XmlElement) || MUTI.has(nodo.name)) continue;
    if (nodo.name === 'defs' && nodo.firstChild === null) continue;
    const stile = inherit(nodo, sopra);
    if (nodo.name === 'g') {
      collect(nodo, stile, operatori);
      continue;
    }
    const tracciato = tracciatoDi(nodo.name, (nome) => attribute(nodo, nome));
    if (tracciato === undefined) {
      throw marchioNonValido(
        `l’SVG contiene <${nodo.name}>, che non si può stampare: convertire testi e immagini in tracciati, oppure dare un PNG`,
      );
    }
    const dipinto = paint(tracciato, stile);
    if (dipinto !== '') operatori.push(dipinto);
  }
}

function inherit(elemento: XmlElement, sopra: Stile): Stile {
  const proprieta = styleOf(elemento);
  for (const nome of RIFIUTATI) {
    const valore = proprieta(nome);
    if (valore !== undefined && !['none', '1'].includes(valore.trim())) {
      throw marchioNonValido(`l’SVG usa ${nome}, che non si può stampare: toglierlo, oppure dare un PNG`);
    }
  }
  const trasformazione = attribute(elemento, 'transform');
  const larga = proprieta('stroke-width');
  const regola = proprieta('fill-rule');
  return {
    fill: proprieta('fill') ?? sopra.fill,
    stroke: proprieta('stroke') ?? sopra.stroke,
    strokeWidth: larga === undefined ? sopra.strokeWidth : parseFloat(larga),
    evenOdd: regola === undefined ? sopra.evenOdd : regola === 'evenodd',
    trasformazioni: trasformazione === undefined ? sopra.trasformazioni : [...sopra.trasformazioni, trasformazione],
  };
}

/** Properties from `style` first, then from attributes. */
function styleOf(elemento: XmlElement): (nome: string) => string | undefined {
  const scritte = new Map(
    (attribute(elemento, 'style') ?? '')
      .split(';')
      .map((voce) => voce.split(':').map((parte) => parte.trim()))
      .map(([nome = '', valore = '']) => [nome, valore]),
  );
  return (nome) => scritte.get(nome) ?? attribute(elemento, nome);
}

function attribute(elemento: XmlElement, nome: string): string | undefined {
  return elemento.attr(nome)?.content;
}

function paint(tracciato: string, stile: Stile): string {
  const [fill, stroke] = [coloreSvg(stile.fill), coloreSvg(stile.stroke)];
  if (fill === undefined && stroke === undefined) return '';
  // Of several transforms the innermost comes first to the point.
  const percorso = [...stile.trasformazioni].reverse().reduce((p, t) => p.transform(t), svgpath(tracciato));
  const linee = toOperators(percorso.abs().unshort().unarc());
  const pieno = fill === undefined ? '' : `${fill.map(decimal).join(' ')} sc `;
  const largo = stroke === undefined ? '' : `${stroke.map(decimal).join(' ')} SC ${decimal(stile.strokeWidth)} w `;
  const tutto = fill !== undefined && stroke !== undefined ? 'B' : fill !== undefined ? 'f' : 'S';
  return `${pieno}${largo}${linee} ${tutto}${stile.evenOdd && tutto !== 'S' ? '*' : ''}`;
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
