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
  it('unsettled: 24.5 hours a week leave the bands', () => {
    const { gruppo, totale, avvertenze } = solo({}, condizioni({ oreSettimanali: '24,5', ...otto }));
    // 24.5 × 13 = 318.5 h × 1.04 = 331.24.
    expect([gruppo, totale]).toEqual(['oltre-24', 33124]);
    expect(avvertenze.join()).toMatch(/le fonti non dicono se valga la 4ª fascia/);
  });

  it('unsettled: part hours of a quarter are kept, and the amount of the next whole hour is told', () => {
    const { ore, avvertenze } = solo({}, condizioni({ oreSettimanali: '25,5' }));
    expect(ore.toFixed()).toBe('331.5');
    // 332 × 1.04 = 345.28.
    expect(avvertenze.join()).toContain('Con 332 ore i contributi sarebbero 345,28 €');
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

  it('not verified: whether F2 is deductible', () => {
    expect(regole.tributi.deduzioneContributi.note.join()).toContain('Non è stato verificato');
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
