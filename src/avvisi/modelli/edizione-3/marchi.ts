import type { DatiAvviso } from '../../dati-avviso.ts';
import type { Marchio } from '../../marchi/marchio.ts';
import type { Compositore } from '../../stampa/compositore.ts';
import { avvisoDiProva, enteDiProva } from './marchi-di-prova.ts';
import { POSTO_ENTE, POSTO_PAGOPA, type Posto } from './posti-marchi.ts';

/**
 * The marks of the heading: the creditor's own files; without them the names in words, or in a simulation marks of this
 * project that belong to nobody. PagoPA's is printed for a real creditor alone.
 */
export function disegnaMarchi(c: Compositore, { ente, marchi = {} }: DatiAvviso): void {
  const { page } = c;
  if (ente.reale && marchi.pagopa !== undefined) disegna(c, 'pagoPA', marchi.pagopa, POSTO_PAGOPA);
  else if (ente.reale) c.fisso(10, POSTO_PAGOPA.x, 12.88, ['nero', 'pagoPA']);
  else page.raw(page.document.drawing('3/avviso di prova', avvisoDiProva));
  if (marchi.ente !== undefined) disegna(c, 'ente', marchi.ente, POSTO_ENTE, true);
  else if (ente.reale) {
    const area = { larghezza: POSTO_ENTE.larghezza, altezza: 24, corpo: 13, corpoMinimo: 6 };
    c.areaFissa('grassetto', POSTO_ENTE.x, 14.6, ente.denominazione, area, 'ente creditore');
  } else page.raw(page.document.drawing('3/ente di prova', enteDiProva));
}

/** As large as its place allows, its proportions kept, against the top and one side. */
function disegna(c: Compositore, nome: string, marchio: Marchio, posto: Posto, aDestra = false): void {
  const { document } = c.page;
  const unita = Math.min(posto.larghezza / marchio.larghezza, posto.altezza / marchio.altezza);
  const [larghezza, altezza] = [marchio.larghezza * unita, marchio.altezza * unita];
  const x = aDestra ? posto.x + posto.larghezza - larghezza : posto.x;
  c.page.raw(
    document.drawing(`3/marchio ${nome}`, (canvas) => {
      if (marchio.tipo === 'vettoriale') canvas.drawingOf(marchio.operatori, x, posto.y, unita);
      else {
        const punti = { width: marchio.larghezza, height: marchio.altezza, rgb: marchio.rgb };
        canvas.image(document.image(`marchio ${nome}`, punti), x, posto.y, larghezza, altezza);
      }
    }),
  );
}
