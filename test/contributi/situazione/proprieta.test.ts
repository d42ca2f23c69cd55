import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calcoloToJson } from '../../../src/contributi/json.ts';
import { calcolaTrimestre } from '../../../src/contributi/calcola.ts';
import { ripartisci } from '../../../src/contributi/situazione/ripartizione.ts';
import { parseSituazione } from '../../../src/contributi/situazione/schema.ts';
import type { Situazione } from '../../../src/contributi/situazione/situazione.ts';
import { norme } from '../../../src/norme/norme.ts';
import { settimane } from '../../../src/scadenze/settimane.ts';
import { Decimale } from '../../../src/valori/decimale.ts';
import { centesimi } from '../../../src/valori/denaro.ts';
import { ErroreDati } from '../../../src/valori/errore-dati.ts';
import { aggiungiGiorni } from '../../../src/valori/giorno.ts';
import { risultatoNumero, valutaFormula } from '../valuta-formula.ts';

const trimestri = fc.record({
  anno: fc.integer({ min: 2012, max: 2026 }),
  numero: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
});
const quarti = (max: number) => fc.integer({ min: 0, max: max * 4 }).map((n) => new Decimale(n).dividedBy(4));
const termini = fc.record({
  oreSettimanali: fc.integer({ min: 4, max: 240 }).map((n) => new Decimale(n).dividedBy(4)),
  paga: fc.record({
    tipo: fc.constantFrom('oraria' as const, 'giornaliera' as const, 'settimanale' as const, 'mensile' as const),
    importo: fc.integer({ min: 100, max: 90_000 }).map(centesimi),
    giorniSettimanali: fc.integer({ min: 1, max: 7 }),
  }),
  vittoAlloggioGiorni: fc.integer({ min: 0, max: 7 }),
  senzaCuaf: fc.boolean(),
  tempoDeterminato: fc.boolean(),
});

/** A quarter with weeks of its own, maybe a change of terms, an end, an absence, a fund: whatever a family may bring. */
const situazioni: fc.Arbitrary<Situazione> = fc
  .record({
    trimestre: trimestri,
    primi: termini,
    secondi: fc.option(termini, { nil: undefined }),
    cambio: fc.integer({ min: 1, max: 80 }),
    settimane: fc.array(quarti(40), { maxLength: 12 }),
    assenza: fc.option(
      fc.record({
        tipo: fc.constantFrom('ferie', 'malattia', 'maternita', 'infortunio'),
        dal: fc.integer({ min: -30, max: 80 }),
        giorni: fc.integer({ min: 0, max: 40 }),
      }),
      { nil: undefined },
    ),
    fine: fc.option(fc.integer({ min: 0, max: 95 }), { nil: undefined }),
    associazione: fc.constantFrom('F2' as const, 'E1' as const, undefined),
    lettura: fc.constantFrom('settimana-per-settimana' as const, 'orario-unico' as const),
    festivita: fc.constantFrom('comprese' as const, 'un-sesto' as const),
    tredicesima: fc.constantFrom('su-paga-e-vitto' as const, 'sulla-paga' as const),
    oreInParti: fc.constantFrom('intere' as const, 'esatte' as const),
    settimaneIncomplete: fc.constantFrom('intere' as const, 'a-giorni' as const),
    quartaFascia: fc.constantFrom('dalle-25' as const, 'oltre-24' as const),
    contoAssistenza: fc.constantFrom('del-trimestre' as const, 'a-giorni' as const),
  })
  .map(({ trimestre, primi, secondi, cambio, assenza, fine, associazione, settimane: dettate, ...resto }) => {
    const elenco = settimane(trimestre);
    const inizio = elenco[0]?.domenica ?? aggiungiGiorni('2020-01-01' as never, 0);
    const giorno = (n: number) => aggiungiGiorni(inizio, n);
    const aSettimane = assenza === undefined && dettate.length > 0;
    return {
      ...resto,
      trimestre,
      condizioni: [
        { dal: giorno(-400), ...primi },
        ...(secondi === undefined ? [] : [{ dal: giorno(cambio), ...secondi }]),
      ],
      ore: aSettimane
        ? {
            tipo: 'settimane',
            settimane: dettate.map((ore, n) => ({ sabato: elenco[n]?.sabato ?? inizio, ore })),
          }
        : { tipo: 'contratto' },
      assenze:
        assenza === undefined
          ? []
          : [{ tipo: assenza.tipo, dal: giorno(assenza.dal), al: giorno(assenza.dal + assenza.giorni) }],
      straordinari: [],
      sgravi: [],
      territori: [],
      ...(fine === undefined || aSettimane ? {} : { cessazione: giorno(fine) }),
      ...(associazione === undefined ? {} : { associazione }),
    };
  });

