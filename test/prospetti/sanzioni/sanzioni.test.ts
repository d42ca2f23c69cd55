import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { norme } from '../../../src/norme/norme.ts';
import { regoleProspetti } from '../../../src/norme/regole-prospetti.ts';
import {
  parseDatiSanzioni,
  sanzioni,
  sanzioniToJson,
  type DatiSanzioni,
} from '../../../src/prospetti/sanzioni/index.ts';
import { centesimi } from '../../../src/valori/denaro.ts';
import { aggiungiGiorni, giorniTra, parseGiorno } from '../../../src/valori/giorno.ts';

const regole = regoleProspetti();
const base = regole.sanzioni.baseGiorni;

function caso(scadenza: string, pagamento: string, altro: Partial<DatiSanzioni> = {}) {
  const dati: DatiSanzioni = {
    contributi: centesimi(33800),
    scadenza: parseGiorno(scadenza),
    pagamento: parseGiorno(pagamento),
    tipo: 'omissione',
    spontaneo: true,
    ...altro,
  };
  return sanzioni(dati, regole);
}

describe('worked examples of rules/sanzioni.yaml', () => {
  it.each(regole.sanzioni.esempi)('$caso', ({ dati, atteso }) => {
    const prospetto = sanzioni(dati, regole);
    const prima = prospetto.letture[0];
    expect(prospetto.giorniRitardo).toBe(atteso.giorni);
    expect(prima?.tratti[0]?.percentuale.toString()).toBe(atteso.percentuale);
    expect(prima?.sanzione).toBe(atteso.sanzione);
  });
});

describe('rates printed by INPS and INAIL', () => {
  // ECB rate + 5.5 points in force on the day of the payment.
  it.each([
    ['2006-03-20', '8'], // INPS circ. 42/2006
    ['2007-06-20', '9.5'], // INPS circ. 93/2007
    ['2009-04-10', '6.75'], // INPS circ. 52/2009
    ['2016-03-20', '5.5'], // INPS circ. 49/2016
    ['2023-02-10', '8.5'], // INPS circ. 17/2023
    ['2023-05-12', '9.25'], // INAIL circ. 16/2023
    ['2023-09-25', '10'], // INPS circ. 81/2023
    ['2024-06-20', '9.75'], // INPS circ. 71/2024
    ['2024-09-20', '9.15'], // INPS circ. 89/2024
    ['2024-12-20', '8.65'], // INAIL circ. 45/2024
    ['2025-02-10', '8.4'], // INAIL, February 2025
    ['2025-03-20', '8.15'], // INPS circ. 56/2025
    ['2025-05-01', '7.9'], // INPS circ. 80/2025
    ['2025-06-20', '7.65'], // INPS circ. 100/2025
  ])('paid on %s after a request, omission costs %s%% a year', (pagamento, percentuale) => {
    const prospetto = caso('2005-07-11', pagamento, { spontaneo: false });
    const lettura = prospetto.letture.find(({ tasso }) => tasso !== 'per-periodi');
    expect(lettura?.tratti[0]?.percentuale.toString()).toBe(percentuale);
  });

  it('takes 9.90% where evasion is declared within a year and paid within 90 days (INPS circ. 80/2025)', () => {
    const prospetto = caso('2025-01-10', '2025-06-01', { tipo: 'evasione', denuncia: parseGiorno('2025-04-01') });
    const percentuali = prospetto.letture.map(({ tratti }) => tratti.at(-1)?.percentuale.toString());
    expect(percentuali).toEqual(['9.9', '9.9']);
  });
});

