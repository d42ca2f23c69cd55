import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calcola } from '../../../src/contributi/calcola.ts';
import { norme } from '../../../src/norme/norme.ts';
import { regoleProspetti } from '../../../src/norme/regole-prospetti.ts';
import {
  attestazione,
  attestazioneToJson,
  estratto,
  estrattoToJson,
  type BollettinoPagato,
} from '../../../src/prospetti/attestazione/index.ts';
import type { CodiceAvviso, Iuv } from '../../../src/pagopa/identificativi/codice-avviso.ts';
import { parseTrimestre } from '../../../src/scadenze/trimestre.ts';
import { Decimale } from '../../../src/valori/decimale.ts';
import { centesimi } from '../../../src/valori/denaro.ts';
import { parseGiorno } from '../../../src/valori/giorno.ts';

const regole = regoleProspetti().tributi;
const lettoIl = { norme: norme(), oggi: parseGiorno('2026-12-01') };
const rossi = { codiceFiscale: 'RSSMRA80A01D620V', cognome: 'Rossi', nome: 'Mario' };
const bianchi = { codiceFiscale: 'BNCLRA75C41D620L', cognome: 'Bianchi', nome: 'Laura' };
const anna = { codiceFiscale: 'PRVNNA85D45Z138C', cognome: 'Prova', nome: 'Anna' };
const olga = { codiceFiscale: 'FNTLGO70E50Z154V', cognome: 'Finta', nome: 'Olga' };

function pagato(trimestre: string, pagatoIl: string, altro: Partial<BollettinoPagato> = {}): BollettinoPagato {
  const calcolo = calcola(
    {
      trimestre: parseTrimestre(trimestre),
      oreSettimanali: new Decimale(25),
      senzaCuaf: false,
      tempoDeterminato: false,
      associazione: 'F2',
    },
    norme(),
  );
  const { importo = calcolo.totale } = altro;
  return {
    codiceRapporto: '99109784511',
    datore: rossi,
    lavoratore: anna,
    trimestre: calcolo.trimestre,
    ore: calcolo.ore,
    settimane: calcolo.settimane,
    doppio: false,
    retribuzioneOrariaEffettiva: null,
    importo,
    quotaLavoratore: calcolo.quotaLavoratore,
    quotaDatore: centesimi(importo - calcolo.quotaLavoratore),
    associazione: calcolo.associazione,
    pagatoIl: parseGiorno(pagatoIl),
    iuv: '01000000000001234' as Iuv,
    codiceAvviso: '301000000000001234' as CodiceAvviso,
    ricevuta: `IUR-${trimestre}`,
    ...altro,
  };
}

const anno2021 = [
  pagato('4/2020', '2021-01-11'),
  pagato('1/2021', '2021-04-09'),
  pagato('2/2021', '2021-07-10'),
  pagato('3/2021', '2021-10-11'),
  pagato('4/2021', '2022-01-10'),
];

describe('the attestazione', () => {
  it('by year of payment counts the quarter paid in January in the new year', () => {
    const json = attestazioneToJson(
      attestazione({ datore: rossi, anno: 2021, criterio: 'anno-di-pagamento' }, anno2021, regole, lettoIl),
      false,
    );
    expect(json.righe.map(({ trimestre }) => trimestre)).toEqual(['4/2020', '1/2021', '2/2021', '3/2021']);
    // 13 weeks × 25 h = 325: 4/2020 at 1.04, and 2021 at the same table; worker 0.26, employer 0.78 × 325 = 253.50.
    // F2: 0.03 × 325 = 9.75 in 4/2020 (worker 3.25); from 2021 0.06 × 325 = 19.50 (worker 6.50).
    expect(json.righe[0]).toMatchObject({
      quotaDatore: '253.50',
      quotaLavoratore: '84.50',
      associazione: '9.75',
      importo: '347.75',
    });
    expect(json.righe[1]).toMatchObject({ quotaDatore: '253.50', associazione: '19.50', importo: '357.50' });
    expect(json.totali).toEqual({
      quotaDatore: '1014.00',
      quotaLavoratore: '338.00',
      associazione: '68.25',
      importo: '1420.25',
    });
    expect(json.deducibile).toBe('1014.00');
  });

  it('by year of contribution looks at the quarter, and gives nothing to deduct', () => {
    const { righe, deducibile, avvertenze } = attestazione(
      { datore: rossi, anno: 2021, criterio: 'anno-di-contribuzione' },
      anno2021,
      regole,
      lettoIl,
    );
    expect(righe.map(({ bollettino }) => bollettino.trimestre.numero)).toEqual([1, 2, 3, 4]);
    expect(deducibile).toBeNull();
    expect(avvertenze[0]).toMatch(/anno di pagamento/);
  });

  it('deducts at most 1.549,37, over all the workers, and subtotals each', () => {
    const due = [...anno2021, ...anno2021.map((b) => ({ ...b, lavoratore: olga, codiceRapporto: '1234567890' }))];
    const json = attestazioneToJson(
      attestazione({ datore: rossi, anno: 2021, criterio: 'anno-di-pagamento' }, due, regole, lettoIl),
      true,
    );
    expect(json).toMatchObject({ simulazione: false, totali: { quotaDatore: '2028.00' } });
    expect([json.massimoDeducibile, json.deducibile]).toEqual(['1549.37', '1549.37']);
    expect(json.passi[0]?.formula).toContain('2.028,00 € (quota del datore) e 1.549,37 €');
    expect(json.perLavoratore.map(({ lavoratore, quotaDatore }) => [lavoratore.nome, quotaDatore])).toEqual([
      ['Olga', '1014.00'],
      ['Anna', '1014.00'],
    ]);
  });

  it('leaves out other employers, and says when there is nothing', () => {
    expect(
      attestazione({ datore: bianchi, anno: 2021, criterio: 'anno-di-pagamento' }, anno2021, regole, lettoIl),
    ).toMatchObject({
      righe: [],
      deducibile: 0,
      avvertenze: expect.arrayContaining(['Nel 2021 non risultano pagamenti.']) as unknown,
    });
  });

  it('tells of a quarter paid twice', () => {
    const doppio = attestazione(
      { datore: rossi, anno: 2021, criterio: 'anno-di-pagamento' },
      [...anno2021, pagato('1/2021', '2021-04-10')],
      regole,
      lettoIl,
    );
    expect(doppio.righe).toHaveLength(5);
    expect(doppio.avvertenze.at(-1)).toMatch(/1\/2021 .* due volte .*09\/04\/2021 e 10\/04\/2021/);
  });
});

