import type { DatiAvviso } from '../dati-avviso.ts';
import type { Compositore } from '../stampa/compositore.ts';
import { cartiglio } from './simulazione.ts';
import { TESTI_2018 as T } from './testi-2018.ts';

/** Zones a and b of every page of the 2018 edition. In place of the logos stand the names in words. */
export function testata2018(c: Compositore, dati: DatiAvviso, oggetto: string): void {
  const { page } = c;
  page.artifact(() => {
    c.fisso(9.5, 10.9, 15.16, ['nero', 'pagoPA']);
    const area = { larghezza: 30, righe: 5, corpo: 13, corpoMinimo: 8 };
    c.areaFissa('grassetto', 168.82, 15.16, dati.ente.denominazione, area, 'ente creditore');
  });
  page.tag('H1', () => c.fisso(10, 24.73, 15.16, ['grassetto', T.titolo]));
  if (!dati.ente.reale) cartiglio(c);
  const area = { larghezza: 150.09, righe: 2, corpo: 16, corpoMinimo: 11 };
  page.tag('P', () => c.area('grassetto', 10.62, 30.21, oggetto, area, 'oggetto del pagamento'));
}
