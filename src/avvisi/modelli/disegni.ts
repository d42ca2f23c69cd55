import type { Canvas } from '../pdf/canvas.ts';

/** Grey of the model's text (#1D1D1B) and of its bands (#ECECEC). */
export const GRIGIO_TESTO = 0.114;
export const GRIGIO_FASCIA = 0.925;

/** A grey band across the sheet. */
export function fascia(canvas: Canvas, y: number, altezza = 6.51): void {
  canvas.fillGrey(GRIGIO_FASCIA);
  canvas.fillRect(0, y, 210, altezza);
}

/** Where to cut: a line across the sheet and a pair of scissors near its right end. */
export function taglio(canvas: Canvas, y: number): void {
  canvas.stroke(0.525, 0.75);
  canvas.line([0, y], [210, y]);
  canvas.stroke(0.525, 1.1);
  canvas.circle(195.9, y - 2.6, 0.85);
  canvas.circle(197.4, y - 0.95, 0.85);
  canvas.line([195.5, y - 1.85], [193.6, y - 0.25]);
  canvas.line([196.6, y - 1.15], [193.4, y - 1.6]);
}

/** A computer, a tablet and a telephone. */
export function dispositivi(canvas: Canvas): void {
  canvas.stroke(GRIGIO_TESTO, 1.2);
  canvas.strokeRect(186.2, 110.2, 9.4, 6.6);
  canvas.line([189.6, 116.8], [189.6, 119.1], [192.8, 119.1], [192.8, 116.8]);
  canvas.fillGrey(1);
  canvas.fillRect(184.5, 113.6, 5, 6.6);
  canvas.fillRect(193.2, 114.8, 3.2, 5.4);
  canvas.strokeRect(184.5, 113.6, 5, 6.6);
  canvas.strokeRect(193.2, 114.8, 3.2, 5.4);
  canvas.line([186.4, 119.1], [187.6, 119.1]);
  canvas.line([194.4, 119.2], [195.2, 119.2]);
}

/** Three places on a map. */
export function luoghi(canvas: Canvas): void {
  canvas.stroke(GRIGIO_TESTO, 1.2);
  canvas.circle(190.4, 132.6, 4.9);
  canvas.fillGrey(1);
  for (const [x, y] of [
    [190.4, 129.2],
    [186.6, 134],
    [194.4, 135.4],
  ] as const) {
    canvas.fillRect(x - 2.2, y - 2, 4.4, 5.6);
    pin(canvas, x, y);
  }
}

function pin(canvas: Canvas, x: number, y: number): void {
  canvas.circle(x, y, 1.9);
  canvas.circle(x, y, 0.7);
  canvas.line([x - 1.5, y + 1.2], [x, y + 3.6], [x + 1.5, y + 1.2]);
}

/** The euro sign's box of the postal strip; the sign itself is text. */
export function riquadroEuro(canvas: Canvas, x: number, y: number): void {
  canvas.fillGrey(GRIGIO_TESTO);
  canvas.fillRect(x, y, 7.02, 7.02);
}

/** Marks at the corners of the Data Matrix's box, 3.3 mm long. */
export function angoli(
  canvas: Canvas,
  { x, y, larghezza, altezza }: { x: number; y: number; larghezza: number; altezza: number },
): void {
  const [destra, basso] = [x + larghezza, y + altezza];
  canvas.stroke(0.851, 1);
  canvas.line([x, y + 3.34], [x, y], [x + 3.34, y]);
  canvas.line([destra - 3.34, y], [destra, y], [destra, y + 3.34]);
  canvas.line([x, basso - 3.34], [x, basso], [x + 3.34, basso]);
  canvas.line([destra - 3.34, basso], [destra, basso], [destra, basso - 3.34]);
}

/** An envelope in a ring: a mark of this project where Poste's own would stand. */
export function busta(canvas: Canvas, x: number, y: number, raggio: number): void {
  const [mezza, alta] = [raggio * 0.56, raggio * 0.38];
  canvas.stroke(GRIGIO_TESTO, 1.6);
  canvas.circle(x, y, raggio - 0.3);
  canvas.stroke(GRIGIO_TESTO, 0.9);
  canvas.strokeRect(x - mezza, y - alta, 2 * mezza, 2 * alta);
  canvas.line([x - mezza, y - alta], [x, y + alta * 0.25], [x + mezza, y - alta]);
}

/** White ground of a code with the light margin that scanners need, above whatever lies there. */
export function fondoCodice(canvas: Canvas, x: number, y: number, lato: number, margine: number): void {
  canvas.fillGrey(1);
  canvas.fillRect(x - margine, y - margine, lato + 2 * margine, lato + 2 * margine);
}
