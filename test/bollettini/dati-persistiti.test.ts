import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPersistiti, toPersistiti } from '../../src/bollettini/dati-persistiti.ts';
import type { Calcolo, DatiCalcolo } from '../../src/contributi/calcolo.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';

const decimale = fc.integer({ min: 0, max: 1_000_000 }).map((millesimi) => new Decimale(millesimi).dividedBy(1000));
const dati = fc.record(
  {
    trimestre: fc.record({ anno: fc.integer({ min: 2005, max: 2040 }), numero: fc.constantFrom(1, 2, 3, 4) }),
    senzaCuaf: fc.boolean(),
    tempoDeterminato: fc.boolean(),
    oreSettimanali: decimale,
    ore: decimale,
    settimane: fc.integer({ min: 0, max: 14 }),
    paga: fc.record({
      tipo: fc.constantFrom('oraria', 'mensile'),
      importo: fc.integer({ min: 0, max: 10_000_000 }).map(centesimi),
    }),
    retribuzioneOrariaEffettiva: fc.integer({ min: 0, max: 100_000 }).map(centesimi),
    vittoAlloggioGiorni: fc.integer({ min: 0, max: 7 }),
    associazione: fc.constantFrom('F2', 'E1'),
    assunzione: fc.constant(parseGiorno('2019-03-01')),
    cessazione: fc.constant(parseGiorno('2026-03-31')),
    territorio: fc.constantFrom('ischia-2018', 'nessuno'),
    notti: fc.record({ tipo: fc.constantFrom('presenza', 'assistenza'), quante: fc.integer({ min: 1, max: 98 }) }),
    straordinari: fc.constantFrom(
      [{ ore: new Decimale('2.5') }],
      [
        { giorno: parseGiorno('2026-01-12'), ore: new Decimale(3) },
        { giorno: parseGiorno('2026-01-13'), ore: new Decimale('0.25') },
      ],
    ),
    sostituzione: fc.constant(true),
    assistenzaInPiu: fc.integer({ min: 0, max: 5000 }).map(centesimi),
  },
  { requiredKeys: ['trimestre', 'senzaCuaf', 'tempoDeterminato'] },
) as fc.Arbitrary<DatiCalcolo>;

/** Of a plain input nothing of the result is stored. */
const inutile = {} as Calcolo;

describe('stored input of a calculation', () => {
  it('comes back from JSON as it went', () => {
    fc.assert(
      fc.property(dati, (prima) => {
        const persistiti = toPersistiti({ forma: 'semplice', dati: prima }, inutile);
        const dopo = fromPersistiti(JSON.parse(JSON.stringify(persistiti)) as Record<string, string>);
        expect(toPersistiti({ forma: 'semplice', dati: dopo }, inutile)).toEqual(persistiti);
        expect(Object.keys(dopo).sort()).toEqual(Object.keys(prima).sort());
      }),
    );
  });

  it('does not read what it does not know', () => {
    const scritti = { trimestre: '4/2020', senzaCuaf: false, tempoDeterminato: false };
    expect(() => fromPersistiti({ ...scritti, importo: 1 })).toThrow();
    expect(() => fromPersistiti({ ...scritti, ore: '1e9' })).toThrow();
  });
});
