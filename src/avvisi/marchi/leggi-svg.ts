import { XmlElement } from 'libxml2-wasm';
import { nodiDi } from '../../pagopa/xml/albero.ts';
import { conDocumento } from '../../pagopa/xml/gate.ts';
import { XmlRifiutato } from '../../pagopa/xml/xml-rifiutato.ts';
import { tracciatoDi } from './forme-svg.ts';
import { marchioNonValido } from './marchio-non-valido.ts';
import type { Disegno } from './marchio.ts';
import { attributo, eredita, leggiClassi, STILE_INIZIALE, type Classi, type Stile } from './stile-svg.ts';
import { dipingi, ritaglio } from './tratti-svg.ts';

const BYTE_MASSIMI = 512 * 1024;
/** What says nothing to the eye by itself: who asks for what stands in `defs` (`use`, `url(#…)`) is refused by name. */
const MUTI: ReadonlySet<string> = new Set(['title', 'desc', 'metadata', 'namedview', 'style', 'defs']);

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
  const origine = [`translate(${-x} ${-y})`];
  const classi = leggiClassi(fogli(radice));
  // The root too may have a colour of its own.
  const stile = eredita(radice, { ...STILE_INIZIALE, trasformazioni: origine }, classi);
  const operatori = stile === undefined ? [] : collect(radice, stile, classi);
  if (operatori.length === 0) throw marchioNonValido('l’SVG non disegna nulla');
  return { tipo: 'vettoriale', larghezza, altezza, operatori: [ritaglio(larghezza, altezza), ...operatori].join('\n') };
}

function viewBox(radice: XmlElement): { x: number; y: number; larghezza: number; altezza: number } {
  const scritto = attributo(radice, 'viewBox')
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  const misure = ['width', 'height'].map((nome) => parseFloat(attributo(radice, nome) ?? ''));
  const [x = 0, y = 0, larghezza = 0, altezza = 0] = scritto ?? [0, 0, ...misure];
  if ([x, y, larghezza, altezza].some((n) => !Number.isFinite(n)) || larghezza <= 0 || altezza <= 0) {
    throw marchioNonValido('l’SVG non dice quanto è grande: serve viewBox, oppure width e height');
  }
  return { x, y, larghezza, altezza };
}

function collect(elemento: XmlElement, sopra: Stile, classi: Classi): string[] {
  return [...nodiDi(elemento)].flatMap((nodo) => {
    if (!(nodo instanceof XmlElement) || MUTI.has(nodo.name)) return [];
    const stile = eredita(nodo, sopra, classi);
    if (stile === undefined) return [];
    if (nodo.name === 'g') return collect(nodo, stile, classi);
    const tracciato = tracciatoDi(nodo.name, (nome) => attributo(nodo, nome));
    if (tracciato === undefined) {
      throw marchioNonValido(
        `l’SVG contiene <${nodo.name}>, che non si può stampare: convertire testi e immagini in tracciati, oppure dare un PNG`,
      );
    }
    const dipinto = dipingi(tracciato, stile);
    return dipinto === '' ? [] : [dipinto];
  });
}

/** The words of every `<style>`, wherever it stands. */
function fogli(elemento: XmlElement): string {
  return [...nodiDi(elemento)]
    .flatMap((nodo) => (nodo instanceof XmlElement ? [nodo.name === 'style' ? nodo.content : fogli(nodo)] : []))
    .join('\n');
}