describe('the regimes before and from 1/9/2024', () => {
  it('drops the 5.5 points up to the 120th day and not on the 121st', () => {
    // 10/1/2025 + 120 = 10/5/2025; the rate at the payment is 2.40 (from 23/4/2025).
    const dentro = caso('2025-01-10', '2025-05-10').letture[0];
    const fuori = caso('2025-01-10', '2025-05-11').letture[0];
    expect(dentro?.tratti[0]?.percentuale.toString()).toBe('2.4');
    expect(fuori?.tratti[0]?.percentuale.toString()).toBe('7.9');
  });

  it('does not drop them when INPS asked first', () => {
    expect(caso('2025-01-10', '2025-01-20', { spontaneo: false }).letture[0]?.tratti[0]?.percentuale.toString()).toBe(
      '8.65',
    );
  });

  it('keeps the old regime for a debt older than the change, whenever it is paid (circ. INPS 90/2024)', () => {
    // Q2 2024: due 10/7/2024, paid 83 days later. 338 × 9.15% × 83 / 365 = 7.0327; the points are not dropped.
    const { letture, minimo, massimo, avvertenze } = caso('2024-07-10', '2024-10-01');
    expect(letture.map(({ tasso }) => tasso)).toEqual(['alla-data-del-pagamento', 'per-periodi']);
    // Stretch by stretch: 69 days at 9.75% + 14 at 9.15% = 6.2298 + 1.1862.
    expect(letture.map(({ totale }) => totale)).toEqual([703, 742]);
    expect([minimo, massimo]).toEqual([703, 742]);
    expect(avvertenze.some((frase) => frase.includes('non sono retroattive (circolare INPS 90/2024)'))).toBe(true);
    for (const [scadenza, pagamento] of [
      ['2024-07-10', '2024-08-31'],
      ['2024-09-01', '2024-10-01'],
    ] as const) {
      expect(caso(scadenza, pagamento).avvertenze.join()).not.toContain('retroattive');
    }
  });

  it('halves the sanction paid within 30 days of the assessment, only under the new regime', () => {
    const accertamento = parseGiorno('2026-01-10');
    const dati = { spontaneo: false, accertamento };
    const nuova = caso('2025-07-10', '2026-02-09', dati).letture[0];
    const tardi = caso('2025-07-10', '2026-02-10', dati).letture[0];
    expect(nuova?.misura.riduzione).toBe('50');
    expect(tardi?.misura.riduzione).toBeNull();
    // 338 × 7.65% × 214 / 365 = 15.1600, half of it 7.5800.
    expect(nuova?.sanzione).toBe(758);
    expect(caso('2022-07-11', '2024-08-30', { ...dati, accertamento: parseGiorno('2024-08-20') }).letture).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ misura: expect.objectContaining({ riduzione: null }) as unknown }),
      ]),
    );
  });

  it('treats evasion not declared, or declared after a year, as 30% up to 60%', () => {
    const tardiva = caso('2022-01-10', '2023-03-01', { tipo: 'evasione', denuncia: parseGiorno('2023-02-01') });
    expect(tardiva.letture[0]?.misura.base).toEqual({ tipo: 'fissa', percentuale: '30' });
  });
});

