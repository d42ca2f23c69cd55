import type { EnteCreditore } from '../../../pagopa/ente-creditore.ts';
import type { Compositore } from '../../stampa/compositore.ts';
import { avvisoDiProva, enteDiProva } from './marchi-di-prova.ts';
import { POSTO_ENTE, POSTO_PAGOPA } from './posti-marchi.ts';

/** The marks of the heading: in a simulation, marks of this project that belong to nobody; else the names in words. */
export function disegnaMarchi(c: Compositore, ente: EnteCreditore): void {
  const { page } = c;
  if (!ente.reale) {
    page.raw(
      page.document.drawing('3/marchi di prova', (canvas) => {
        avvisoDiProva(canvas);
        enteDiProva(canvas);
      }),
    );
    return;
  }
  c.fisso(10, POSTO_PAGOPA.x, 12.88, ['nero', 'pagoPA']);
  const area = { larghezza: POSTO_ENTE.larghezza, altezza: 24, corpo: 13, corpoMinimo: 6 };
  c.areaFissa('grassetto', POSTO_ENTE.x, 14.6, ente.denominazione, area, 'ente creditore');
}
