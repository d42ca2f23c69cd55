import { describe, expect, it } from 'vitest';
import { calcola } from '../../src/contributi/calcola.ts';
import type { DatiCalcoloCompleti } from '../../src/contributi/calcolo.ts';
import { norme } from '../../src/norme/norme.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { ErroreDati } from '../../src/valori/errore-dati.ts';
import { dati, normePer, type Scritti } from './dati.ts';
import * as attese from './parole-attese.ts';

/**
 * What a person reads of a calculation up to its due date, which has its own words (test/scadenze/parole.test.ts), as the weeks
 * credited have (test/golden/settimane-accreditate.test.ts).
 */
function parole(quali: DatiCalcoloCompleti): string[] {
  const { passi, avvertenze, scadenza } = calcola(quali, norme());
  const suoi = passi.slice(0, passi.length - scadenza.passi.length - 1);
  const righe = suoi.map(
    (p) => `${p.etichetta}: ${p.formula} = ${p.risultato} [${p.fonte.titolo}, ${p.fonte.certezza ?? ''}]`,
  );
  return [...righe, ...avvertenze.map((frase) => `! ${frase}`)];
}

const di = (scritti: Scritti, altro: Partial<DatiCalcoloCompleti> = {}) => parole({ ...dati(scritti), ...altro });

/** Code, field and sentence of what is refused. */
function rifiuto(scritti: Scritti, altro: Partial<DatiCalcoloCompleti> = {}): string {
  try {
    calcola({ ...dati(scritti), ...altro }, normePer(dati(scritti)));
  } catch (errore) {
    if (errore instanceof ErroreDati) return `${errore.codice} (${errore.campo ?? 'nessun campo'}): ${errore.message}`;
    throw errore;
  }
  throw new Error('it was accepted');
}

const paga = (tipo: 'giornaliera' | 'settimanale', importo: number, giorniSettimanali?: number) => ({
  paga: { tipo, importo: centesimi(importo), ...(giorniSettimanali === undefined ? {} : { giorniSettimanali }) },
});

describe('the words of a calculation', () => {
  it('above 24 hours without a pay', () => expect(di({ oreSettimanali: '25' })).toEqual(attese.OLTRE_24));

  it('in the bands with pay, board and fund', () =>
    expect(di({ oreSettimanali: '12', pagaOraria: '9,00', vitto: 3, associazione: 'F2' })).toEqual(
      attese.FASCIA_E_FONDO,
    ));

  it('with a monthly pay, fewer weeks and the average of the quarter’s hours', () =>
    expect(di({ ore: '200', settimane: 9, pagaMensile: '700,00' })).toEqual(attese.PAGA_MENSILE));

  it('with part hours, between 24 and 25 a week', () =>
    expect(di({ oreSettimanali: '24.5', pagaOraria: '8,00', settimane: 1, senzaCuaf: true })).toEqual(
      attese.UNA_SETTIMANA,
    ));

  it('above 60 hours a week, fixed term before 2013', () =>
    expect(di({ trimestre: '4/2012', oreSettimanali: '61', termine: true })).toEqual(attese.OLTRE_60));

  it('with a daily pay and meals, the thirteenth on the pay alone', () =>
    expect(
      di(
        { oreSettimanali: '20', termine: true },
        {
          ...paga('giornaliera', 4_000, 4),
          vitto: { tipo: 'pasti', pranzi: 4, cene: 0, alloggi: 1 },
          tredicesima: 'sulla-paga',
        },
      ),
    ).toEqual(attese.PASTI));

  it('with a weekly pay and board in money, hours finer than a quarter', () =>
    expect(
      di(
        { oreSettimanali: '10.125' },
        { ...paga('settimanale', 8_000), vitto: { tipo: 'denaro', ogni: 'mese', importo: centesimi(5_000) } },
      ),
    ).toEqual(attese.ORE_SOTTILI));

  it('with board in money by the day', () =>
    expect(
      di(
        { oreSettimanali: '20', pagaOraria: '7,00' },
        { vitto: { tipo: 'denaro', ogni: 'giorno', importo: centesimi(500), giorni: 5 } },
      ),
    ).toEqual(attese.VITTO_IN_DENARO));

  it('with hiring and end inside the quarter', () =>
    expect(di({ oreSettimanali: '20', effettiva: '8,10', assunzione: '2020-10-14', cessazione: '2020-12-02' })).toEqual(
      attese.INIZIO_E_FINE,
    ));

  it('a cent above a limit, and where the rounding decides', () => {
    expect(di({ oreSettimanali: '10', effettiva: '9,87' }).at(-1)).toEqual(attese.UN_CENTESIMO_SOPRA);
    // 9.10 × 13/12 = 9.8583 → 9.86, the limit itself, from below: nothing was rounded down onto it.
    expect(di({ oreSettimanali: '10', pagaOraria: '9,10' })).not.toContainEqual(expect.stringContaining('decide fra'));
    // 7.48 × 13/12 = 8.1033 → 8.10: the exact value is beyond the limit.
    expect(di({ oreSettimanali: '10', pagaOraria: '7,48' }).slice(-2)).toEqual(attese.ARROTONDATA_SUL_LIMITE);
  });

  it('of a cell that nobody saw in print', () =>
    expect(di({ trimestre: '1/2013', oreSettimanali: '30', termine: true }).at(3)).toEqual(attese.CELLA_RICAVATA));
});

describe('the words of what is refused', () => {
  it.each<[string, Scritti, Partial<DatiCalcoloCompleti>?]>([
    ['no hours', {}],
    ['no pay in the bands', { oreSettimanali: '24' }],
    ['no hours at all', { oreSettimanali: '0' }],
    ['too many hours', { ore: '2185' }],
    ['negative hours', {}, { oreSettimanali: new Decimale(-1) }],
    ['no weeks', { oreSettimanali: '25', settimane: 0 }],
    ['too many weeks', { oreSettimanali: '25', settimane: 14 }],
    ['half a week', { oreSettimanali: '25', settimane: 1.5 }],
    ['an end before the hiring', { oreSettimanali: '25', assunzione: '2020-11-02', cessazione: '2020-11-01' }],
    ['an end before the quarter', { oreSettimanali: '25', cessazione: '2020-09-26' }],
    ['a hiring after the quarter', { oreSettimanali: '25', assunzione: '2020-12-27' }],
    ['no pay by the hour', { oreSettimanali: '10', pagaOraria: '0,00' }],
    ['too much by the month', { oreSettimanali: '10', pagaMensile: '100000,01' }],
    ['a day’s pay without its days', { oreSettimanali: '10' }, paga('giornaliera', 4_000)],
    ['eight days a week', { oreSettimanali: '10' }, paga('giornaliera', 4_000, 8)],
    ['eight days of board', { oreSettimanali: '10', pagaOraria: '8,00', vitto: 8 }],
    ['board that is not known', { trimestre: '1/2027', oreSettimanali: '10', pagaOraria: '8,00', vitto: 1 }],
    ['a year without a table', { trimestre: '1/2004', oreSettimanali: '25' }],
    ['a fund before its time', { trimestre: '1/2005', oreSettimanali: '25', associazione: 'F2' }],
  ])('%s', (nome, scritti, altro) => expect(rifiuto(scritti, altro)).toBe(attese.RIFIUTI[nome]));
});
