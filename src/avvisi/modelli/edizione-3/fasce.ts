import type { Canvas } from '../../pdf/canvas.ts';
import { GRIGIO_FASCIA } from '../disegni.ts';
import { ALTEZZA_FASCIA } from './misure.ts';

/** A grey band across the sheet, in two halves or whole. */
export function fascia3(canvas: Canvas, y: number, divisa: boolean): void {
  canvas.fillGrey(GRIGIO_FASCIA);
  if (!divisa) {
    canvas.fillRect(0, y, 210, ALTEZZA_FASCIA);
    return;
  }
  canvas.fillRect(0, y, 103.97, ALTEZZA_FASCIA);
  canvas.fillRect(106.05, y, 103.95, ALTEZZA_FASCIA);
}

/** The band of one instalment's column. */
export function fasciaRata(canvas: Canvas, x: number, y: number, larghezza: number): void {
  canvas.fillGrey(GRIGIO_FASCIA);
  canvas.fillRect(x, y, larghezza, ALTEZZA_FASCIA);
}