describe('after the cap', () => {
  it('stops the sanction on the day the cap is reached and counts interest from the next, at the payment’s rate', () => {
    // 338 × 30% a year reaches 60% after 730 days, on 11/1/2023; then 338 × 2.68% × 365 / 365 = 9.0584.
    const lettura = caso('2021-01-11', '2024-01-11', { tipo: 'evasione' }).letture[0];
    expect(lettura?.tettoRaggiuntoIl).toBe('2023-01-11');
    expect(lettura?.sanzione).toBe(20280);
    expect(lettura?.mora).toMatchObject({ tasso: 'costante', importo: 906 });
    expect(lettura?.mora?.tratti).toMatchObject([{ dal: '2023-01-12', al: '2024-01-11', giorni: 365 }]);
    expect(lettura?.totale).toBe(21186);
  });

  it('counts that interest at one rate, or each day at its own, where the rate changed: both are shown', () => {
    // 1,000: cap on 10/4/2019, then 1,096 days. At 2.68%: 80.4734; 81 days at 3.01% + 1,015 at 2.68%: 6.6797 + 74.5260.
    const contributi = centesimi(100_000);
    const { letture, minimo, massimo, avvertenze } = caso('2017-04-10', '2022-04-10', { tipo: 'evasione', contributi });
    expect(letture.map(({ mora, totale }) => [mora?.tasso, mora?.importo, totale])).toEqual([
      ['alla-data-del-pagamento', 8047, 68_047],
      ['per-periodi', 8121, 68_121],
    ]);
    expect(letture[1]?.mora?.tratti.map(({ giorni, percentuale }) => `${giorni} × ${percentuale.toString()}`)).toEqual([
      '81 × 3.01',
      '1015 × 2.68',
    ]);
    expect([minimo, massimo]).toEqual([68_047, 68_121]);
    expect(avvertenze.some((frase) => frase.includes('interessi di mora cambia dopo il tetto'))).toBe(true);
  });

  it('keeps apart the two open questions, the rate of the sanction and that of the interest', () => {
    // 40% at some 9% a year is reached after five years; both rates changed in their days.
    const { letture } = caso('2006-01-10', '2020-01-10', { spontaneo: false });
    expect(letture.map(({ tasso, mora }) => `${tasso}, ${mora?.tasso}`)).toEqual([
      'alla-data-del-pagamento, alla-data-del-pagamento',
      'alla-data-del-pagamento, per-periodi',
      'per-periodi, alla-data-del-pagamento',
      'per-periodi, per-periodi',
    ]);
    const json = sanzioniToJson(caso('2006-01-10', '2020-01-10', { spontaneo: false }), base);
    expect(new Set(json.letture.map(({ nome }) => nome)).size).toBe(4);
  });

  it('reaches it after 730 days at 30% whatever the amount, one of long quotients too', () => {
    // 2,386.44 × 30% × 730 / 365 is 60% to the cent, but the cost of one day, 1.961457…, does not end.
    for (const importo of [238_644, 298_219, 123_876, 275_931, 1, 3]) {
      const { letture } = caso('2021-01-11', '2024-01-11', { tipo: 'evasione', contributi: centesimi(importo) });
      expect(letture[0]?.tettoRaggiuntoIl).toBe('2023-01-11');
      expect(letture[0]?.mora?.tratti[0]?.giorni).toBe(365);
    }
  });

  it('has no interest when the cap is reached on the very day of the payment', () => {
    const lettura = caso('2021-01-11', '2023-01-11', { tipo: 'evasione' }).letture[0];
    expect(lettura?.tettoRaggiuntoIl).toBe('2023-01-11');
    expect(lettura?.mora).toBeNull();
  });
});

describe('in time, wrong or unknown', () => {
  it('costs nothing on the due date or before', () => {
    for (const pagamento of ['2021-01-11', '2021-01-05']) {
      const prospetto = caso('2021-01-11', pagamento);
      expect(prospetto).toMatchObject({ giorniRitardo: 0, letture: [], minimo: 0, massimo: 0, interessiLegali: 0 });
    }
  });

  it('refuses what it cannot compute, saying why', () => {
    expect(() => caso('2000-12-31', '2001-02-01')).toThrow(/prima del 01\/01\/2001/);
    expect(() => caso('2001-02-01', '2001-03-01')).toThrow(/primo valore noto è dal 06\/06\/2003/);
    expect(() => caso('2021-01-11', '2021-02-01', { contributi: centesimi(0) })).toThrow(/maggiore di zero/);
  });

  it('says which rates nobody has checked', () => {
    const { avvertenze } = caso('2026-01-12', '2026-11-20');
    expect(avvertenze.some((frase) => frase.includes('controllato fino al 04/02/2026'))).toBe(true);
    expect(caso('2025-01-10', '2025-02-01').avvertenze.some((frase) => frase.includes('controllato'))).toBe(false);
  });
});

