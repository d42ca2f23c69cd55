import { describe, expect, it } from 'vitest';
import { calcola } from '../../src/contributi/calcola.ts';
import { calcoloToJson, scadenzaToJson, tabellaToJson } from '../../src/contributi/json.ts';
import { norme } from '../../src/norme/norme.ts';
import { regoleFinoAl } from '../../src/norme/proietta-tabella.ts';
import { scadenza } from '../../src/scadenze/scadenza.ts';
import { dati } from './dati.ts';
import { condizioni, solo } from './situazione/situazione.ts';

describe('calcoloToJson', () => {
  it('writes money, days and quarter as text, hours as numbers', () => {
    const json = calcoloToJson(
      calcola(dati({ oreSettimanali: '25', associazione: 'F2', pagaOraria: '8,00' }), norme()),
    );
    expect(json).toMatchObject({
      trimestre: '4/2020',
      gruppo: 'oltre-24',
      settimane: 13,
      ore: 325,
      oreSettimanali: 25,
      retribuzioneOrariaEffettiva: '8.67',
      fascia: 4,
      senzaCuaf: false,
      tempoDeterminato: false,
      contributoOrario: '1.04',
      associazione: { codice: 'F2', totale: '9.75', quotaLavoratore: '3.25' },
      totale: '347.75',
      quotaLavoratore: '87.75',
      quotaDatore: '260.00',
      scadenza: '2021-01-11',
      dettaglioScadenza: {
        apertura: '2021-01-01',
        scadenza: '2021-01-11',
        spostata: true,
        motivo: '10/01/2021: domenica',
        giornoSicuro: null,
      },
    });
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    expect(json.passi[0]).toEqual({
      etichetta: 'Settimane di contribuzione del trimestre',
      formula: 'sabati dal 03/10/2020 al 26/12/2020',
      risultato: '13 settimane',
      fonte: expect.objectContaining({ certezza: 'vista' }) as unknown,
    });
  });

  it('writes null for what is not known', () => {
    const json = calcoloToJson(calcola(dati({ oreSettimanali: '25' }), norme()));
    expect([json.retribuzioneOrariaEffettiva, json.associazione]).toEqual([null, null]);
  });
});

describe('calcoloToJson of a quarter told as it was', () => {
  it('writes its weeks, rows and reliefs', () => {
    const calcolo = solo(
      { trimestre: '4/2022', sgravi: [{ codice: 'madri-2022', rientro: '2022-09-01' }] },
      condizioni({ orario: ['0', '5', '5', '5', '5', '5', '0'] }),
    );
    const { dettaglio } = calcoloToJson(calcolo);
    expect(dettaglio?.segniSettimane).toBe('1'.repeat(14));
    expect(dettaglio?.settimane).toHaveLength(14);
    expect(dettaglio?.settimane[0]).toEqual({
      domenica: '2022-09-25',
      sabato: '2022-10-01',
      ore: 25,
      segno: '1',
      gruppo: 'oltre-24',
    });
    expect(dettaglio?.righe).toEqual([
      expect.objectContaining({
        ore: 350,
        retribuzioneOrariaEffettiva: null,
        contributoOrario: '1.06',
        totale: '371.00',
        quotaLavoratore: '94.50',
      }),
    ]);
    expect(dettaglio?.sgravi).toEqual([
      {
        codice: 'madri-2022',
        nome: 'Esonero per le lavoratrici madri rientrate nel 2022',
        importo: '49.00',
        aCarico: 'lavoratore',
      },
    ]);
  });
});

describe('scadenzaToJson', () => {
  it('names the safe Saturday', () => {
    expect(scadenzaToJson(scadenza({ anno: 2026, numero: 3 }, norme()))).toMatchObject({
      apertura: '2026-10-01',
      scadenza: '2026-10-12',
      giornoSicuro: '2026-10-10',
    });
  });
});

describe('tabellaToJson', () => {
  it('holds bands, rates, confidence and sources', () => {
    const json = tabellaToJson(norme().tabella(2024));
    expect(json).toMatchObject({
      anno: 2024,
      circolare: { numero: '23', data: '2024-01-29' },
      istat: { percentuale: '5.4' },
    });
    expect(json.fasce[1]).toEqual({
      numero: 2,
      oltre: '9.40',
      finoA: '11.45',
      convenzionale: '9.40',
      contributo: { conCuaf: '1.88', senzaCuaf: '1.89' },
      tempoDeterminato: { conCuaf: '2.01', senzaCuaf: '2.02' },
      quotaLavoratore: '0.47',
    });
    // The first band begins at no amount, the third ends at none, the fourth does not look at the pay.
    expect(json.fasce.map(({ oltre, finoA }) => [oltre, finoA])).toEqual([
      [null, '9.40'],
      ['9.40', '11.45'],
      ['11.45', null],
      [null, null],
    ]);
    const antica = tabellaToJson(norme().tabella(2005));
    expect([antica.aliquote, antica.fasce[0]?.tempoDeterminato]).toEqual([null, null]);
    const futura = tabellaToJson(regoleFinoAl(norme(), 2027).tabella(2027));
    expect([futura.circolare, futura.vittoAlloggio]).toEqual([null, null]);
    expect(tabellaToJson(norme().tabella(2013)).celleCalcolate).toHaveLength(2);
  });
});
