import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calcolaDati, calcolaTrimestre } from '../../src/contributi/calcola.ts';
import type { DatiCalcolo } from '../../src/contributi/calcolo.ts';
import { calcolaImporti, type ImportiCalcolo } from '../../src/contributi/importi.ts';
import { situazioneDa } from '../../src/contributi/situazione/da-dati.ts';
import { norme } from '../../src/norme/norme.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { ErroreDati } from '../../src/valori/errore-dati.ts';
import { aggiungiGiorni, giorno, parseGiorno } from '../../src/valori/giorno.ts';

/** Random rows a property: a run of mutants takes fewer. */
const CASI = Number(process.env['CASI_DI_PROVA'] ?? 4000);

/** What matters of each bollettino, or how the quarter was refused. */
function told(calcolaUno: () => readonly ImportiCalcolo[]): unknown {
  try {
    return calcolaUno().map(({ trimestre, settimane, ore, fascia, senzaCuaf, tempoDeterminato, ...resto }) => {
      const { contributoOrario, associazione, totale, quotaLavoratore, quotaDatore, scadenza } = resto;
      const testoOre = typeof ore === 'number' ? new Decimale(ore).dividedBy(100).toFixed() : ore.toFixed();
      const importi = { contributoOrario, associazione, totale, quotaLavoratore, quotaDatore };
      const chi = { senzaCuaf, tempoDeterminato };
      return { trimestre, settimane, testoOre, fascia, chi, importi, scadenza: scadenza.scadenza };
    });
  } catch (errore) {
    if (errore instanceof ErroreDati) return [errore.codice, errore.message, errore.campo];
    throw errore;
  }
}

const same = (dati: DatiCalcolo): void => {
  expect(told(() => calcolaImporti(dati, norme()))).toEqual(told(() => calcolaDati(dati, norme())));
};

/** The same day by day: what is said of a replacement makes no difference to who is not one, and tells the days apart. */
function dayByDay(dati: DatiCalcolo): unknown {
  const piana = situazioneDa(dati);
  const condizioni = [{ ...piana.condizioni[0], sostituzione: false }] as const;
  return told(() => calcolaTrimestre({ ...piana, condizioni }, norme()));
}

const opt = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const hours = (max: number) =>
  fc
    .tuple(fc.integer({ min: 0, max }), fc.constantFrom('', '', '.5', '.25', '.01', '.99', '.125', '.000001'))
    .map(([intere, frazione]) => new Decimale(`${intere}${frazione}`));
const days = fc
  .tuple(fc.integer({ min: 2004, max: 2027 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([a, m, g]) => parseGiorno(`${g}/${m}/${a}`));
const dati: fc.Arbitrary<DatiCalcolo> = fc
  .record({
    trimestre: fc.record({
      anno: fc.integer({ min: 2005, max: 2026 }),
      numero: fc.constantFrom<1 | 2 | 3 | 4>(1, 2, 3, 4),
    }),
    oreSettimanali: opt(hours(60)),
    ore: opt(hours(700)),
    settimane: opt(fc.integer({ min: 0, max: 15 })),
    paga: opt(
      fc.record({
        tipo: fc.constantFrom<'oraria' | 'mensile'>('oraria', 'mensile'),
        importo: fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 200_000 })).map(centesimi),
      }),
    ),
    vittoAlloggioGiorni: opt(fc.integer({ min: 0, max: 8 })),
    senzaCuaf: fc.boolean(),
    tempoDeterminato: fc.boolean(),
    associazione: opt(fc.constantFrom<'F2' | 'E1'>('F2', 'E1')),
    assunzione: opt(days),
    cessazione: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: days }),
  })
  // Absent and undefined are the same to both, as batches rely on.
  .map((valori) => valori as DatiCalcolo);

describe('figures without explanation', () => {
  it('are those of the explained calculation, and are refused in the same words', () => {
    fc.assert(fc.property(dati, same), { numRuns: CASI });
  });

  it('are the same where the rapporto begins or ends within the quarter, or just outside it', () => {
    const intorno = fc.integer({ min: -20, max: 110 });
    const caso = fc.tuple(dati, opt(intorno), opt(intorno)).map(([base, inizio, fine]): DatiCalcolo => {
      const primo = giorno(base.trimestre.anno, base.trimestre.numero * 3 - 2, 1);
      const assunzione = inizio === undefined ? undefined : aggiungiGiorni(primo, inizio);
      const cessazione = fine === undefined ? undefined : aggiungiGiorni(primo, fine);
      return { ...base, assunzione, cessazione } as DatiCalcolo;
    });
    fc.assert(fc.property(caso, same), { numRuns: CASI / 4 });
  });

  it('hold at the limits: 24 hours and a hundredth more, the longest weeks, half a cent', () => {
    const comune = { trimestre: { anno: 2024, numero: 2 }, senzaCuaf: true, tempoDeterminato: true } as const;
    const paga = { tipo: 'oraria', importo: centesimi(861) } as const;
    for (const ore of ['24', '24.01', '24.000001', '168', '168.01', '0.5', '0.01', '0']) {
      same({ ...comune, paga, oreSettimanali: new Decimale(ore) });
      same({ ...comune, paga, ore: new Decimale(ore) });
      same({ ...comune, oreSettimanali: new Decimale(ore), ore: new Decimale('100.5') });
    }
  });

  it('are the same when the days are told apart: the quick way is no other law', () => {
    const centesimi = fc.integer({ min: 0, max: 6000 }).map((n) => new Decimale(n).dividedBy(100));
    const intorno = fc.integer({ min: -20, max: 110 });
    const caso = fc
      .tuple(dati, opt(centesimi), opt(centesimi), opt(intorno), opt(intorno))
      .map(([base, settimanali, totale, inizio, fine]): DatiCalcolo => {
        const primo = giorno(base.trimestre.anno, base.trimestre.numero * 3 - 2, 1);
        const { settimane: _, ...resto } = base;
        const giorni = { assunzione: inizio, cessazione: fine };
        const date = Object.fromEntries(
          Object.entries(giorni).map(([campo, n]) => [campo, n === undefined ? undefined : aggiungiGiorni(primo, n)]),
        );
        // Not fewer hundredths than there are weeks to pay.
        const ore = totale === undefined ? undefined : totale.times(10).plus(1);
        return { ...resto, ...date, oreSettimanali: settimanali, ore } as DatiCalcolo;
      });
    let calcolati = 0;
    fc.assert(
      fc.property(caso, (uno) => {
        const piana = told(() => calcolaDati(uno, norme()));
        expect(dayByDay(uno)).toEqual(piana);
        if (Array.isArray(piana) && typeof piana[0] === 'object') calcolati++;
      }),
      { numRuns: CASI / 4 },
    );
    expect(calcolati).toBeGreaterThan(CASI / 20);
  });
});
