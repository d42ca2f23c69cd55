import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chiesto, decidi, type Decisione, type Voce } from '../../src/bollettini/decisione.ts';
import { comuni, quante, type Settimane, settimaneChieste } from '../../src/bollettini/settimane-coperte.ts';
import type { BaseDiCalcolo } from '../../src/bollettini/base-di-calcolo.ts';
import { parseSituazione } from '../../src/contributi/situazione/schema.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { centesimi, somma } from '../../src/valori/denaro.ts';
import { calcolatore, QUARTO_2020 } from './ambiente.ts';

const TUTTE = 0b1_1111_1111_1111;

/** A quarter of so many hours a week, whole or for some weeks whose place nobody says. */
function una(oreSettimanali: number, settimane?: number): Chiesto[] {
  const dati = {
    trimestre: QUARTO_2020,
    oreSettimanali: new Decimale(oreSettimanali),
    ...(settimane !== undefined && { settimane }),
    paga: { tipo: 'oraria', importo: centesimi(800) },
    senzaCuaf: false,
    tempoDeterminato: false,
  } as const;
  return chiesti({ forma: 'semplice', dati });
}

/** Weeks of 30 hours that are named: the others have none. */
function nominate(quali: readonly number[]): Chiesto[] {
  return raccontate((n) => (quali.includes(n) ? '30' : '0'));
}

/** The first `corte` weeks of 20 hours, the others of 30. */
function mista(corte: number): Chiesto[] {
  return raccontate((n) => (n <= corte ? '20' : '30'));
}

/** @param oreDi the hours of each week, from the first on */
function raccontate(oreDi: (settimana: number) => string): Chiesto[] {
  const sabati = Array.from({ length: 13 }, (_, i) =>
    new Date(Date.UTC(2020, 9, 3 + 7 * i)).toISOString().slice(0, 10),
  );
  return chiesti({
    forma: 'situazione',
    testo: {
      trimestre: '4/2020',
      condizioni: [{ dal: '2019-03-01', oreSettimanali: '25', paga: { tipo: 'oraria', importo: '8,00' } }],
      ore: { tipo: 'settimane', settimane: sabati.map((sabato, i) => ({ sabato, ore: oreDi(i + 1) })) },
    },
  });
}

function chiesti(base: BaseDiCalcolo): Chiesto[] {
  const calcoli =
    base.forma === 'semplice' ? calcolatore.semplice(base.dati) : calcolatore.trimestre(parseSituazione(base.testo));
  return calcoli.map((calcolo) => ({ calcolo, settimane: settimaneChieste(base, calcolo) }));
}

/** The quarter's bollettini once everything was agreed to and written. */
function scritto(conto: readonly Voce[], detti: readonly Chiesto[], decisione: Decisione<Voce>): Voce[] {
  const [primo] = detti;
  if (primo === undefined) throw new Error('nothing was told');
  const comune = { scadenza: primo.calcolo.scadenza.scadenza, stato: 'nel-carrello' } as const;
  const spostate = new Map(decisione.spostati.map(({ voce, settimane }) => [voce, settimane]));
  return [
    ...conto
      .filter((voce) => !decisione.sostituiti.includes(voce))
      .map((voce) => ({ ...voce, settimane: spostate.get(voce) ?? voce.settimane })),
    ...decisione.nuovi.map(({ calcolo, settimane }) => ({
      ...comune,
      gruppo: calcolo.gruppo,
      importo: calcolo.totale,
      settimane,
      possibili: detti.find((detto) => detto.calcolo === calcolo)?.settimane.possibili ?? settimane,
    })),
    ...(decisione.integrazione === undefined
      ? []
      : [{ ...comune, gruppo: primo.calcolo.gruppo, ...decisione.integrazione, integrazione: 1 + conto.length }]),
  ];
}

const emesso = (detti: readonly Chiesto[], conto: readonly Voce[] = []) => scritto(conto, detti, decidi(conto, detti));
const pagato = (conto: readonly Voce[]): Voce[] => conto.map((voce) => ({ ...voce, stato: 'pagato' }));
const importi = (detti: readonly Chiesto[]) => somma(detti.map(({ calcolo }) => calcolo.totale));

describe('weeks that nobody pays', () => {
  it('are issued, all of the quarter or some', () => {
    expect(emesso(una(25))).toMatchObject([{ importo: 33_800, settimane: TUTTE }]);
    const [sei, sette] = emesso(una(25, 7), emesso(una(20, 6)));
    expect(quante(sei?.settimane ?? (0 as Settimane))).toBe(6);
    expect(quante(sette?.settimane ?? (0 as Settimane))).toBe(7);
    expect(comuni(sei?.settimane as Settimane, sette?.settimane as Settimane)).toBe(0);
  });

  it('are named where the quarter is told week by week', () => {
    expect(emesso(mista(4))).toMatchObject([
      { gruppo: 'fino-24', settimane: 0b1111 },
      { gruppo: 'oltre-24', settimane: TUTTE & ~0b1111 },
    ]);
  });
});

