import type { DatiAvviso } from '../../dati-avviso.ts';
import type { Compositore } from '../../stampa/compositore.ts';
import { fascia3 } from './fasce.ts';
import { SOTTO_ETICHETTA } from './geometria-colonne.ts';
import { BASE_FASCIA, PRIMA_FASCIA, SINISTRA } from './misure.ts';
import type { Parole } from './parole.ts';

const Y_CAMPI = PRIMA_FASCIA + 14.2;
const Y_ISTRUZIONI = PRIMA_FASCIA + 30.4;

/** On a page of many instalments, what they have alike is said once (annex 1, *Avviso con molte rate*). */
export function unaVoltaPerTutte(c: Compositore, parole: Parole, dati: DatiAvviso): void {
  const { page } = c;
  page.artifact(() =>
    page.raw(
      page.document.drawing('3/molte', (canvas) => {
        fascia3(canvas, PRIMA_FASCIA, false);
        canvas.fillGrey(0);
      }),
    ),
  );
  parole.titolo('H2', { x: SINISTRA, y: PRIMA_FASCIA + BASE_FASCIA, larghezza: 120 }, (t) => t.datiPagamento);
  const larghezza = 58;
  const area = { larghezza, altezza: 5.2, corpo: 8, corpoMinimo: 6 };
  const y = Y_CAMPI + SOTTO_ETICHETTA;
  parole.etichetta({ x: 10, y: Y_CAMPI, larghezza }, (t) => t.destinatario, {
    valore: () => c.area('grassetto', 10, y, dati.destinatario.nome, area, 'nome del destinatario'),
  });
  parole.etichetta({ x: 74, y: Y_CAMPI, larghezza }, (t) => t.ente, {
    valore: () => c.areaFissa('grassetto', 74, y, dati.ente.denominazione, area, 'ente creditore'),
  });
  parole.etichetta({ x: 138, y: Y_CAMPI, larghezza }, (t) => t.oggetto, {
    valore: () => c.area('grassetto', 138, y, dati.oggetto, area, 'oggetto del pagamento'),
  });
  parole.paragrafo({ x: SINISTRA, y: Y_ISTRUZIONI, larghezza: 180 }, (t) => t.inquadraAccanto, { forte: 'codice QR' });
}
