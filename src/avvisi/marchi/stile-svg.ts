import type { XmlElement } from 'libxml2-wasm';
import { marchioNonValido } from './marchio-non-valido.ts';

/** What would change the drawing if it were left out. */
const RIFIUTATI = ['clip-path', 'mask', 'filter', 'opacity', 'fill-opacity', 'stroke-opacity', 'stroke-dasharray'];

/** Properties by name, as a `style` writes them. */
type Proprieta = ReadonlyMap<string, string>;

/** The rules of a drawing's `<style>`, by the name of their class. */
export type Classi = ReadonlyMap<string, Proprieta>;

/** What an element hands down to those inside it. */
export interface Stile {
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  /** Operands of PDF's J, j and M: how lines end, join, and how far a join reaches. */
  readonly estremi: number;
  readonly giunti: number;
  readonly spigolo: number;
  readonly evenOdd: boolean;
  /** Transforms, from the outermost. */
  readonly trasformazioni: readonly string[];
}

/** As SVG begins. */
export const STILE_INIZIALE: Omit<Stile, 'trasformazioni'> = {
  fill: 'black',
  stroke: 'none',
  strokeWidth: 1,
  estremi: 0,
  giunti: 0,
  spigolo: 4,
  evenOdd: false,
};

const ESTREMI: Readonly<Record<string, number>> = { butt: 0, round: 1, square: 2 };
const GIUNTI: Readonly<Record<string, number>> = { miter: 0, round: 1, bevel: 2 };

/** What an element's own properties make of those handed down; undefined where it is not drawn. @throws ErroreDati `marchio-non-valido` */
export function eredita(elemento: XmlElement, sopra: Stile, classi: Classi): Stile | undefined {
  const proprieta = proprietaDi(elemento, classi);
  if (proprieta('display') === 'none') return undefined;
  for (const nome of RIFIUTATI) {
    const valore = proprieta(nome);
    if (valore !== undefined && !['none', '1'].includes(valore)) throw nonSiStampa(nome);
  }
  if (!['visible', undefined].includes(proprieta('visibility'))) throw nonSiStampa('visibility');
  const uno = <T>(nome: string, di: (valore: string) => T | undefined, altrimenti: T): T => {
    const valore = proprieta(nome);
    if (valore === undefined) return altrimenti;
    const letto = di(valore);
    if (letto === undefined) throw nonSiStampa(`${nome} «${valore.slice(0, 40)}»`);
    return letto;
  };
  const trasformazione = attributo(elemento, 'transform');
  return {
    fill: proprieta('fill') ?? sopra.fill,
    stroke: proprieta('stroke') ?? sopra.stroke,
    strokeWidth: uno('stroke-width', misura, sopra.strokeWidth),
    estremi: uno('stroke-linecap', (valore) => ESTREMI[valore], sopra.estremi),
    giunti: uno('stroke-linejoin', (valore) => GIUNTI[valore], sopra.giunti),
    spigolo: uno('stroke-miterlimit', misura, sopra.spigolo),
    evenOdd: uno('fill-rule', (valore) => valore === 'evenodd', sopra.evenOdd),
    trasformazioni: trasformazione === undefined ? sopra.trasformazioni : [...sopra.trasformazioni, trasformazione],
  };
}

/**
 * The rules of a `<style>`: those of one class each, as drawing programs write them.
 * @throws ErroreDati `marchio-non-valido`
 */
export function leggiClassi(css: string): Classi {
  const classi = new Map<string, Map<string, string>>();
  const resto = css.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/([^{}]+)\{([^{}]*)\}/g, (_, scelte: string, corpo) => {
    for (const scelta of scelte.split(',').map((una) => una.trim())) {
      const nome = /^\.([\w-]+)$/.exec(scelta)?.[1];
      if (nome === undefined) throw regolaDiStile(scelta);
      classi.set(nome, new Map([...(classi.get(nome) ?? []), ...dichiarazioni(String(corpo))]));
    }
    return '';
  });
  if (resto.trim() !== '') throw regolaDiStile(resto.trim());
  return classi;
}

/** A length in the drawing's own units; undefined for any other. */
export function misura(testo: string): number | undefined {
  const numero = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?:px)?$/i.exec(testo.trim());
  return numero === null ? undefined : Number(numero[1]);
}

export function attributo(elemento: XmlElement, nome: string): string | undefined {
  return elemento.attr(nome)?.content;
}

/** Properties from `style` first, then from the classes, the last rule before the others, then from attributes. */
function proprietaDi(elemento: XmlElement, classi: Classi): (nome: string) => string | undefined {
  const sue = (attributo(elemento, 'class') ?? '').trim().split(/\s+/);
  const regole = [...classi].filter(([nome]) => sue.includes(nome)).flatMap(([, regola]) => [...regola]);
  const scritte = new Map([...regole, ...dichiarazioni(attributo(elemento, 'style') ?? '')]);
  return (nome) => scritte.get(nome) ?? attributo(elemento, nome)?.trim();
}

function dichiarazioni(corpo: string): readonly (readonly [string, string])[] {
  return corpo.split(';').flatMap((voce) => {
    const [nome = '', ...valore] = voce.split(':');
    return nome.trim() === '' ? [] : [[nome.trim(), valore.join(':').trim()] as const];
  });
}

const nonSiStampa = (che: string) =>
  marchioNonValido(`l’SVG usa ${che}, che non si può stampare: toglierlo, oppure dare un PNG`);

const regolaDiStile = (scritta: string) =>
  marchioNonValido(
    `l’SVG ha in <style> «${scritta.slice(0, 40)}», che non si può leggere: esportarlo con gli attributi di presentazione (fill, stroke), oppure dare un PNG`,
  );