describe('the estratto', () => {
  const senza = pagato('1/2022', '2022-04-10', { datore: bianchi, retribuzioneOrariaEffettiva: centesimi(950) });
  const json = estrattoToJson(
    estratto(anna, [senza, ...anno2021, { ...anno2021[0]!, lavoratore: olga }], lettoIl),
    false,
  );

  it('lists the worker’s quarters of every employer, in order', () => {
    expect(json.simulazione).toBe(true);
    expect(json.righe.map(({ trimestre, datore }) => `${trimestre} ${datore.cognome}`)).toEqual([
      '4/2020 Rossi',
      '1/2021 Rossi',
      '2/2021 Rossi',
      '3/2021 Rossi',
      '4/2021 Rossi',
      '1/2022 Bianchi',
    ]);
    expect(json.righe.at(-1)).toMatchObject({ ore: 325, settimane: 13, retribuzioneOrariaEffettiva: '9.50' });
  });

  it('adds hours, weeks and amounts by year', () => {
    // 2021 has 52 Saturdays: 52 × 25 = 1300 hours; 1300 × (1.04 + 0.06) = 1430.00
    expect(json.anni.map(({ anno }) => anno)).toEqual([2020, 2021, 2022]);
    expect(json.anni[0]).toEqual({ anno: 2020, ore: 325, settimane: 13, settimaneAccreditate: 13, importo: '347.75' });
    expect(json.anni[1]).toEqual({
      anno: 2021,
      ore: 1300,
      settimane: 52,
      settimaneAccreditate: 52,
      importo: '1430.00',
    });
  });

  it('credits a quarter once: an integration adds its hours, a payment made twice gives nothing', () => {
    // 162.5 hours in 13 weeks are 7 weeks; with 40 more, 202.5 / 24 = 8.4, nine.
    const poche = pagato('1/2022', '2022-04-10', { ore: new Decimale('162.5') });
    const altre = pagato('1/2022', '2022-05-10', { ore: new Decimale(40), settimane: 0 });
    const ancora = { ...poche, settimane: 0, doppio: true, pagatoIl: parseGiorno('2022-06-10') };
    const di = (...righe: BollettinoPagato[]) =>
      estratto(anna, righe, lettoIl).righe.map((r) => r.settimaneAccreditate);
    expect(di(poche)).toEqual([7]);
    expect(di(poche, altre)).toEqual([9, null]);
    expect(di(poche, ancora)).toEqual([7, null]);
    // Two rapporti: 13 and 7 weeks are 13, those of the quarter.
    expect(di(poche, pagato('1/2022', '2022-04-10', { codiceRapporto: '1234567890' }))).toEqual([13, 0]);
  });
});

