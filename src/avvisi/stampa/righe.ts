import type { TypeFace } from '../pdf/font-file.ts';
import { lettersWithMarks } from '../pdf/shaped-face.ts';

const MM_PER_PUNTO = 25.4 / 72;
/** Text that does not fit shrinks by this much at a time, points. */
const PASSO = 0.5;
const PUNTINI = '…';
/** Distance of baselines as a multiple of the type size, as measured on the 2018 model's paragraphs (8 pt, 3.39 mm). */
const INTERLINEA = 1.2;

/** Where a text may stand. Millimetres and points. */
export type Area = {
  readonly larghezza: number;
  readonly corpo: number;
  /** Smallest size before the text is cut. */
  readonly corpoMinimo: number;
  /** Distance of baselines as a multiple of the type size; 1.2 when not said. */
  readonly interlinea?: number;
} & (
  | { readonly righe: number }
  /** As many lines as stand within this height, from the first baseline to the last. */
  | { readonly altezza: number }
);

/** Text set in its area. */
export interface TestoComposto {
  readonly corpo: number;
  readonly righe: readonly string[];
  /** True when even at the smallest size the end had to be left out (an ellipsis stands for it). */
  readonly tagliato: boolean;
}

/** Distance of the baselines of a paragraph, millimetres. */
export function interlinea(corpo: number, multiplo = INTERLINEA): number {
  return corpo * multiplo * MM_PER_PUNTO;
}

/** Width of a line, millimetres. */
export function larghezzaMm(font: TypeFace, corpo: number, testo: string): number {
  return (font.advance(testo) / 1000) * corpo * MM_PER_PUNTO;
}

/**
 * The overflow rule of every free text: lines are broken at spaces (and where the text says so); what does not fit shrinks
 * half a point at a time down to the area's smallest size; what does not fit then ends with an ellipsis. Codes and amounts
 * never come here.
 */
export function componi(font: TypeFace, testo: string, area: Area): TestoComposto {
  for (let corpo = area.corpo; corpo > area.corpoMinimo; corpo -= PASSO) {
    const righe = breakLines(font, corpo, testo, area.larghezza);
    if (righe.length <= linesAllowed(area, corpo)) return { corpo, righe, tagliato: false };
  }
  const corpo = area.corpoMinimo;
  const righe = breakLines(font, corpo, testo, area.larghezza);
  const quante = linesAllowed(area, corpo);
  if (righe.length <= quante) return { corpo, righe, tagliato: false };
  const tenute = righe.slice(0, quante);
  const ultima = cutLine(font, corpo, tenute.at(-1) ?? '', area.larghezza);
  return { corpo, righe: [...tenute.slice(0, -1), ultima], tagliato: true };
}

function linesAllowed(area: Area, corpo: number): number {
  if ('righe' in area) return area.righe;
  return 1 + Math.floor(area.altezza / interlinea(corpo, area.interlinea) + 1e-6);
}

function breakLines(font: TypeFace, corpo: number, testo: string, larghezza: number): string[] {
  return testo.split('\n').flatMap((riga) => breakLine(font, corpo, riga, larghezza));
}

function breakLine(font: TypeFace, corpo: number, testo: string, larghezza: number): string[] {
  if (larghezzaMm(font, corpo, testo) <= larghezza) return [testo];
  const righe: string[] = [];
  let riga = '';
  for (const parola of testo.split(' ').flatMap((p) => breakWord(font, corpo, p, larghezza))) {
    const piena = riga === '' ? parola : `${riga} ${parola}`;
    if (riga === '' || larghezzaMm(font, corpo, piena) <= larghezza) {
      riga = piena;
    } else {
      righe.push(riga);
      riga = parola;
    }
  }
  return [...righe, riga];
}

/** A word wider than the area is broken where the area ends. */
function breakWord(font: TypeFace, corpo: number, parola: string, larghezza: number): string[] {
  if (larghezzaMm(font, corpo, parola) <= larghezza) return [parola];
  const pezzi: string[] = [];
  let pezzo = '';
  for (const lettera of lettersWithMarks(parola)) {
    if (pezzo !== '' && larghezzaMm(font, corpo, pezzo + lettera) > larghezza) {
      pezzi.push(pezzo);
      pezzo = '';
    }
    pezzo += lettera;
  }
  return [...pezzi, pezzo];
}

function cutLine(font: TypeFace, corpo: number, riga: string, larghezza: number): string {
  let lettere = lettersWithMarks(riga);
  while (lettere.length > 0 && larghezzaMm(font, corpo, lettere.join('').trimEnd() + PUNTINI) > larghezza) {
    lettere = lettere.slice(0, -1);
  }
  return lettere.join('').trimEnd() + PUNTINI;
}
