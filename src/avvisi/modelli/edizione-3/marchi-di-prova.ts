import type { Canvas } from '../../pdf/canvas.ts';
import { POSTO_ENTE, POSTO_PAGOPA } from './posti-marchi.ts';

const GRIGIO = 0.35;

/** A sheet with a tick, where pagoPA's mark would be: a mark of this project, of nobody else. */
export function avvisoDiProva(canvas: Canvas): void {
  const { x, y } = POSTO_PAGOPA;
  canvas.stroke(GRIGIO, 1.3);
  canvas.line([x + 7.4, y + 0.4], [x + 0.6, y + 0.4], [x + 0.6, y + 9.6], [x + 9.6, y + 9.6], [x + 9.6, y + 2.6]);
  canvas.line([x + 7.4, y + 0.4], [x + 7.4, y + 2.6], [x + 9.6, y + 2.6], [x + 7.4, y + 0.4]);
  canvas.stroke(GRIGIO, 0.8);
  for (const riga of [3, 4.8]) canvas.line([x + 2.2, y + riga], [x + 5.8, y + riga]);
  canvas.stroke(GRIGIO, 1.8);
  canvas.line([x + 4.6, y + 6.2], [x + 7.4, y + 8], [x + 14.4, y + 2.2]);
}

/** A roof on three columns in a ring, where the creditor's coat of arms would be. */
export function enteDiProva(canvas: Canvas): void {
  const x = POSTO_ENTE.x + POSTO_ENTE.larghezza / 2;
  const y = POSTO_ENTE.y + POSTO_ENTE.altezza / 2;
  canvas.stroke(GRIGIO, 1.6);
  canvas.circle(x, y, 13.4);
  canvas.stroke(GRIGIO, 0.7);
  canvas.circle(x, y, 12.4);
  canvas.stroke(GRIGIO, 1.4);
  canvas.line([x - 7.4, y - 2.6], [x, y - 7.4], [x + 7.4, y - 2.6], [x - 7.4, y - 2.6]);
  for (const colonna of [-5, 0, 5]) {
    canvas.line([x + colonna - 0.9, y - 1], [x + colonna - 0.9, y + 4.4]);
    canvas.line([x + colonna + 0.9, y - 1], [x + colonna + 0.9, y + 4.4]);
  }
  canvas.line([x - 7.4, y + 5.8], [x + 7.4, y + 5.8]);
}
