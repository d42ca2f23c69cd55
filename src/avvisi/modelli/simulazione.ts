import type { Canvas } from '../pdf/canvas.ts';
import type { DocumentParts } from '../pdf/document-parts.ts';
import { carattere } from '../stampa/caratteri.ts';
import type { Compositore } from '../stampa/compositore.ts';

/** Words of a notice that nobody can pay. Every portion that scissors can part bears `fascia`. */
export const SIMULAZIONE = {
  filigrana: 'FAC-SIMILE',
  fascia: 'FAC-SIMILE: NON PAGABILE',
  titolo: 'FAC-SIMILE: questo avviso non può essere pagato',
  spiegazione: 'È una simulazione: nessuna banca, ufficio postale o app può incassarlo.',
} as const;

const GRIGIO_FILIGRANA = 0.885;

/** FAC-SIMILE across the whole page, light enough to read through. Codes get a white ground above it. */
export function drawFiligrana(canvas: Canvas, document: DocumentParts): void {
  canvas.fillGrey(GRIGIO_FILIGRANA);
  canvas.slantedText(document.font(carattere('grassetto')), 150, 38, 262, 55, SIMULAZIONE.filigrana);
}

/** The plain sentence, framed, in the white of the heading. */
export function cartiglio(c: Compositore): void {
  c.page.artifact(() => {
    c.page.raw(
      c.page.document.drawing('cartiglio', (canvas) => {
        canvas.fillGrey(1);
        canvas.fillRect(73, 9.4, 91, 11.4);
        canvas.stroke(0.114, 1);
        canvas.strokeRect(73, 9.4, 91, 11.4);
        canvas.fillGrey(0.114);
      }),
    );
  });
  c.page.tag('P', () => {
    c.fisso(10, 76, 14.2, ['grassetto', `${SIMULAZIONE.titolo} `]);
    c.fisso(8, 76, 18.4, ['normale', SIMULAZIONE.spiegazione]);
  });
}