describe('the year of a fund that gives nothing below 25 euro', () => {
  // 8 hours a week, 13 weeks: 104 h × 0.06 = 6.24 a quarter, 24.96 a year (worker 0.02: 2.08).
  const f2 = { associazione: { codice: 'F2', totale: centesimi(624), quotaLavoratore: centesimi(208) } } as const;
  const anno2025 = [
    pagato('1/2025', '2025-04-09', f2),
    pagato('2/2025', '2025-07-09', f2),
    pagato('3/2025', '2025-10-09', f2),
    pagato('4/2025', '2026-01-09', f2),
  ];
  const detto = (avvertenze: readonly string[]) => avvertenze.filter((frase) => frase.includes('prestazioni'));
  const diAnno = (
    anno: number,
    criterio: 'anno-di-pagamento' | 'anno-di-contribuzione',
    oggi: string,
    bollettini: readonly BollettinoPagato[] = anno2025,
  ) =>
    detto(
      attestazione({ datore: rossi, anno, criterio }, bollettini, regole, { norme: norme(), oggi: parseGiorno(oggi) })
        .avvertenze,
    ).map((frase) => frase.replaceAll('\u00a0', ' '));

  it('is said in the attestazione by its own year, for each worker', () => {
    // Paid in 2025: three quarters, 18.72; 25.00 − 18.72 = 6.28.
    expect(diAnno(2025, 'anno-di-pagamento', '2026-01-01')).toEqual([
      'Per Anna Prova l’F2 pagato nel 2025 è 18,72 €, sotto i 25,00 € che danno diritto alle prestazioni del fondo: ' +
        'mancano 6,28 €, e al fondo si chiede se si possono ancora versare.',
    ]);
    expect(diAnno(2025, 'anno-di-contribuzione', '2026-01-13')).toEqual([
      expect.stringMatching(/l’F2 dei trimestri del 2025 è 24,96 €, .* mancano 0,04 €/),
    ]);
    const diOlga = { ...anno2025[0]!, lavoratore: olga };
    expect(diAnno(2025, 'anno-di-pagamento', '2026-06-01', [...anno2025, diOlga])).toEqual([
      expect.stringMatching(/^Per Olga Finta l’F2 pagato nel 2025 è 6,24 €/),
      expect.stringMatching(/^Per Anna Prova l’F2 pagato nel 2025 è 18,72 €/),
    ]);
  });

  it('may still be reached while the year is under way: the last quarter of 2025 is in time until 12 January', () => {
    const finora = expect.stringMatching(/è finora .* Se con i trimestri che restano non ci si arriva/) as string;
    expect(diAnno(2025, 'anno-di-pagamento', '2025-12-31')).toEqual([finora]);
    expect(diAnno(2025, 'anno-di-contribuzione', '2026-01-12')).toEqual([finora]);
  });

  it('is said of nobody who reached it, paid nothing for it, or paid before there was one', () => {
    const bastano = pagato('1/2025', '2025-04-09', {
      associazione: { ...f2.associazione, totale: centesimi(2500) },
    });
    expect(diAnno(2025, 'anno-di-pagamento', '2026-06-01', [bastano])).toEqual([]);
    expect(
      diAnno(2025, 'anno-di-pagamento', '2026-06-01', [pagato('1/2025', '2025-04-09', { associazione: null })]),
    ).toEqual([]);
    expect(diAnno(2020, 'anno-di-pagamento', '2026-06-01', [pagato('1/2020', '2020-04-09', f2)])).toEqual([]);
  });

  it('is said in the worker’s extract, year by year', () => {
    const { avvertenze } = estratto(anna, [...anno2025, pagato('1/2026', '2026-04-09', f2)], lettoIl);
    expect(detto(avvertenze).map((frase) => frase.replaceAll('\u00a0', ' '))).toEqual([
      expect.stringMatching(/^L’F2 dei trimestri del 2025 è 24,96 €, sotto i 25,00 €/),
      expect.stringMatching(/^L’F2 dei trimestri del 2026 è finora 6,24 €: .* ne mancano 18,76 €/),
    ]);
  });
});

it('the two kinds of statement split the same money: nothing lost, nothing twice', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          anno: fc.integer({ min: 2018, max: 2025 }),
          numero: fc.constantFrom(1, 2, 3, 4),
          ritardo: fc.integer({ min: 0, max: 700 }),
          importo: fc.integer({ min: 10_000, max: 90_000 }),
        }),
        { maxLength: 12 },
      ),
      (casi) => {
        const bollettini = casi.map(({ anno, numero, ritardo, importo }) =>
          pagato(`${numero}/${anno}`, new Date(Date.UTC(anno, numero * 3, 5 + ritardo)).toISOString().slice(0, 10), {
            importo: centesimi(importo),
          }),
        );
        const somma = (criterio: 'anno-di-pagamento' | 'anno-di-contribuzione') =>
          Array.from({ length: 12 }, (_, indice) =>
            attestazione({ datore: rossi, anno: 2018 + indice, criterio }, bollettini, regole, lettoIl),
          ).reduce((totale, { totali }) => {
            expect(totali.importo).toBe(totali.quotaDatore + totali.quotaLavoratore + totali.associazione);
            return totale + totali.importo;
          }, 0);
        const attesa = bollettini.reduce((totale, { importo }) => totale + importo, 0);
        expect(somma('anno-di-pagamento')).toBe(attesa);
        expect(somma('anno-di-contribuzione')).toBe(attesa);
      },
    ),
    { numRuns: 50 },
  );
});
