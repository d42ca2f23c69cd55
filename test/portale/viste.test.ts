import { describe, expect, it } from 'vitest';
import type { DatiCalcolo } from '../../src/contributi/calcolo.ts';
import { parseModifiche } from '../../src/contributi/parse-dati.ts';
import { esitoComplessivo } from '../../src/portale/viste/esito-complessivo.ts';
import { formatIstante } from '../../src/portale/viste/istante.ts';
import { visibilitaDi } from '../../src/accesso/visibilita.ts';
import { CAMPI_VUOTI, soloCambiati, toCampi } from '../../src/portale/viste/modulo-calcolo.ts';
import { trimestreDiOggi } from '../../src/portale/viste/periodi.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';

const dati: DatiCalcolo = {
  trimestre: { anno: 2020, numero: 4 },
  oreSettimanali: new Decimale('24.5'),
  paga: { tipo: 'oraria', importo: centesimi(123456) },
  vittoAlloggioGiorni: 6,
  senzaCuaf: true,
  tempoDeterminato: false,
  cessazione: parseGiorno('2020-12-31'),
};

describe('form of the calculation', () => {
  it('is filled in the form people write, and read back gives the same data', () => {
    const campi = toCampi(dati);
    expect(campi).toMatchObject({
      oreSettimanali: '24,5',
      pagaOraria: '1.234,56',
      pagaMensile: '',
      vittoAlloggioGiorni: '6',
      cessazione: '31/12/2020',
      senzaCuaf: true,
    });
    expect(parseModifiche(campi)).toMatchObject({
      paga: dati.paga,
      vittoAlloggioGiorni: 6,
      cessazione: '2020-12-31',
      senzaCuaf: true,
    });
  });

  it('sends on only what was changed', () => {
    const campi = toCampi(dati);
    expect(soloCambiati(campi, campi)).toEqual({});
    expect(soloCambiati({ ...campi, oreSettimanali: '30', senzaCuaf: false }, campi)).toEqual({
      oreSettimanali: '30',
      senzaCuaf: false,
    });
  });

  it('takes a blank where something else replaces it, and refuses it elsewhere', () => {
    const campi = toCampi(dati);
    expect(soloCambiati({ ...campi, pagaOraria: '', pagaMensile: '900,00' }, campi)).toEqual({
      pagaOraria: '',
      pagaMensile: '900,00',
    });
    expect(soloCambiati({ ...campi, vittoAlloggioGiorni: '' }, campi)).toEqual({ vittoAlloggioGiorni: '0' });
    const altrove = { ...campi, territorio: 'ischia-2018' };
    expect(soloCambiati({ ...altrove, territorio: '' }, altrove)).toEqual({ territorio: 'nessuno' });
    expect(() => soloCambiati({ ...campi, oreSettimanali: '' }, campi)).toThrowError(/24,5/);
    expect(() => soloCambiati({ ...campi, cessazione: '' }, campi)).toThrowError(/31\/12\/2020/);
  });

  it('has a text for every field even when nothing is known', () => {
    expect(Object.values(CAMPI_VUOTI).every((valore) => valore === '' || valore === false)).toBe(true);
  });
});

describe('the quarter proposed', () => {
  const anni = [2019, 2020, 2021];
  it.each([
    ['2021-01-05', '4/2020', 'the one being paid in January'],
    ['2021-01-31', '4/2020', 'still that one, though late'],
    ['2021-02-01', '1/2021', 'the running one afterwards'],
    ['2020-10-01', '3/2020', 'the one being paid in October'],
    ['2020-12-31', '4/2020', 'the running one'],
    ['2030-06-15', '4/2021', 'never beyond the tables'],
  ])('on %s is %s: %s', (oggi, atteso) => {
    const trimestre = trimestreDiOggi(parseGiorno(oggi), anni);
    expect(`${trimestre.numero}/${trimestre.anno}`).toBe(atteso);
  });
});

describe('instants', () => {
  it('are shown on Italian clocks, winter and summer', () => {
    expect(formatIstante('2021-01-08T09:15:00Z')).toBe('08/01/2021 10:15');
    expect(formatIstante('2021-07-08T23:15:00Z')).toBe('09/07/2021 01:15');
  });
  it('without an offset are Italian time already, as receipts write them', () => {
    expect(formatIstante('2021-01-08T10:15:00')).toBe('08/01/2021 10:15');
  });
});

describe('what a way in without login may see', () => {
  it('is initials and the ends of a codice fiscale', () => {
    const visibile = visibilitaDi({
      actor: { tipo: 'codice-rapporto' },
      subject: { datoreId: 'd' },
      authority: { tipo: 'codice-rapporto', rapportoId: 'r' },
    });
    expect(visibile.nome('Popova')).toBe('P.');
    expect(visibile.codiceFiscale('PPVNNA75E55Z154K')).toBe('PPV•••••••••154K');
  });
});

describe('how a hand-off ended', () => {
  it.each([
    [['eseguito', 'eseguito'], 'pagato'],
    [['eseguito', 'in-attesa'], 'attesa'],
    [['non-eseguito', 'decorsi-termini', 'rifiutato'], 'non-pagato'],
    [['anomalo'], 'in-verifica'],
    [['anomalo', 'eseguito'], 'misto'],
    [['non-eseguito', 'eseguito'], 'misto'],
  ] as const)('of payments %j is %s', (stati, esito) => {
    expect(esitoComplessivo(stati)).toBe(esito);
  });
});