describe('weeks told as a number and weeks that are named', () => {
  it('live together in either order, while they fit in the quarter', () => {
    for (const [prima, poi] of [
      [una(20, 6), nominate([1, 2, 3])],
      [nominate([1, 2, 3]), una(20, 6)],
    ] as const) {
      const conto = emesso(poi, emesso(prima));
      const tutte = conto.map(({ settimane }) => quante(settimane));
      expect([...tutte].sort()).toEqual([3, 6]);
      expect(conto.some(({ settimane }) => settimane === 0b111)).toBe(true);
    }
  });

  it('move no more than they must, and through one another where it takes that', () => {
    const conto = emesso(una(20, 4), emesso(una(25, 4)));
    expect(decidi(conto, nominate([1])).spostati).toMatchObject([{ voce: conto[0], settimane: 0b1_0000_1110 }]);
    // The second may be in its own four weeks or in the last two alone.
    const stretti = conto.map((voce, i) =>
      i === 0 ? voce : { ...voce, possibili: (voce.settimane | 0b1_1000_0000_0000) as Settimane },
    );
    const tutte = decidi(stretti, nominate([9, 10, 11, 12, 13]));
    expect(tutte).toMatchObject({ nuovi: [{ settimane: 0b1_1111_0000_0000 }], spostati: [] });
    expect(decidi(pagato(stretti), nominate([5, 6, 9, 10, 11])).spostati).toMatchObject([
      { voce: { importo: conto[1]?.importo }, settimane: 0b1_1000_1100_0000 },
    ]);
  });

  it('make room in the place of what is replaced too', () => {
    const conto = [...emesso(una(20, 6)), ...pagato(emesso(nominate([7, 8, 9])))];
    // The paid ones are told again with one week more: the number moves, nothing is billed twice.
    const decisione = decidi(conto, nominate([1, 2, 3, 10]));
    expect(decisione).toMatchObject({ nuovi: [{}], sostituiti: [], versati: [] });
  });
});

describe('weeks that something unpaid asks for', () => {
  it.each([
    [25, 20],
    [20, 25],
  ])('cross 24 hours, from %d to %d: the old gives way to the new', (prima, poi) => {
    const conto = emesso(una(prima));
    const decisione = decidi(conto, una(poi));
    expect(decisione).toMatchObject({ sostituiti: conto, tenuti: [], versati: [], eccedenza: 0 });
    expect(scritto(conto, una(poi), decisione)).toMatchObject([{ importo: importi(una(poi)), settimane: TUTTE }]);
  });

  it('stay with what asks the same already', () => {
    const conto = emesso(una(25));
    expect(decidi(conto, una(25))).toEqual({
      nuovi: [],
      spostati: [],
      sostituiti: [],
      tenuti: conto,
      versati: [],
      eccedenza: 0,
    });
  });

  it('change hands in one group and not in the other', () => {
    const conto = emesso(mista(4));
    const altra = mista(4).map((detto) =>
      detto.calcolo.gruppo === 'fino-24' ? detto : { ...detto, calcolo: { ...detto.calcolo, totale: centesimi(1) } },
    );
    const { sostituiti, tenuti, nuovi } = decidi(conto, altra);
    expect([sostituiti, tenuti].map((voci) => voci.map(({ gruppo }) => gruppo))).toEqual([['oltre-24'], ['fino-24']]);
    expect(nuovi.map(({ settimane }) => settimane)).toEqual([TUTTE & ~0b1111]);
  });

  it('take the place of both groups when the quarter has one, and of one when it has both', () => {
    expect(decidi(emesso(mista(4)), una(30)).sostituiti).toHaveLength(2);
    expect(decidi(emesso(una(25)), mista(4))).toMatchObject({ sostituiti: [{}], nuovi: [{}, {}] });
  });

  it('of which only the number is told are first those of the same group', () => {
    const conto = emesso(una(25, 7), emesso(una(20, 6)));
    expect(decidi(conto, una(26, 7)).sostituiti).toEqual([conto[1]]);
    expect(decidi(conto, una(22, 6)).sostituiti).toEqual([conto[0]]);
    expect(decidi(conto, una(22, 8)).sostituiti).toEqual(conto);
  });
});

