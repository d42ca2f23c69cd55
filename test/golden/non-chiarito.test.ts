import { describe, expect, it } from 'vitest';
import { parseCodiceRapporto } from '../../src/anagrafe/codice-rapporto.ts';
import { norme } from '../../src/norme/norme.ts';
import { regoleProspetti } from '../../src/norme/regole-prospetti.ts';
import { sanzioni } from '../../src/prospetti/sanzioni/index.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import type { Giorno } from '../../src/valori/giorno.ts';
import { condizioni, solo, trimestre } from '../contributi/situazione/situazione.ts';

const regole = regoleProspetti();
const otto = { paga: { tipo: 'oraria', importo: '8,00' } };

/** Figures that no text of INPS settles: ours, and the sentence with which a person is told. */
describe('not settled by any source, and said so', () => {
  it('unsettled: 24.5 hours a week are band 4 «oltre 24» (INPS’s page) or not before 25 (circ. 19/2006), the safe one first', () => {
    const mezza = condizioni({ oreSettimanali: '24,5', ...otto });
    const { gruppo, totale, avvertenze } = solo({}, mezza);
    // 24.5 × 13 = 318.5 → 319 h × 1.62 = 516.78; in the fourth band 319 × 1.04 = 331.76.
    expect([gruppo, totale]).toEqual(['fino-24', 51678]);
    expect(avvertenze.join()).toMatch(
      /dalle 25 ore .*: conta la paga, 516,78 € .* Oltre 24 ore .*: 4ª fascia, 331,76 €/,
    );
    expect(solo({ quartaFascia: 'oltre-24' }, mezza).totale).toBe(33176);
  });

  it('one source (circ. INPS 19/2006): a quarter’s hours are not split but rounded up; exact on request', () => {
    // legge.md, case 5: 12.5 × 13 = 162.5 → 163 h × 1.68 = 273.84; exact, 162.5 × 1.68 = 273.00.
    const dodiciEMezza = condizioni({ oreSettimanali: '12,5', paga: { tipo: 'oraria', importo: '7,00' } });
    const con = (altro: object) => solo({ trimestre: '1/2025', ...altro }, dodiciEMezza);
    expect([con({}).ore.toFixed(), con({}).totale]).toEqual(['163', 27384]);
    expect([con({ oreInParti: 'esatte' }).ore.toFixed(), con({ oreInParti: 'esatte' }).totale]).toEqual([
      '162.5',
      27300,
    ]);
  });

  it('unsettled: F2 from 1/1/2021 for a whole quarter or for each hour worked from that day', () => {
    const con = (altro: object) => solo({ trimestre: '1/2021', associazione: 'F2', ...altro }, condizioni());
    // 325 × (1.04 + 0.06) = 357.50; 17 hours of 28-31 December at 0.03: − 0.51.
    expect([con({}).totale, con({ contoAssistenza: 'a-giorni' }).totale]).toEqual([35750, 35699]);
  });

  it('unsettled: a fund that begins inside a quarter: E1 on 17/11/2008, F2 on 1/3/2007', () => {
    const con = (altro: object) => solo(altro, condizioni({ dal: '2005-01-01' })).associazione?.totale;
    const e1 = { trimestre: '4/2008', associazione: 'E1' };
    // 13 × 25 × 0.03 = 9.75; from 17 November, six weeks of 25 h: 4.50.
    expect([con(e1), con({ ...e1, contoAssistenza: 'a-giorni' })]).toEqual([975, 450]);
    const f2 = { trimestre: '1/2007', associazione: 'F2' };
    // From Thursday 1 March: 12 h of its week and four whole weeks, 112 × 0.03 = 3.36.
    expect([con(f2), con({ ...f2, contoAssistenza: 'a-giorni' })]).toEqual([975, 336]);
  });

  it('unsettled: a week of hiring whole, as INPS proposes, or by its days: 14/10/2020, a Wednesday', () => {
    const con = (altro: object) =>
      trimestre({ assunzione: '2020-10-14', ...altro }, condizioni({ oreSettimanali: '30', ...otto }))
        .map(({ totale }) => totale)
        .reduce((somma, uno) => somma + uno, 0);
    // 11 × 30 × 1.04 = 343.20; 10 × 30 × 1.04 and 20 × 1.62 = 344.40.
    expect([con({}), con({ settimaneIncomplete: 'a-giorni' })]).toEqual([34320, 34440]);
  });

  it('unsettled: an end on 31/12/2017 is due ten days after the new table (Assindatcolf), or with prudence after the end', () => {
    const coda = solo({ trimestre: '1/2018', cessazione: '2017-12-31' }, condizioni());
    expect([coda.scadenza.scadenza, coda.scadenza.giornoSicuro]).toEqual(['2018-02-08', '2018-01-10']);
    expect(coda.avvertenze.join()).toContain('Il giorno prudente è il 10/01/2018');
  });

  it('unsettled (one private vendor, webcolf.com/forum 6953): two payments for weeks up to 24 hours and above', () => {
    const misto = { ore: { tipo: 'settimane', settimane: [{ sabato: '2020-11-14', ore: '20' }] } };
    const trenta = condizioni({ oreSettimanali: '30', ...otto });
    // 20 h × 1.62 = 32.40 and 360 h × 1.04 = 374.40; by one weekly figure, as INPS’s simulator asks, 380 × 1.04 = 395.20.
    const due = trimestre(misto, trenta);
    expect(due.map(({ totale }) => totale)).toEqual([3240, 37440]);
    expect(due[0]?.avvertenze.join()).toContain('395,20 € invece di 406,80 €');
    expect(solo({ ...misto, lettura: 'orario-unico' }, trenta).totale).toBe(39520);
  });

  it('unsettled: the thirteenth on board too (current practice) or on the pay alone', () => {
    const con = (tredicesima: string) =>
      solo({ tredicesima }, condizioni({ oreSettimanali: '20', vittoAlloggioGiorni: 7, ...otto }));
    // (8 + 5.61 × 7 / 20) × 13/12 = 10.79; 8 × 13/12 + 5.61 × 7 / 20 = 10.63.
    expect(con('su-paga-e-vitto').retribuzioneOrariaEffettiva).toBe(1079);
    expect(con('sulla-paga').retribuzioneOrariaEffettiva).toBe(1063);
    expect(con('su-paga-e-vitto').passi.map(({ fonte }) => fonte.certezza)).toContain('fonti-discordi');
  });

  it('unsettled: when the rate changes during the delay, both readings are given', () => {
    const dati = { contributi: centesimi(33800), scadenza: '2025-03-01' as Giorno, pagamento: '2025-07-01' as Giorno };
    const { letture, avvertenze } = sanzioni({ ...dati, tipo: 'omissione', spontaneo: false }, regole);
    expect(letture.map(({ tasso }) => tasso)).toEqual(['alla-data-del-pagamento', 'per-periodi']);
    expect(avvertenze.join()).toContain('Se il tasso BCE cambia durante il ritardo');
  });

  it('from memory: before 1/9/2024 evasion declared within a year and paid in 30 days cost the omission’s rate', () => {
    expect(regole.sanzioni.regimi[0]?.denunciaSpontanea).toMatchObject({
      entroMesi: 12,
      gradini: [{ entroGiorni: 30, maggiorazione: '5.5' }],
      certezza: 'a-memoria',
    });
  });

  it('from memory: since 2014 the whole 1.40% comes back with a permanent contract, before the last six months', () => {
    const { trasformazione } = norme().chiPaga.addizionale[0] ?? {};
    expect(trasformazione).toContain('gli ultimi 6 mesi');
    expect(trasformazione).toContain('per intero dal 2014 (questo secondo punto è a memoria)');
  });

  it('from memory: the first day of F2', () => {
    const fonti = norme().associazioni.associazioni[0]?.tariffe[0]?.fonti ?? [];
    expect(fonti.map(({ certezza }) => certezza)).toContain('a-memoria');
  });

  it('F2 is not deductible by a circular of the Agenzia delle entrate, seen quoted and not read', () => {
    expect(regole.tributi.deduzioneContributi.note.join()).toContain('24/E del 2022');
  });

  it('not reconciled: a codice rapporto of ten digits (webcolf.com) or eleven (a page of INPS)', () => {
    expect(['2100005123', '99109784511'].map((codice) => parseCodiceRapporto(codice))).toHaveLength(2);
    expect(() => parseCodiceRapporto('123456789')).toThrow();
    expect(() => parseCodiceRapporto('123456789012')).toThrow();
  });

  it('five years of prescription (INPS msg 24199/2011), where a newspaper wrote ten for the demands of 2017', () => {
    expect(regole.sanzioni.prescrizione.anni).toBe(5);
  });
});
