import { describe, expect, it } from 'vitest';
import { italiano } from '../../../src/valori/italiano.ts';
import { rifiuto } from '../rifiuto.ts';
import { condizioni, oreSettimane, solo, trimestre } from './situazione.ts';

// The weeks of the fourth quarter of 2020 go from Sunday 27 September to Saturday 26 December.
const venticinque = condizioni({ orario: ['0', '5', '5', '5', '5', '5', '0'] });
const rifiutata = (diverso: object, ...termini: object[]) =>
  rifiuto(() => trimestre(diverso, ...(termini.length === 0 ? [venticinque] : termini)));

describe('dates out of order', () => {
  const prima = { oreSettimanali: '25' };
  it.each<readonly [object, readonly object[], string, string, string]>([
    [
      { assunzione: '2020-10-21', cessazione: '2020-10-20' },
      [],
      'La cessazione (20/10/2020) viene prima dell’assunzione (21/10/2020): correggere una delle due date.',
      'cessazione',
      'cessazione-prima-di-assunzione',
    ],
    [
      { preavvisoFinoAl: '2020-12-10' },
      [],
      'preavvisoFinoAl: deve venire dopo la cessazione: correggere le date.',
      'preavvisoFinoAl',
      'date-in-disordine',
    ],
    [
      { cessazione: '2020-12-10', preavvisoFinoAl: '2020-12-10' },
      [],
      'preavvisoFinoAl: deve venire dopo la cessazione: correggere le date.',
      'preavvisoFinoAl',
      'date-in-disordine',
    ],
    [
      {},
      [
        { dal: '2020-10-01', ...prima },
        { dal: '2020-10-01', ...prima },
      ],
      'condizioni: devono essere in ordine di data, ciascuna con un giorno diverso: correggere le date.',
      'condizioni',
      'date-in-disordine',
    ],
  ])('%j %j are refused, and told by their field', (diverso, termini, messaggio, campo, codice) => {
    expect(rifiutata(diverso, ...termini)).toEqual([codice, messaggio, campo]);
  });

  it('a beginning alone, an end alone, one day and a notice of one day are in order', () => {
    for (const diverso of [
      { assunzione: '2020-10-11' },
      { cessazione: '2020-12-12' },
      { assunzione: '2015-01-01', cessazione: '2020-12-12' },
      { cessazione: '2020-12-12', preavvisoFinoAl: '2020-12-19' },
    ]) {
      expect(solo(diverso, venticinque).fascia).toBe(4);
    }
  });
});

describe('a rapporto outside the quarter', () => {
  const frase = (chi: string, giorno: string, suo: string) =>
    italiano`Nel trimestre 4/2020 il rapporto non ha settimane da pagare: ${chi} il ${giorno}, in una settimana che è del trimestre ${suo} ` +
    italiano`(quello del suo sabato). Le sue ore vanno nel ${suo}.`;
  const fuori = (campo: string, giorno: string, suo: string) => [
    'rapporto-fuori-dal-trimestre',
    frase(campo === 'assunzione' ? 'comincia' : 'finisce', giorno, suo),
    campo,
  ];

  it.each([
    [{ assunzione: '2020-12-27' }, fuori('assunzione', '27/12/2020', '1/2021')],
    [{ assunzione: '2020-12-27', cessazione: '2021-03-01' }, fuori('assunzione', '27/12/2020', '1/2021')],
    [{ cessazione: '2020-09-26' }, fuori('cessazione', '26/09/2020', '3/2020')],
    // Hired years before: it is the end that is wrong.
    [{ assunzione: '2015-01-01', cessazione: '2020-09-26' }, fuori('cessazione', '26/09/2020', '3/2020')],
    [{ cessazione: '2020-09-01', preavvisoFinoAl: '2020-09-26' }, fuori('cessazione', '26/09/2020', '3/2020')],
  ])('%j names the date to look at', (diverso, atteso) => {
    expect(rifiutata(diverso)).toEqual(atteso);
  });

  it('hired on its last Saturday, or ended on its first Sunday, it is inside, and has nothing to pay', () => {
    for (const diverso of [{ assunzione: '2020-12-26' }, { cessazione: '2020-09-27' }]) {
      expect(rifiutata(diverso)[0]).toBe('nulla-da-versare');
    }
  });
});

