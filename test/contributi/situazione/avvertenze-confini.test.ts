import { describe, expect, it } from 'vitest';
import { rifiuto } from '../rifiuto.ts';
import { condizioni, solo, trimestre } from './situazione.ts';

const orario = ['0', '5', '5', '5', '5', '5', '0'];
const paga = { paga: { tipo: 'oraria', importo: '8' } };
const frasi = (diverso: object, parola: RegExp, ...termini: object[]) =>
  trimestre(diverso, ...termini)
    .flatMap(({ avvertenze }) => avvertenze)
    .filter((frase) => parola.test(frase));

describe('two payments for one quarter', () => {
  const due = /servono due pagamenti/;

  it('are told when weeks are of two kinds, and an unpaid week is of neither', () => {
    const settimana = (ore: string) => ({ ore: { tipo: 'settimane', settimane: [{ sabato: '2020-10-10', ore }] } });
    const termini = condizioni({ orario, ...paga });
    expect(frasi(settimana('0'), due, termini)).toEqual([]);
    expect(frasi(settimana('24'), due, termini)[0]).toMatch(
      /^Nel trimestre c’è 1 settimana fino a 24 ore e 12 settimane oltre: servono due pagamenti/,
    );
  });

  it('are not explained week by week where one weekly figure was asked for', () => {
    const cambia = [
      { dal: '2015-01-01', oreSettimanali: '20', ...paga },
      { dal: '2020-11-01', oreSettimanali: '30', ...paga },
    ];
    const unico = trimestre({ lettura: 'orario-unico' }, ...cambia);
    expect(unico.map(({ gruppo, settimane }) => [gruppo, settimane])).toEqual([
      ['fino-24', 5],
      ['oltre-24', 8],
    ]);
    expect(frasi({ lettura: 'orario-unico' }, due, ...cambia)).toEqual([]);
    expect(frasi({}, due, ...cambia)[0]).toMatch(
      /^Nel trimestre ci sono 5 settimane fino a 24 ore e 8 settimane oltre/,
    );
  });
});

describe('days that are not known', () => {
  const giorni = /in quali giorni si lavora/;

  it('are asked for when they are missing in any of the terms', () => {
    const noti = condizioni({ orario });
    const ignoti = { dal: '2020-11-01', oreSettimanali: '30' };
    expect(frasi({}, giorni, noti, ignoti)).toEqual([
      'Non è indicato in quali giorni si lavora: le ore settimanali sono ripartite da lunedì a sabato. Indicare l’orario di ciascun giorno per contare bene le settimane incomplete.',
    ]);
    expect(frasi({}, giorni, noti, { ...ignoti, orario: ['0', '6', '6', '6', '6', '6', '0'] })).toEqual([]);
  });
});

describe('a term that becomes open-ended', () => {
  const diventa = (anno: number) => [
    { dal: '2010-01-01', oreSettimanali: '25', tempoDeterminato: true },
    { dal: `${anno}-11-01`, oreSettimanali: '25' },
  ];
  const rimborso = (anno: number, ...termini: object[]) =>
    frasi({ trimestre: `4/${anno}` }, /si può chiedere indietro/, ...termini);

  it('is told since 2013, the first year of the 1.40% (law 92/2012)', () => {
    expect(rimborso(2012, ...diventa(2012))).toEqual([]);
    expect(rimborso(2013, ...diventa(2013))[0]).toMatch(/^Con la trasformazione a tempo indeterminato l’addizionale/);
    expect(rimborso(2020, ...diventa(2020))).not.toEqual([]);
  });

  it('is not told of the contrary, nor of who never had a term', () => {
    expect(rimborso(2020, ...diventa(2020).map((voce, n) => ({ ...voce, tempoDeterminato: n === 1 })))).toEqual([]);
    expect(rimborso(2020, ...diventa(2020).map((voce) => ({ ...voce, tempoDeterminato: false })))).toEqual([]);
  });
});

describe('the replacement of an absent worker', () => {
  it('is told if it holds for a part of the quarter', () => {
    const termini = [
      { dal: '2020-01-01', oreSettimanali: '25', tempoDeterminato: true, sostituzione: true },
      { dal: '2020-11-01', oreSettimanali: '25', tempoDeterminato: true },
    ];
    expect(frasi({}, /motivo della sostituzione/, ...termini)).toEqual([
      'L’INPS applica l’addizionale a ogni rapporto a termine finché non gli si comunica il motivo della sostituzione.',
    ]);
    expect(frasi({}, /motivo della sostituzione/, ...termini.slice(1))).toEqual([]);
  });
});

describe('a quarter with nothing to tell', () => {
  it('has no sentence: pay above the minimum, whole hours, terms that do not change', () => {
    const minimo = { minimo: { forma: 'oraria', livello: 'CS' } };
    const ricca = { orario, paga: { tipo: 'oraria', importo: '900' } };
    expect(solo({ trimestre: '1/2023', ...minimo }, condizioni(ricca)).avvertenze).toEqual([]);
  });

  it('nor above 24 hours for a pay near a limit, which up to 24 is told', () => {
    // The first band of 2020 ends at 8.10 €.
    const vicina = { retribuzioneOrariaEffettiva: '8,10' };
    const limite = /vicina al limite della 1ª fascia/;
    expect(frasi({}, limite, condizioni(vicina))).toEqual([]);
    expect(frasi({}, limite, condizioni({ ...vicina, oreSettimanali: '24' }))).toEqual([
      'La retribuzione effettiva (8,10 €) è vicina al limite della 1ª fascia (8,10 €): con un centesimo in più all’ora il contributo orario passa da 1,43 € a 1,62 €.',
    ]);
  });
});

describe('more hours than a week has', () => {
  it('are refused, with overtime too', () => {
    // 25 agreed hours, and six days of 24 more.
    const straordinari = ['05', '06', '07', '08', '09', '10'].map((giorno) => ({
      giorno: `2020-10-${giorno}`,
      ore: '24',
    }));
    expect(rifiuto(() => solo({ straordinari }, condizioni()))).toEqual([
      'ore-non-valide',
      'settimane: quella del 10/10/2020 ha più di 168 ore: controllare le ore indicate.',
      'settimane',
    ]);
  });

  it('168 are all there are, and are taken', () => {
    const ore = { tipo: 'settimane', settimane: [{ sabato: '2020-10-10', ore: '168' }] };
    expect(solo({ ore }, condizioni({ orario })).ore.toFixed()).toBe('468');
  });
});
