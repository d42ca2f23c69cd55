import { describe, expect, it } from 'vitest';
import { rifiuto } from '../rifiuto.ts';
import { condizioni, oreSettimane, solo, trimestre } from './situazione.ts';

// The weeks of the fourth quarter of 2020 go from Sunday 27 September to Saturday 26 December.
const paga = { paga: { tipo: 'oraria', importo: '8' } };
const venticinque = condizioni({ orario: ['0', '5', '5', '5', '5', '5', '0'], ...paga });
const rifiutata = (diverso: object) => rifiuto(() => trimestre(diverso, venticinque));
const settimana = (sabato: string, ore: string) => ({ ore: { tipo: 'settimane', settimane: [{ sabato, ore }] } });
const mese = (quale: string, ore: string) => ({ ore: { tipo: 'mesi', mesi: [{ mese: quale, ore }] } });

describe('hours where there is no rapporto', () => {
  const assunzione = { assunzione: '2020-11-01' };

  it('are refused, by week and by month', () => {
    expect(rifiutata({ ...assunzione, ...settimana('2020-10-10', '1') })).toEqual([
      'ore-fuori-dal-rapporto',
      'settimane: ci sono ore in giorni senza rapporto di lavoro; controllare assunzione e cessazione.',
      'settimane',
    ]);
    expect(rifiutata({ ...assunzione, ...mese('2020-10', '1') })).toEqual([
      'ore-fuori-dal-trimestre',
      'mesi: 2020-10 non cade nelle settimane del trimestre 4/2020 con il rapporto in corso.',
      'mesi',
    ]);
  });

  it('are refused in all too', () => {
    expect(rifiutata({ assunzione: '2020-12-27', ore: { tipo: 'totale', ore: '300' } })[0]).toBe(
      'rapporto-fuori-dal-trimestre',
    );
    // Two weeks hold no more than 336 hours.
    expect(rifiutata({ assunzione: '2020-12-13', ore: { tipo: 'totale', ore: '337' } })[0]).toBe('ore-non-valide');
  });

  it('none are no fault', () => {
    for (const zero of [settimana('2020-10-10', '0'), mese('2020-10', '0')]) {
      expect(oreSettimane(solo({ ...assunzione, ...zero }, venticinque))).toBe('0 0 0 0 0 25 25 25 25 25 25 25 25');
    }
  });
});

describe('hours that hold all', () => {
  const gia = [
    'ore-gia-dichiarate',
    'Le ore indicate a settimane, a mesi o in totale contengono già assenze e straordinari: indicare o le une o gli altri.',
    'ore',
  ];
  const totale = { ore: { tipo: 'totale', ore: '300' } };

  it.each([
    { assenze: [{ tipo: 'ferie', dal: '2020-11-02', al: '2020-11-03' }] },
    { straordinari: [{ giorno: '2020-11-02', ore: '2' }] },
  ])('are not given besides %j', (altro) => {
    expect(rifiutata({ ...totale, ...altro })).toEqual(gia);
    expect(rifiutata({ ...settimana('2020-10-10', '20'), ...altro })).toEqual(gia);
  });
});

describe('a month', () => {
  it.each(['2020-11-05', 'x2020-11', '2020-13', '2020-00', '2020-1', `${'2'.repeat(30)}-01`])('%s is none', (quale) => {
    expect(rifiutata(mese(quale, '100'))).toEqual([
      'mese-non-valido',
      `mesi: «${quale.slice(0, 20)}» non è un mese; scrivere per esempio 2020-11.`,
      'mesi',
    ]);
  });

  it('has no more hours than its days', () => {
    // November has 30 days: 720 hours.
    expect(rifiutata(mese('2020-11', '720.01'))).toEqual([
      'ore-non-valide',
      'mesi: «720.01» ore non va bene; indicare un numero da 0 a 720, con al più due decimali.',
      'mesi',
    ]);
  });
});