describe('prescription', () => {
  it.each([
    ['2024-07-10', '2029-07-10'],
    // Running during the second suspension only: + 182 days.
    ['2020-10-12', '2026-04-12'],
    // Running during both: + 129 + 182 = 311 days.
    ['2018-01-10', '2023-11-17'],
    // Ended before the suspensions.
    ['2014-01-10', '2019-01-10'],
    // Began inside the second suspension: it starts on its last day.
    ['2021-01-11', '2026-06-30'],
  ])('of a debt due on %s ends on %s', (scadenza, atteso) => {
    expect(caso(scadenza, scadenza).prescrizione.giorno).toBe(atteso);
  });
});

describe('what a person should know first', () => {
  const frasi = (...args: Parameters<typeof caso>) => caso(...args).avvertenze.join('\n');
  const oggi = parseGiorno('2026-11-22');
  const dal = (campi: object) => sanzioni(parseDatiSanzioni({ contributi: '338', ...campi }, oggi, norme()), regole);

  it('says that a debt past its term cannot even be paid, and only then', () => {
    expect(caso('2014-01-10', '2019-01-11').avvertenze[0]).toMatch(
      /prescrizione \(10\/01\/2019\) risulta passato.*art\. 3/,
    );
    expect(frasi('2014-01-10', '2019-01-10')).not.toContain('risulta passato');
  });

  it('says where the term was a Saturday: 3/2026, Monday 12/10/2026 or Saturday 10/10', () => {
    const lunedi = dal({ trimestre: '3/2026', pagamento: '12/10/2026' });
    expect(lunedi.letture).toEqual([]);
    expect(lunedi.avvertenze[1]).toContain('sabato 10/10/2026');
    expect(lunedi.avvertenze[1]).toContain('i giorni di ritardo sono 2.');
    expect(dal({ trimestre: '3/2026', pagamento: '10/10/2026' }).avvertenze).toHaveLength(1);
    expect(dal({ trimestre: '3/2026', pagamento: '20/10/2026' }).avvertenze.join()).toContain('ritardo sono 10.');
    expect(
      dal({ trimestre: '3/2026', scadenza: '12/10/2026', pagamento: '20/10/2026' }).avvertenze.join(),
    ).not.toContain('sabato');
  });

  it('says that the day of the declaration counts for evasion alone', () => {
    const denuncia = parseGiorno('2025-01-20');
    expect(frasi('2025-01-10', '2025-02-01', { denuncia })).toContain('conta solo per l’evasione');
    expect(frasi('2025-01-10', '2025-02-01', { denuncia, tipo: 'evasione' })).not.toContain('conta solo');
  });

  it('writes the measure with its cap', () => {
    const { passi } = sanzioniToJson(caso('2025-01-10', '2025-02-01'), base).letture[0] ?? { passi: [] };
    expect(passi[0]?.risultato).toBe('al massimo il 40% dei contributi, 135,20 €');
  });

  it.each(['denuncia', 'accertamento'])('refuses a day of %s that is not after the due date', (campo) => {
    const campi = { scadenza: '10/1/2025', pagamento: '1/2/2025', evasione: true, [campo]: '10/1/2025' };
    expect(() => dal(campi)).toThrow(`${campo}: il 10/01/2025 non viene dopo la scadenza (10/01/2025)`);
    expect(() => dal(campi)).toThrow(expect.objectContaining({ campo, codice: 'date-in-disordine' }) as Error);
  });
});

