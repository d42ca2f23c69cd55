import { describe, expect, it } from 'vitest';
import { condizioni, oreSettimane, solo, trimestre } from './situazione.ts';

const otto = { paga: { tipo: 'oraria', importo: '8,00' } };

describe('absences, overtime, public holidays', () => {
  const orario = ['0', '5', '5', '5', '5', '5', '0'];
  const cinque = condizioni({ orario, ...otto });
  const con = (tipo: string, dal: string, al: string, altro: object = {}) =>
    trimestre({ assunzione: '2018-01-01', assenze: [{ tipo, dal, al, ...altro }] }, cinque);

  it('paid ones keep their hours', () => {
    for (const tipo of ['ferie', 'permesso-retribuito', 'volonta-del-datore']) {
      const [calcolo] = con(tipo, '2020-11-02', '2020-11-13');
      expect(calcolo?.ore.toFixed()).toBe('325');
      expect(calcolo?.passi[1]).toMatchObject({
        formula: 'dal 02/11/2020 al 13/11/2020, 12 giorni tutti pagati',
        risultato: 'nessuna ora tolta',
      });
    }
  });

  it('unpaid ones take theirs away and flag empty weeks 0', () => {
    for (const tipo of ['maternita', 'permesso-non-retribuito', 'aspettativa']) {
      const [calcolo] = con(tipo, '2020-11-01', '2020-11-14');
      expect(calcolo?.ore.toFixed()).toBe('275');
      expect(calcolo?.dettaglio?.segniSettimane).toBe('1111100111111');
      expect(calcolo?.passi[1]?.risultato).toBe('50 ore in meno');
    }
  });

  it('sickness is paid for the contract’s calendar days: 15 a year after two years of service', () => {
    // 2-27 November: days 1-15 (2-16 November) paid; 17-27 November are nine working days of five hours.
    const calcoli = con('malattia', '2020-11-02', '2020-11-27');
    expect(calcoli.map(({ ore }) => ore.toFixed())).toEqual(['5', '275']);
    expect(calcoli[0]?.passi[1]).toMatchObject({
      formula: 'dal 02/11/2020 al 27/11/2020, 26 giorni, i primi 15 pagati (15 nell’anno)',
      risultato: '45 ore in meno',
    });
  });

  it('sickness days already paid in the year, or said outright, shorten it', () => {
    const tolte = (altro: object) => con('malattia', '2020-11-02', '2020-11-06', altro)[0]?.passi[1];
    expect(tolte({ giorniGiaPagati: 13 })).toMatchObject({ risultato: '15 ore in meno' });
    expect(tolte({ giorniGiaPagati: 13 })?.formula).toContain('i primi 2 pagati (15 nell’anno, 13 già pagati)');
    expect(tolte({ giorniGiaPagati: 20 })?.formula).toContain('5 giorni non pagati');
    expect(tolte({ giorniPagati: 1 })?.formula).toContain('5 giorni, i primi 1 pagati (indicati)');
  });

  it('an accident leaves the employer its first three days', () => {
    expect(con('infortunio', '2020-11-02', '2020-11-06')[0]?.passi[1]).toMatchObject({ risultato: '10 ore in meno' });
  });

  it('an absence that began before the quarter counts its days from its own beginning', () => {
    // Sick since 14 September: the fifteen days end on 28 September; 29 and 30 September are in the first week.
    expect(con('malattia', '2020-09-14', '2020-09-30')[0]?.passi[1]).toMatchObject({ risultato: '10 ore in meno' });
  });

  it('holidays of who is paid by the hour are the hours of the month before / 26 × days', () => {
    // Two weeks, 2-15 November: 110 h / 26 × 12 days = 50.769 → 50.77 h, where 50 would have been worked.
    const calcoli = con('ferie', '2020-11-02', '2020-11-15', {
      orePagate: { giorni: 12, oreMesePrecedente: '110', lettura: 'ore-del-mese' },
    });
    // Up to a whole hour: 325.77 → 326.
    expect(calcoli.map(({ ore }) => ore.toNumber())).toEqual([326]);
    expect(calcoli[0]?.passi[1]).toMatchObject({
      etichetta: 'Ferie dal 02/11/2020 al 15/11/2020: ore pagate',
      formula: '110 ore / 26 × 12 giorni',
      risultato: '50,77 ore',
    });
  });

  it('an absence can say its paid hours outright; those of days outside the quarter stay outside', () => {
    // 21 December - 3 January: 40 h on ten working days, five of them (21-25) in this quarter.
    const calcoli = con('malattia', '2020-12-21', '2021-01-03', { orePagate: { ore: '40' } });
    expect(oreSettimane(calcoli[0] as never)).toBe('25 25 25 25 25 25 25 25 25 25 25 25 20');
    expect(() => con('ferie', '2020-11-02', '2020-11-15', { orePagate: { ore: '1001' } })).toThrow(
      'assenze: «1001» ore',
    );
  });

  it('the rule of hourly holidays is known since 2012', () => {
    const antiche = {
      trimestre: '4/2011',
      assenze: [
        {
          tipo: 'ferie',
          dal: '2011-11-07',
          al: '2011-11-12',
          orePagate: { giorni: 6, oreMesePrecedente: '100', lettura: 'ore-del-mese' },
        },
      ],
    };
    expect(() => trimestre(antiche, condizioni({ dal: '2010-01-01', orario }))).toThrow(
      'la regola delle ferie a ore al 2011-11-07 non è nota',
    );
  });

  it('one day is told as one day', () => {
    expect(con('ferie', '2020-11-02', '2020-11-02')[0]?.passi[1]?.formula).toContain('1 giorno pagato');
    expect(con('maternita', '2020-11-02', '2020-11-02')[0]?.passi[1]?.formula).toContain('1 giorno non pagato');
  });

  it('overtime hours are hours, and can take a week above 24', () => {
    const venti = condizioni({ oreSettimanali: '20', ...otto });
    const [fino, oltre] = trimestre({ straordinari: [{ giorno: '2020-11-03', ore: '5' }] }, venti);
    expect([fino?.ore.toFixed(), oltre?.ore.toFixed()]).toEqual(['240', '25']);
    expect(fino?.passi[1]).toMatchObject({
      etichetta: 'Straordinari: sono ore retribuite come le altre',
      risultato: '5 ore',
    });
  });

  it('a public holiday of an hourly worker is a sixth of the week, even on a day without work', () => {
    // 12 h on Monday, Wednesday, Friday (4 each). 1/11 is a Sunday, 8/12 a Tuesday, 25/12 a Friday, 26/12 a Saturday: 2 h each;
    // so + 2, + 2, − 4 + 2, + 2 over 156 h.
    const termini = condizioni({ oreSettimanali: '12', orario: ['0', '4', '0', '4', '0', '4', '0'], ...otto });
    const calcolo = solo({ festivita: 'un-sesto' }, termini);
    expect(oreSettimane(calcolo)).toBe('12 12 12 12 12 14 12 12 12 12 14 12 12');
    expect(calcolo.ore.toFixed()).toBe('160');
  });

  it.each([
    [{ tipo: 'vacanza', dal: '2020-11-02', al: '2020-11-03' }, /«vacanza» non è un tipo noto; scegliere fra ferie/],
    [{ tipo: 'ferie', dal: '2020-11-03', al: '2020-11-02' }, /controllare le due date/],
    [{ tipo: 'ferie', dal: '2010-11-03', al: '2020-11-02' }, /controllare le due date/],
  ])('refuses %j', (assenza, frase) => {
    expect(() => trimestre({ assenze: [assenza] })).toThrow(frase);
  });

  it('asks on which days the work falls when it matters', () => {
    const frase = 'Non è indicato in quali giorni si lavora';
    expect(
      trimestre(
        { assenze: [{ tipo: 'maternita', dal: '2020-11-02', al: '2020-11-02' }] },
        condizioni(otto),
      )[0]?.avvertenze.join(),
    ).toContain(frase);
    expect(con('maternita', '2020-11-01', '2020-11-14')[0]?.avvertenze.join()).not.toContain(frase);
  });
});
