import { describe, expect, it } from 'vitest';
import { parseCodiceRapporto } from '../../src/anagrafe/codice-rapporto.ts';
import { buildCodiceInps, prefissoCodiceInps } from '../../src/bollettini/codice-inps.ts';
import { calcola } from '../../src/contributi/calcola.ts';
import { esoneroOrario } from '../../src/contributi/conto/importi.ts';
import { norme } from '../../src/norme/norme.ts';
import { regoleProspetti } from '../../src/norme/regole-prospetti.ts';
import { readCodiceInps } from '../../src/prospetti/verifica/codice-inps.ts';
import { dati } from '../contributi/dati.ts';
import { condizioni, solo } from '../contributi/situazione/situazione.ts';

const conto = (scritti: Parameters<typeof dati>[0]) => calcola(dati(scritti), norme());

describe('the row of INPS’s page of January 2021', () => {
  it('4/2020, 25 h × 13 = 325 h × 1.04 = 338.00: 84.50 of the worker, 253.50 of the employer, by 11/01/2021', () => {
    const calcolo = conto({ trimestre: '4/2020', oreSettimanali: '25' });
    expect(calcolo.ore.toFixed()).toBe('325');
    expect(calcolo).toMatchObject({ contributoOrario: 104, totale: 33800, quotaLavoratore: 8450, quotaDatore: 25350 });
    expect(calcolo.scadenza.scadenza).toBe('2021-01-11');
  });

  it('codice Inps 991097845204027 = 991097845 | 20 | 4 | 027; what the last three digits mean is not known', () => {
    expect(readCodiceInps('991097845204027')).toEqual({
      inizioRapporto: '991097845',
      trimestre: { anno: 2020, numero: 4 },
      coda: '027',
    });
    const rapporto = parseCodiceRapporto('99109784511');
    expect(buildCodiceInps(prefissoCodiceInps(rapporto, { anno: 2020, numero: 4 }), 27)).toBe('991097845204027');
  });
});

describe('contractual assistance', () => {
  it('CAS.SA.COLF’s own example: 520 h × 0.06 = 31.20, since 2021', () => {
    const calcolo = conto({ trimestre: '2/2024', oreSettimanali: '40', associazione: 'F2' });
    expect(calcolo.ore.toFixed()).toBe('520');
    expect(calcolo.associazione).toEqual({ codice: 'F2', totale: 3120, quotaLavoratore: 1040 });
  });

  it('of 4/2020, paid in January 2021, stays at 0.03 (a reading: no source says it)', () => {
    expect(conto({ trimestre: '4/2020', oreSettimanali: '25', associazione: 'F2' }).associazione?.totale).toBe(975);
    const { associazioni } = norme().associazioni;
    expect(associazioni[0]?.note.join()).toContain('lettura, non scritta nelle fonti');
  });

  it('EBILCOBA: 0.03 an hour, 0.01 of the worker (two pages of 2016)', () => {
    expect(conto({ trimestre: '2/2016', oreSettimanali: '40', associazione: 'E1' }).associazione).toEqual({
      codice: 'E1',
      totale: 1560,
      quotaLavoratore: 520,
    });
  });

  it('gives its benefits from 25 euro a year', () => {
    expect(norme().associazioni.associazioni[0]?.note.join()).toContain('almeno 25 euro');
  });

  it.each([
    ['assistenza', 8],
    ['presenza', 5],
  ])('a night of %s counts %i conventional hours (webcolf.com/forum 7424)', (tipo, ore) => {
    const calcolo = solo(
      { trimestre: '2/2021', associazione: 'F2', notti: { tipo, quante: 13 } },
      condizioni({ oreSettimanali: '54' }),
    );
    expect(calcolo.associazione?.totale).toBe(13 * ore * 6);
  });
});

describe('hours paid without work', () => {
  const quattro = { orario: ['0', '4', '4', '4', '4', '4', '0'], paga: { tipo: 'oraria', importo: '8,00' } };

  it('holidays of an hourly worker: 78 h of the month before / 26 × 15 days = 45 h (Corriere della Sera, 2018)', () => {
    const fine = solo(
      {
        trimestre: '4/2018',
        cessazione: '2018-11-16',
        ferieNonGodute: { giorni: 15, oreMesePrecedente: '78', lettura: 'ore-del-mese' },
      },
      condizioni({ oreSettimanali: '20', ...quattro }),
    );
    expect(fine.passi[1]).toMatchObject({ formula: '78 ore / 26 × 15 giorni', risultato: '45 ore' });
    expect(fine.ore.toFixed()).toBe('185');
  });

  it('a public holiday of an hourly worker is a sixth of the week: 12 h / 6 = 2 h (CCNL art. 16)', () => {
    // 1 November, 8, 25 and 26 December 2020; Friday the 25th replaces its own four hours.
    const termini = condizioni({ oreSettimanali: '12', ...quattro, orario: ['0', '4', '0', '4', '0', '4', '0'] });
    expect(solo({ festivita: 'un-sesto' }, termini).ore.toFixed()).toBe(String(156 + 4 * 2 - 4));
  });
});

describe('reliefs', () => {
  it.each([
    // Worker’s cents of 2022 and 2023, and half of them.
    [2022, [37, 41, 50, 27], [19, 21, 25, 14]],
    [2023, [40, 45, 55, 29], [20, 23, 28, 15]],
  ])(
    'mothers back in 2022: half of the share of %i, half a cent up (computed; INPS msg 1552/2023)',
    (anno, q, meta) => {
      const quote = norme()
        .tabella(anno)
        .fasce.map(({ quotaLavoratore }) => quotaLavoratore);
      expect(quote).toEqual(q);
      expect(quote.map((quota) => esoneroOrario(quota, norme().sgravi.madri.percentuale))).toEqual(meta);
    },
  );

  it('over 80: 3,000 euro a year are 750 a quarter (DL 19/2024 art. 29; its start is not confirmed)', () => {
    const { tettoAnno, tettoTrimestre, durataMesi, avvertenza } = norme().sgravi.over80;
    expect([tettoAnno, tettoTrimestre * 4, durataMesi]).toEqual([300_000, 300_000, 24]);
    expect(avvertenza).toContain('finché l’INPS non conferma');
  });
});

describe('tax', () => {
  it('deducts up to 1,549.37 euro a year (TUIR art. 10 c. 2)', () => {
    expect(regoleProspetti().tributi.deduzioneContributi.massimo).toBe(154_937);
  });

  it('is no cap of the credit for care, as colf.info writes: that is 19% of 2,100, 399 euro, and the two add up', () => {
    const nota = regoleProspetti().tributi.deduzioneContributi.note.find((frase) => frase.includes('19%')) ?? '';
    expect(nota).toMatch(/fino a 2\.100 euro di spesa, 399 euro,.*le due si sommano/);
    expect((2100 * 19) / 100).toBe(399);
  });
});