describe('properties', () => {
  const debito = fc.record({
    contributi: fc.integer({ min: 1, max: 2_000_000 }),
    dopo: fc.integer({ min: 0, max: 7000 }),
    ritardo: fc.integer({ min: 1, max: 3000 }),
    evasione: fc.boolean(),
    spontaneo: fc.boolean(),
  });

  it('covers each day of the delay once, never passes the cap, and adds up', () => {
    fc.assert(
      fc.property(debito, ({ contributi, dopo, ritardo, evasione, spontaneo }) => {
        const scadenza = aggiungiGiorni(parseGiorno('2006-01-10'), dopo);
        const dati: DatiSanzioni = {
          contributi: centesimi(contributi),
          scadenza,
          pagamento: aggiungiGiorni(scadenza, ritardo),
          tipo: evasione ? 'evasione' : 'omissione',
          spontaneo,
        };
        for (const { tratti, mora, sanzione, tetto, totale } of sanzioni(dati, regole).letture) {
          const tutti = [...tratti, ...(mora?.tratti ?? [])];
          let atteso = aggiungiGiorni(scadenza, 1);
          for (const tratto of tutti) {
            expect(tratto.dal).toBe(atteso);
            expect(tratto.giorni).toBe(giorniTra(tratto.dal, tratto.al) + 1);
            atteso = aggiungiGiorni(tratto.al, 1);
          }
          expect(atteso).toBe(aggiungiGiorni(dati.pagamento, 1));
          expect(sanzione).toBeLessThanOrEqual(tetto);
          expect(totale).toBe(sanzione + (mora?.importo ?? 0));
          const somma = tratti.reduce((parziale, { importo }) => parziale.plus(importo), tratti[0]!.importo.times(0));
          expect(somma.times(100).toDecimalPlaces(0, 4).toNumber()).toBe(sanzione);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never falls for one day more (the interest after the cap may: its rate is the payment day’s)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 121, max: 1500 }), (giorni) => {
        const scadenza = parseGiorno('2017-01-10');
        const dopo = (n: number) =>
          caso(scadenza, aggiungiGiorni(scadenza, n), { tipo: 'evasione' }).letture[0]?.sanzione ?? 0;
        expect(dopo(giorni + 1)).toBeGreaterThanOrEqual(dopo(giorni));
      }),
    );
  });
});

describe('text in and out', () => {
  const oggi = parseGiorno('2026-11-22');

  it('takes the due date from the quarter, and today for a payment not given', () => {
    const dati = parseDatiSanzioni({ trimestre: '4/2020', contributi: '338,00' }, oggi, norme());
    expect(dati).toMatchObject({ scadenza: '2021-01-11', pagamento: oggi, tipo: 'omissione', spontaneo: true });
  });

  it('knows that a payment before the assessment is of one’s own accord', () => {
    const campi = { scadenza: '10/1/2025', contributi: '338', pagamento: '1/2/2025' };
    expect(parseDatiSanzioni({ ...campi, accertamento: '1/3/2025' }, oggi, norme()).spontaneo).toBe(true);
    expect(parseDatiSanzioni({ ...campi, accertamento: '15/1/2025' }, oggi, norme()).spontaneo).toBe(false);
  });

  it('names the field that is missing or wrong', () => {
    expect(() => parseDatiSanzioni({ trimestre: '4/2020' }, oggi, norme())).toThrow(/contributi: manca/);
    expect(() => parseDatiSanzioni({ contributi: '338' }, oggi, norme())).toThrow(/scadenza: manca/);
    expect(() => parseDatiSanzioni({ contributi: '338', scadenza: '31/2/2025' }, oggi, norme())).toThrow(/scadenza/);
  });

  it('gives money as "338.00", days as ISO, and the statement’s text', () => {
    const json = sanzioniToJson(caso('2024-11-03', '2025-04-02'), base, { lavoratore: 'Prova Anna' });
    expect(json).toMatchObject({
      contributi: '338.00',
      scadenza: '2024-11-03',
      giorniRitardo: 150,
      minimo: '11.32',
      letture: [{ sanzione: '11.32', totale: '11.32', mora: null, tettoRaggiuntoIl: null }, {}],
    });
    expect(json.testo).toContain('Lavoratore: Prova Anna');
    expect(json.testo).toContain('338,00 € × 8,15% (BCE 2,65%) × 150 giorni / 365');
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });
});