describe('a notice that is not worked', () => {
  it('has a step with its two days', () => {
    const calcolo = solo({ cessazione: '2020-12-12', preavvisoFinoAl: '2020-12-26' }, venticinque);
    const { formula, risultato } = calcolo.passi.find(({ etichetta }) => etichetta.startsWith('Preavviso')) ?? {};
    expect([formula, risultato]).toEqual([
      'fine del rapporto 12/12/2020, fine dell’obbligo contributivo 26/12/2020',
      'settimane segnate con 2',
    ]);
    expect(calcolo.dettaglio?.segniSettimane).toBe('1111111111122');
  });

  it('of who ends on a Sunday is a week later: the week that begins on the last day was worked', () => {
    const segni = (cessazione: string) =>
      solo({ cessazione, preavvisoFinoAl: '2020-12-26' }, venticinque).dettaglio?.segniSettimane;
    expect([segni('2020-12-12'), segni('2020-12-13')]).toEqual(['1111111111122', '1111111111112']);
  });

  it('there is no such step without one', () => {
    const { passi } = solo({ cessazione: '2020-12-12' }, venticinque);
    expect(passi.filter(({ etichetta }) => etichetta.startsWith('Preavviso'))).toEqual([]);
  });
});

describe('unused holidays', () => {
  const ferie = { ferieNonGodute: { ore: '10' } };
  const paga = { paga: { tipo: 'oraria', importo: '8' } };

  it.each([
    [{}, 'indicare la data di cessazione'],
    [
      { cessazione: '2021-01-03' },
      'il 03/01/2021 è in una settimana del trimestre 1/2021: vanno nel bollettino di quello',
    ],
  ])('want an end in the quarter’s weeks: %j', (diverso, dove) => {
    expect(rifiutata({ ...diverso, ...ferie })).toEqual([
      'ferie-senza-cessazione',
      `ferieNonGodute: si pagano nell’ultima settimana del rapporto; ${dove}.`,
      'ferieNonGodute',
    ]);
  });

  it('go with the week of the end when it is paid', () => {
    const [corte, lunghe] = trimestre(
      {
        cessazione: '2020-12-26',
        ...ferie,
        ore: { tipo: 'settimane', settimane: [{ sabato: '2020-12-26', ore: '20' }] },
      },
      { ...venticinque, ...paga },
    );
    expect([corte?.ore.toFixed(), lunghe?.ore.toFixed()]).toEqual(['30', '300']);
  });

  it('go with the last paid week when that of the end is empty, whatever the terms say', () => {
    const [corte, lunghe] = trimestre(
      {
        cessazione: '2020-12-26',
        ...ferie,
        ore: {
          tipo: 'settimane',
          settimane: [
            { sabato: '2020-12-19', ore: '20' },
            { sabato: '2020-12-26', ore: '0' },
          ],
        },
      },
      { ...venticinque, ...paga },
    );
    expect(oreSettimane(corte as never)).toBe('25 25 25 25 25 25 25 25 25 25 25 20 0');
    expect([corte?.ore.toFixed(), lunghe?.ore.toFixed()]).toEqual(['30', '275']);
    expect(corte?.dettaglio?.segniSettimane).toBe('0000000000010');
  });

  it('are written beside the weeks, even when they are as long as one', () => {
    const formula = (altro: object) =>
      solo({ cessazione: '2020-12-26', ...altro }, venticinque).passi.find(
        ({ etichetta }) => etichetta === 'Ore retribuite nel trimestre',
      );
    expect(formula({})).toMatchObject({ formula: '25 ore × 13 settimane', risultato: '325 ore' });
    expect(formula({ ferieNonGodute: { ore: '25' } })).toMatchObject({
      formula: `${'25 + '.repeat(13)}25 ore`,
      risultato: '350 ore',
    });
  });

  it.each([
    ['24', 'fino-24'],
    ['25', 'oltre-24'],
  ])('go with the terms (%s hours) when no week is paid', (oreSettimanali, gruppo) => {
    const nessuna = { assenze: [{ tipo: 'aspettativa', dal: '2020-09-27', al: '2020-12-26' }] };
    const calcolo = solo(
      { cessazione: '2020-12-26', ...ferie, ...nessuna },
      { dal: '2015-01-01', oreSettimanali: '40', ...paga },
      { dal: '2020-11-01', oreSettimanali, ...paga },
    );
    expect([calcolo.gruppo, calcolo.ore.toFixed(), calcolo.settimane]).toEqual([gruppo, '10', 0]);
  });
});