describe('a bollettino whose weeks are another’s', () => {
  const orfano = (stato: Voce['stato']): Voce[] =>
    emesso(una(25)).map((voce) => ({ ...voce, stato, settimane: 0 as Settimane }));

  it('gives way when it is unpaid, and counts when it is paid, even where the weeks are free', () => {
    const vivo = orfano('nel-carrello');
    expect(decidi(vivo, una(20))).toMatchObject({ sostituiti: vivo, nuovi: [{ settimane: TUTTE }] });
    const differenza = importi(una(20)) - importi(una(25));
    expect(decidi(orfano('pagato'), una(20)).integrazione).toEqual({ importo: differenza, settimane: TUTTE });
  });
});

describe('weeks that were paid', () => {
  it('come to a difference to be paid, of no week', () => {
    const conto = pagato(emesso(una(25)));
    // 13 × 5 hours at 1,04.
    expect(decidi(conto, una(30))).toMatchObject({
      nuovi: [],
      integrazione: { importo: 6_760, settimane: 0 },
      versati: conto,
    });
  });

  it('cross 24 hours up or down: the difference of the amounts, or what is to be asked back', () => {
    const [venti, venticinque] = [importi(una(20)), importi(una(25))];
    expect(venticinque - venti).toBeLessThan(0);
    expect(decidi(pagato(emesso(una(25))), una(20)).integrazione?.importo).toBe(venti - venticinque);
    expect(decidi(pagato(emesso(una(20))), una(25))).toMatchObject({ nuovi: [], eccedenza: venti - venticinque });
  });

  it('need nothing when the amount is the same', () => {
    const conto = pagato(emesso(mista(4)));
    expect(decidi(conto, mista(4))).toEqual({
      nuovi: [],
      spostati: [],
      sostituiti: [],
      tenuti: [],
      versati: conto,
      eccedenza: 0,
    });
  });

  it('leave the other group an ordinary bollettino', () => {
    const [corte, lunghe] = emesso(mista(4)) as [Voce, Voce];
    const { nuovi, integrazione } = decidi(pagato([corte]), mista(4));
    expect(integrazione).toBeUndefined();
    expect(nuovi).toMatchObject([{ settimane: lunghe.settimane }]);
  });

  it('come to one difference with the weeks not paid yet, in place of what asked for them', () => {
    const [corte, lunghe] = emesso(mista(4)) as [Voce, Voce];
    const decisione = decidi([...pagato([corte]), lunghe], una(30));
    expect(decisione).toMatchObject({
      sostituiti: [lunghe],
      integrazione: { importo: importi(una(30)) - corte.importo, settimane: lunghe.settimane },
    });
  });

  it('are told again: an unpaid integration gives way, a paid one counts', () => {
    const uno = pagato(emesso(una(25)));
    const due = emesso(una(28), uno);
    expect(decidi(due, una(28))).toMatchObject({ tenuti: [due[1]], sostituiti: [] });
    expect(decidi(due, una(30))).toMatchObject({ sostituiti: [due[1]], integrazione: { importo: 6_760 } });
    // 13 × 2 hours at 1,04.
    expect(decidi(pagato(due), una(30))).toMatchObject({ sostituiti: [], integrazione: { importo: 2_704 } });
    expect(decidi(due, una(25))).toMatchObject({ sostituiti: [due[1]], nuovi: [], eccedenza: 0 });
  });
});

it('never bills a week twice, nor more than the quarter, however often it is told and paid', () => {
  const detto = fc.oneof(
    fc.record({ ore: fc.constantFrom(20, 24, 25, 30), settimane: fc.constant(undefined) }),
    fc.record({ corte: fc.integer({ min: 1, max: 12 }) }),
  );
  fc.assert(
    fc.property(fc.array(fc.record({ detto, paga: fc.nat({ max: 3 }) }), { maxLength: 8 }), (passi) => {
      let conto: Voce[] = [];
      for (const { detto: come, paga } of passi) {
        const detti = 'corte' in come ? mista(come.corte) : una(come.ore);
        conto = emesso(detti, conto);
        const versato = somma(conto.filter(({ stato }) => stato === 'pagato').map(({ importo }) => importo));
        expect(somma(conto.map(({ importo }) => importo))).toBe(Math.max(importi(detti), versato));
        conto.reduce((coperte, { settimane }) => {
          expect(comuni(coperte as Settimane, settimane)).toBe(0);
          return coperte | settimane;
        }, 0);
        conto = conto.map((voce, i) => (i === paga ? { ...voce, stato: 'pagato' } : voce));
      }
    }),
    { numRuns: 300 },
  );
});