/** Runs a property on the results, passing over the quarters in which nothing is paid. */
function perOgni(controlla: (situazione: Situazione, calcoli: ReturnType<typeof calcolaTrimestre>) => void): void {
  let pagati = 0;
  fc.assert(
    fc.property(situazioni, (situazione) => {
      try {
        const calcoli = calcolaTrimestre(situazione, norme());
        pagati++;
        controlla(situazione, calcoli);
      } catch (errore) {
        if (!(errore instanceof ErroreDati)) throw errore;
        expect(errore.codice).toBe('nulla-da-versare');
      }
    }),
  );
  expect(pagati).toBeGreaterThan(80);
}

describe('properties of calcolaTrimestre', () => {
  it('shares add up, rows add up, weeks and hours are told once', () => {
    perOgni((_situazione, calcoli) => {
      for (const calcolo of calcoli) {
        expect(calcolo.quotaLavoratore + calcolo.quotaDatore).toBe(calcolo.totale);
        const righe = calcolo.dettaglio?.righe ?? [];
        const somma = (voce: 'totale' | 'quotaLavoratore') => righe.reduce((altre, riga) => altre + riga[voce], 0);
        expect(somma('totale') + (calcolo.associazione?.totale ?? 0)).toBe(calcolo.totale);
        expect(somma('quotaLavoratore') + (calcolo.associazione?.quotaLavoratore ?? 0)).toBe(calcolo.quotaLavoratore);
        expect(righe.reduce((ore, riga) => ore.plus(riga.ore), new Decimale(0)).toFixed()).toBe(calcolo.ore.toFixed());
        expect((calcolo.dettaglio?.segniSettimane.match(/[12]/g) ?? []).length).toBe(calcolo.settimane);
      }
      const [primo, secondo] = calcoli;
      const doppie = [...(primo?.dettaglio?.segniSettimane ?? '')].filter(
        (segno, n) => segno !== '0' && (secondo?.dettaglio?.segniSettimane[n] ?? '0') !== '0',
      );
      expect(doppie).toEqual([]);
    });
  });

  it('every arithmetic step, worked out again from its text, gives its printed result', () => {
    let controllati = 0;
    perOgni((_situazione, calcoli) => {
      for (const passo of calcoli.flatMap(({ passi }) => passi)) {
        const valore = valutaFormula(passo.formula);
        if (valore === undefined) continue;
        const { valore: stampato, cifre } = risultatoNumero(passo);
        const atteso = valore.toDecimalPlaces(20).toDecimalPlaces(cifre);
        expect(`${passo.formula} = ${stampato.toFixed()}`).toBe(`${passo.formula} = ${atteso.toFixed()}`);
        controllati++;
      }
    });
    expect(controllati).toBeGreaterThan(1000);
  });

  it('cutting the terms in two equal ones changes no cent', () => {
    fc.assert(
      fc.property(trimestri, termini, fc.integer({ min: 1, max: 80 }), (trimestre, condizioni, giorno) => {
        const con = (...tagli: object[]) =>
          calcolaTrimestre(
            {
              ...parseSituazione({ trimestre: '1/2020', condizioni: [{ dal: '2000-01-01', oreSettimanali: 1 }] }),
              trimestre,
              condizioni: tagli as never,
            },
            norme(),
          ).map(({ totale, quotaLavoratore }) => [totale, quotaLavoratore]);
        const inizio = settimane(trimestre)[0]?.domenica as never;
        const intera = con({ dal: '2000-01-01', ...condizioni });
        const tagliata = con(
          { dal: '2000-01-01', ...condizioni },
          { dal: aggiungiGiorni(inizio, giorno), ...condizioni },
        );
        expect(tagliata).toEqual(intera);
      }),
    );
  });

  it('writes as JSON what it found', () => {
    perOgni((_situazione, calcoli) => {
      for (const calcolo of calcoli) {
        const json = calcoloToJson(calcolo);
        expect(JSON.parse(JSON.stringify(json))).toEqual(json);
        expect(json.dettaglio?.righe.at(-1)?.contributoOrario).toBe(json.contributoOrario);
      }
    });
  });
});

describe('ripartisci', () => {
  it('loses nothing and keeps to its step', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.constantFrom(1, 25, 100),
        fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 14 }),
        (unita, passo, pesi) => {
          const parti = ripartisci(unita * passo, pesi, passo);
          expect(parti.reduce((somma, parte) => somma + parte, 0)).toBe(unita * passo);
          const somma = pesi.reduce((altri, peso) => altri + peso, 0);
          for (const [n, parte] of parti.entries()) {
            expect(parte % passo).toBe(0);
            if (somma > 0) expect(Math.abs(parte - (unita * passo * (pesi[n] ?? 0)) / somma)).toBeLessThan(passo);
          }
        },
      ),
    );
  });

  it.each([
    [10, [1, 1, 1], [4, 3, 3]],
    [2, [0, 1, 0], [0, 2, 0]],
    [5, [0, 0], [3, 2]],
    [7, [1, 2], [2, 5]],
    [0, [], []],
  ])('%i by %j is %j', (totale, pesi, parti) => expect(ripartisci(totale, pesi)).toEqual(parti));
});
