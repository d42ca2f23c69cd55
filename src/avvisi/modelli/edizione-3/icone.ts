import type { Canvas } from '../../pdf/canvas.ts';

/** Drawings of this project, in the places of the guide's: `x`, `y` is the upper left corner, millimetres. */

/** An *i* in a circle, 4 mm wide. */
export function info(canvas: Canvas, x: number, y: number): void {
  canvas.stroke(0, 0.9);
  canvas.circle(x + 2, y + 2, 1.8);
  canvas.fillGrey(0);
  canvas.fillRect(x + 1.82, y + 1.65, 0.36, 1.35);
  canvas.circle(x + 2, y + 1.1, 0.26, true);
}

/** A laptop and a telephone, 11.8 mm wide. */
export function dispositivi3(canvas: Canvas, x: number, y: number): void {
  canvas.stroke(0, 0.95);
  canvas.strokeRect(x + 1, y + 0.2, 9.8, 6.3);
  canvas.line([x + 0.2, y + 6.5], [x + 11.7, y + 6.5], [x + 11, y + 7.5], [x + 0.9, y + 7.5], [x + 0.2, y + 6.5]);
  canvas.fillGrey(1);
  canvas.fillRect(x + 7.3, y + 4.2, 2.7, 4.8);
  canvas.strokeRect(x + 7.3, y + 4.2, 2.7, 4.8);
  canvas.line([x + 8.3, y + 8.2], [x + 9, y + 8.2]);
  canvas.fillGrey(0);
}

/** Three places on a round, 11.8 mm wide. */
export function luoghi3(canvas: Canvas, x: number, y: number): void {
  canvas.stroke(0, 0.95);
  canvas.circle(x + 5.9, y + 6.1, 4);
  for (const [dx, dy] of [
    [5.9, 1.8],
    [1.9, 5.5],
    [10, 9.3],
  ] as const)
    segnaposto(canvas, x + dx, y + dy);
  canvas.fillGrey(0);
}

function segnaposto(canvas: Canvas, x: number, y: number): void {
  canvas.fillGrey(1);
  canvas.fillRect(x - 1.6, y - 1.2, 3.2, 3.2);
  canvas.circle(x, y, 1.7, true);
  canvas.circle(x, y, 1.7);
  canvas.circle(x, y, 0.6);
  canvas.line([x - 1.55, y + 0.8], [x, y + 2.4], [x + 1.55, y + 0.8]);
}
