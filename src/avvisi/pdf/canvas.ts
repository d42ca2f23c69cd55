import type { DocumentFont } from './embedded-font.ts';
import { pdfNumber, points } from './numbers.ts';

/** A4, millimetres. */
export const FOGLIO = { larghezza: 210, altezza: 297 } as const;

/** Name of the calibrated RGB in the resources of every page. */
export const COLOUR_SPACE = 'CR';

/**
 * Collects the operators of a page or of a shared drawing. Positions are millimetres from the top left corner of an A4
 * sheet, as the guide to the notice and its measured model give them; text is placed by its baseline. Grey: 0 black, 1 white.
 */
export class Canvas {
  #operators = '';

  /** The operators collected so far. */
  get operators(): string {
    return this.#operators;
  }

  /** Adds operators as they are. */
  raw(operators: string): void {
    this.#operators += operators;
  }

  /** One line of text. `size` in points. */
  text(font: DocumentFont, size: number, x: number, y: number, text: string): void {
    this.#operators += `BT${font.show(size, `${px(x)} ${py(y)} Td`, text)} ET\n`;
  }

  /** Text along a rising line: the turn is in degrees, counterclockwise around the start of the baseline. */
  slantedText(font: DocumentFont, size: number, x: number, y: number, degrees: number, text: string): void {
    const angle = (degrees * Math.PI) / 180;
    const [cos, sin] = [pdfNumber(Math.cos(angle)), pdfNumber(Math.sin(angle))];
    const matrix = `${cos} ${sin} ${pdfNumber(-Math.sin(angle))} ${cos} ${px(x)} ${py(y)}`;
    this.#operators += `BT${font.show(size, `${matrix} Tm`, text)} ET\n`;
  }

  /** The grey of what is filled from here on, text included. */
  fillGrey(grey: number): void {
    this.#operators += `${pdfNumber(grey)} g\n`;
  }

  /** Grey and width (points) of the lines drawn from here on. */
  stroke(grey: number, width: number): void {
    this.#operators += `${pdfNumber(grey)} G ${pdfNumber(width)} w\n`;
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.#operators += `${this.#box(x, y, width, height)} re f\n`;
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.#operators += `${this.#box(x, y, width, height)} re S\n`;
  }

  /** A line through these points. */
  line(...through: readonly (readonly [number, number])[]): void {
    const path = through.map(([x, y], i) => `${px(x)} ${py(y)} ${i === 0 ? 'm' : 'l'}`).join(' ');
    this.#operators += `${path} S\n`;
  }

  /** A circle's outline, or the disc when `filled`: four Bézier arcs. */
  circle(x: number, y: number, radius: number, filled = false): void {
    const k = radius * 0.5523;
    const arc = (...c: readonly [number, number, number, number, number, number]): string =>
      `${px(x + c[0])} ${py(y + c[1])} ${px(x + c[2])} ${py(y + c[3])} ${px(x + c[4])} ${py(y + c[5])} c`;
    this.#operators += [
      `${px(x + radius)} ${py(y)} m`,
      arc(radius, k, k, radius, 0, radius),
      arc(-k, radius, -radius, k, -radius, 0),
      arc(-radius, -k, -k, -radius, 0, -radius),
      arc(k, -radius, radius, -k, radius, 0),
      filled ? 'f\n' : 's\n',
    ].join(' ');
  }

  /**
   * Dark modules of a symbol as one filled path: vector, one fill, so no seams between modules.
   * @param path rectangles in modules from the top left (`matrixPath`)
   * @param module side of a module, millimetres
   */
  symbol(path: string, x: number, y: number, module: number): void {
    const side = pdfNumber(points(module));
    this.#operators += `q 0 g ${side} 0 0 -${side} ${px(x)} ${py(y)} cm\n${path}f Q\n`;
  }

  /**
   * A drawing in its own units, `y` downwards, its colours in calibrated RGB.
   * @param unit one of its units, millimetres
   */
  drawingOf(operators: string, x: number, y: number, unit: number): void {
    const side = pdfNumber(points(unit));
    this.#operators += `q /${COLOUR_SPACE} cs /${COLOUR_SPACE} CS ${side} 0 0 -${side} ${px(x)} ${py(y)} cm\n${operators}\nQ\n`;
  }

  /** A picture of the document by its name, in this box. */
  image(name: string, x: number, y: number, width: number, height: number): void {
    const [w, h] = [pdfNumber(points(width)), pdfNumber(points(height))];
    this.#operators += `q ${w} 0 0 ${h} ${px(x)} ${py(y + height)} cm /${name} Do Q\n`;
  }

  #box(x: number, y: number, width: number, height: number): string {
    return `${px(x)} ${py(y + height)} ${pdfNumber(points(width))} ${pdfNumber(points(height))}`;
  }
}

function px(x: number): string {
  return pdfNumber(points(x));
}

function py(y: number): string {
  return pdfNumber(points(FOGLIO.altezza - y));
}
