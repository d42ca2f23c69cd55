import { describe, expect, it } from 'vitest';
import { calcola, calcolaDati, calcolaTrimestre } from '../../src/contributi/calcola.ts';
import { calcolaImporti } from '../../src/contributi/importi.ts';
import { type CampiCalcolo, parseDatiCalcolo } from '../../src/contributi/parse-dati.ts';
import { parseSituazione } from '../../src/contributi/situazione/schema.ts';
import { norme } from '../../src/norme/norme.ts';
import { regoleProspetti } from '../../src/norme/regole-prospetti.ts';
import { costoAnnuo, parseDatiCosto } from '../../src/prospetti/costo-annuo/index.ts';

const BASE: CampiCalcolo = { trimestre: '1/2026', oreSettimanali: '20', pagaOraria: '8', associazione: 'F2' };
const di = (altro: CampiCalcolo = {}) => calcola(parseDatiCalcolo({ ...BASE, ...altro }), norme());
const avvisi = (altro: CampiCalcolo) => di(altro).avvertenze.join(' ');

describe('F2 and its 25 euro a year (homecaresystem.it, webcolf)', () => {
  // 8 × 52 × 0.06 = 24.96.
  it('8 hours a week all 2026 are 24.96: below 25, 0.04 to top up', () => {
    const dati = parseDatiCosto({ anno: '2026', oreSettimanali: '8', pagaOraria: '8', associazione: 'F2' });
    const costo = costoAnnuo(dati, norme(), regoleProspetti());
    expect(costo.associazione).toBe(2496);
    expect(costo.avvertenze.join(' ')).toContain('24,96 €, sotto i 25,00 €');
    expect(costo.avvertenze.join(' ')).toContain('0,04 €');
    expect(avvisi({ oreSettimanali: '8' })).toContain('di un anno è 24,96 €');
    expect(avvisi({ oreSettimanali: '9' })).not.toContain('di un anno è');
    expect(avvisi({ oreSettimanali: '8', associazione: 'E1' })).not.toContain('di un anno è');
  });

  it('topped up, all the employer’s: 13 × 8 × 0.06 = 6.24, and 0.04', () => {
    const senza = di({ oreSettimanali: '8' });
    const con = di({ oreSettimanali: '8', assistenzaInPiu: '0,04' });
    expect(con.associazione).toEqual({ codice: 'F2', totale: 628, quotaLavoratore: 208 });
    expect([con.totale - senza.totale, con.quotaLavoratore - senza.quotaLavoratore]).toEqual([4, 0]);
    expect(con.avvertenze.join(' ')).not.toContain('di un anno è');
    expect(con.passi.some(({ formula }) => formula === '104 ore × 0,06 € + 0,04 € in più')).toBe(true);
  });

  it('alone: 260 × 0.06 = 15.60, of which 5.20 of the worker, and nothing for INPS', () => {
    const solo = di({ soloAssistenza: true });
    expect([solo.totale, solo.quotaLavoratore, solo.quotaDatore]).toEqual([1560, 520, 1040]);
    expect(solo.avvertenze.join(' ')).toContain('È il solo contributo F2');
    expect(solo.passi.map(({ etichetta }) => etichetta)).not.toContain('Contributi del trimestre');
    expect(() => di({ soloAssistenza: true, associazione: '' })).toThrow('indicare anche l’associazione');
    expect(() => di({ assistenzaInPiu: '1', associazione: '' })).toThrow('indicare anche l’associazione');
  });
});

describe('nights, overtime and replacement as plain data are those of a situation', () => {
  const situazione = (altro: object) =>
    calcolaTrimestre(
      parseSituazione({
        trimestre: '1/2026',
        associazione: 'F2',
        condizioni: [{ oreSettimanali: '20', paga: { tipo: 'oraria', importo: '8' }, ...(altro as { c?: object }).c }],
        ...(altro as { s?: object }).s,
      }),
      norme(),
    ).map(({ totale, ore, fascia }) => [totale, ore.toNumber(), fascia]);
  const piani = (altro: CampiCalcolo) => calcolaDati(parseDatiCalcolo({ ...BASE, ...altro }), norme());
  const figure = (altro: CampiCalcolo) =>
    piani(altro).map(({ totale, ore, fascia }) => [totale, ore.toNumber(), fascia]);

  // CAS.SA.COLF: 40 nights of presence × 5 h × 0.06 = 12.00; of care × 8 h = 19.20, in place of 260 × 0.06 = 15.60.
  it('a night counts 5 hours of presence, 8 of care, for the fund alone', () => {
    expect(di({ nottiPresenza: '40' }).associazione?.totale).toBe(1200);
    expect(di({ nottiAssistenza: '40' }).associazione?.totale).toBe(1920);
    expect(figure({ nottiPresenza: '40' })).toEqual(situazione({ s: { notti: { tipo: 'presenza', quante: 40 } } }));
    expect(() => di({ nottiPresenza: '4', nottiAssistenza: '3' })).toThrow('indicarne una sola');
    expect(() => di({ nottiPresenza: '99' })).toThrow('non è un numero di notti');
  });

  it('overtime of the quarter adds to its total, of a day to its week, which may go above 24 hours', () => {
    expect(figure({ straordinari: '6' })).toEqual([[260 * 170 + 6 * 170 + 1596, 266, 1]]);
    const delGiorno = { straordinari: '12/01/2026 6; 13/01/2026 2,5' };
    const lista = [
      { giorno: '2026-01-12', ore: '6' },
      { giorno: '2026-01-13', ore: '2.5' },
    ];
    expect(figure(delGiorno)).toHaveLength(2);
    expect(figure(delGiorno)).toEqual(situazione({ s: { straordinari: lista } }));
    expect(avvisi({ straordinari: '6' })).toContain('se con quelli una settimana supera le 24 ore');
    expect(() => di({ straordinari: '6', ore: '100' })).toThrow('contengono già assenze e straordinari');
    expect(() => di({ straordinari: 'tante' })).toThrow('straordinari');
    expect(() => di({ straordinari: '12/01/2026 6 7; 1' })).toThrow('scrivere le ore del trimestre');
    expect(() => piani({ straordinari: '6', assunzione: '14/01/2026', settimaneIncomplete: 'a-giorni' })).toThrow(
      'serve il giorno di ciascuno',
    );
  });

  it('a replacement owes no 1.40%', () => {
    const aTermine = { tempoDeterminato: true, sostituzione: true };
    expect(figure(aTermine)).toEqual(figure({}));
    expect(figure(aTermine)).toEqual(situazione({ c: { tempoDeterminato: true, sostituzione: true } }));
    expect(avvisi(aTermine)).toContain('finché non gli si comunica il motivo della sostituzione');
  });

  it('give the same figures without the explanation', () => {
    for (const altro of [
      { nottiPresenza: '40' },
      { straordinari: '6' },
      { straordinari: '12/01/2026 6' },
      { tempoDeterminato: true, sostituzione: true },
      { assistenzaInPiu: '0,04' },
      { soloAssistenza: true },
    ]) {
      const dati = parseDatiCalcolo({ ...BASE, ...altro });
      expect(calcolaImporti(dati, norme()).map(({ totale }) => totale)).toEqual(
        calcolaDati(dati, norme()).map(({ totale }) => totale),
      );
    }
  });
});
