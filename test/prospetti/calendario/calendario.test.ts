import { describe, expect, it } from 'vitest';
import { parseCodiceFiscale } from '../../../src/anagrafe/codice-fiscale.ts';
import { parseCodiceRapporto } from '../../../src/anagrafe/codice-rapporto.ts';
import type { RapportoDiLavoro } from '../../../src/anagrafe/rapporto-di-lavoro.ts';
import { norme } from '../../../src/norme/norme.ts';
import { calendarioIcs, calendarioToJson, eventiCalendario } from '../../../src/prospetti/calendario/index.ts';
import { parseTrimestre } from '../../../src/scadenze/trimestre.ts';
import { centesimi } from '../../../src/valori/denaro.ts';
import { parseGiorno } from '../../../src/valori/giorno.ts';

const adesso = new Date('2026-11-22T10:20:30Z');

function rapporto(codice: string, nome: string, assunzione: string, cessazione?: string): RapportoDiLavoro {
  return {
    id: codice,
    codice: parseCodiceRapporto(codice),
    datoreId: 'd1',
    lavoratore: { id: nome, codiceFiscale: parseCodiceFiscale('PRVNNA85D45Z138C'), cognome: 'Prova', nome },
    assunzione: parseGiorno(assunzione),
    ...(cessazione === undefined ? {} : { cessazione: parseGiorno(cessazione) }),
    condizioni: [
      {
        dal: parseGiorno(assunzione),
        oreSettimanali: '25',
        paga: { tipo: 'oraria', importo: centesimi(900) },
        vittoAlloggioGiorni: 0,
        senzaCuaf: false,
        tempoDeterminato: false,
      },
    ],
  };
}

const anna = rapporto('99109784511', 'Anna', '2019-03-01');
const olga = rapporto('1234567890', 'Olga; la "seconda", di Kiev', '2020-05-04', '2020-11-13');
const dati = (rapporti: RapportoDiLavoro[], dal: string, al: string, giorniPrima = 3) => ({
  rapporti,
  dal: parseTrimestre(dal),
  al: parseTrimestre(al),
  giorniPrima,
});

describe('events', () => {
  it('of 4/2020: the window opens on 1/1/2021 and ends on Monday 11/1 (the 10th is a Sunday)', () => {
    const { eventi } = calendarioToJson(eventiCalendario(dati([anna], '4/2020', '4/2020'), norme()));
    expect(eventi).toEqual([
      expect.objectContaining({ giorno: '2021-01-01', tipo: 'apertura', avvisiGiorniPrima: [0] }),
      expect.objectContaining({
        uid: '2020-4-99109784511-scadenza@trimestre',
        giorno: '2021-01-11',
        tipo: 'scadenza',
        titolo: 'Ultimo giorno per i contributi 4/2020',
        avvisiGiorniPrima: [3, 0],
      }),
    ]);
    expect(eventi[1]?.descrizione).toContain('domenica');
  });

  it('name the Saturday as the safe day where the sources disagree', () => {
    const eventi = eventiCalendario(dati([anna], '3/2026', '3/2026'), norme());
    expect(eventi.map(({ tipo, giorno }) => `${tipo} ${giorno}`)).toEqual([
      'apertura 2026-10-01',
      'giorno-sicuro 2026-10-10',
      'scadenza 2026-10-12',
    ]);
  });

  it('keep the suspension of Q1 2020: 10 June', () => {
    const eventi = eventiCalendario(dati([anna], '1/2020', '1/2020'), norme());
    expect(eventi.at(-1)).toMatchObject({ tipo: 'scadenza', giorno: '2020-06-10' });
  });

  it('put together the rapporti due on the same day, and apart one that ended before', () => {
    const insieme = eventiCalendario(dati([anna, olga], '3/2020', '3/2020'), norme());
    expect(insieme.every(({ descrizione }) => descrizione.includes('Anna') && descrizione.includes('Olga'))).toBe(true);
    const dopo = eventiCalendario(dati([anna, olga], '4/2020', '4/2020'), norme());
    // Olga ended on 13/11/2020: ten days later is the 23rd.
    expect(dopo.find(({ uid }) => uid === '2020-4-1234567890-scadenza@trimestre')).toMatchObject({
      giorno: '2020-11-23',
    });
    expect(dopo.find(({ uid }) => uid === '2020-4-1234567890-apertura@trimestre')).toMatchObject({
      giorno: '2020-11-14',
    });
    expect(eventiCalendario(dati([olga], '1/2021', '4/2021'), norme())).toEqual([]);
  });

  it('count the last day of the quarter as an end within it', () => {
    const finita = rapporto('1234567890', 'Olga', '2020-05-04', '2020-12-31');
    const uid = (voci: RapportoDiLavoro[]) =>
      eventiCalendario(dati(voci, '4/2020', '4/2020'), norme()).map((e) => e.uid);
    expect(uid([anna, finita]).filter((voce) => voce.includes('scadenza'))).toHaveLength(2);
  });

  it('refuse quarters in the wrong order, too many, and odd reminders', () => {
    expect(() => eventiCalendario(dati([anna], '4/2020', '3/2020'), norme())).toThrow(/il primo prima/);
    expect(() => eventiCalendario(dati([anna], '1/2008', '1/2018'), norme())).toThrow(/da 1 a 40/);
    expect(() => eventiCalendario(dati([anna], '1/2020', '1/2020', 31), norme())).toThrow(/da 0 a 30/);
  });
});

describe('the ICS file', () => {
  const ics = calendarioIcs(dati([anna, olga], '3/2020', '4/2020'), norme(), adesso);
  const righe = ics.replace(/\r\n[ \t]/g, '').split('\r\n');

  it('is whole days with alarms at nine, stamped with the given instant', () => {
    expect(righe.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(
      righe.filter((riga) => riga.startsWith('DTSTAMP')).every((riga) => riga === 'DTSTAMP:20261122T102030Z'),
    ).toBe(true);
    expect(righe).toContain('DTSTART;VALUE=DATE:20210111');
    expect(righe).toContain('DTEND;VALUE=DATE:20210112');
    expect(righe).toContain('TRIGGER:-P2DT15H');
    expect(righe).toContain('TRIGGER:PT9H');
    expect(righe.filter((riga) => riga === 'BEGIN:VEVENT')).toHaveLength(
      righe.filter((riga) => riga === 'END:VEVENT').length,
    );
    expect(new Set(righe.filter((riga) => riga.startsWith('UID:'))).size).toBe(
      righe.filter((riga) => riga === 'BEGIN:VEVENT').length,
    );
  });

  it('escapes what people write', () => {
    expect(righe.find((riga) => riga.startsWith('DESCRIPTION:') && riga.includes('Olga'))).toContain('Olga\\; la');
    expect(righe.filter((riga) => /^(?:SUMMARY|DESCRIPTION):.*(?<!\\)[,;]/.test(riga))).toEqual([]);
    expect(righe.every((riga) => riga === '' || /^[A-Z-]+[:;]/.test(riga))).toBe(true);
  });

  it('is the same for the same data and instant', () => {
    expect(calendarioIcs(dati([anna, olga], '3/2020', '4/2020'), norme(), adesso)).toBe(ics);
  });

  it('holds no event for a rapporto without due dates, and is still a calendar', () => {
    const vuoto = calendarioIcs(dati([olga], '1/2021', '1/2021'), norme(), adesso);
    expect(vuoto).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
    expect(vuoto).not.toContain('VEVENT');
  });
});
