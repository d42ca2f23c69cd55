import { describe, expect, it } from 'vitest';
import { calcola } from '../../src/contributi/calcola.ts';
import { calcolaImporti, type ImportiCalcolo } from '../../src/contributi/importi.ts';
import { norme } from '../../src/norme/norme.ts';
import type { Scadenza } from '../../src/scadenze/scadenza.ts';
import { dati } from './dati.ts';
import { condizioni, solo } from './situazione/situazione.ts';

// DPR 1403/1971 art. 8: within ten days of the last day. The fourth quarter of 2020 ends on 31 December, and is paid from
// 1 to 11 January, since the 10th is a Sunday.
const strade: readonly [string, (cessazione: string) => Scadenza][] = [
  ['with one weekly figure', (cessazione) => calcola(dati({ oreSettimanali: '25', cessazione }), norme()).scadenza],
  [
    'in a file',
    (cessazione) => (calcolaImporti(dati({ oreSettimanali: '25', cessazione }), norme())[0] as ImportiCalcolo).scadenza,
  ],
  ['week by week', (cessazione) => solo({ cessazione }, condizioni()).scadenza],
];

describe.each(strade)('a rapporto that ends, %s', (_nome, scadenza) => {
  it('on the quarter’s last day is due within ten days of it', () => {
    const { apertura, scadenza: ultimo, passi } = scadenza('2020-12-31');
    expect([apertura, ultimo]).toEqual(['2020-12-31', '2021-01-11']);
    expect(passi[0]).toMatchObject({
      etichetta: 'Termine dopo la cessazione',
      formula: '31/12/2020 + 10 giorni',
      risultato: '10/01/2021',
    });
  });

  it('after it is due with the quarter: the end falls in the next one', () => {
    for (const cessazione of ['2021-01-01', '2021-01-05']) {
      const { apertura, scadenza: ultimo, passi } = scadenza(cessazione);
      expect([apertura, ultimo]).toEqual(['2021-01-01', '2021-01-11']);
      expect(passi[0]?.etichetta).toBe('Finestra di pagamento');
    }
  });

  it('before it is due within ten days', () => {
    // A Saturday, so that no week is cut short.
    expect(scadenza('2020-12-05')).toMatchObject({ apertura: '2020-12-05', scadenza: '2020-12-15' });
  });
});
