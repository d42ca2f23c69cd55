import { describe, expect, it } from 'vitest';
import { condizioni, oreSettimane, solo, trimestre } from './situazione.ts';

const otto = { paga: { tipo: 'oraria', importo: '8,00' } };
const orario = ['0', '6', '6', '6', '6', '6', '0'];
const trenta = condizioni({ oreSettimanali: '30', orario, ...otto });

describe('hiring inside the quarter', () => {
  it('counts the first week from the day of hiring: Thursday 29 October leaves two days of six hours', () => {
    const [fino, oltre] = trimestre({ assunzione: '29/10/2020' }, trenta);
    expect(oreSettimane(fino as never)).toBe('0 0 0 0 12 30 30 30 30 30 30 30 30');
    expect([fino?.settimane, fino?.ore.toFixed(), oltre?.settimane]).toEqual([1, '12', 8]);
    expect(fino?.avvertenze.join()).toContain(
      'Il rapporto comincia il 29/10/2020: la prima settimana è contata coi soli giorni del rapporto',
    );
    expect(fino?.avvertenze.join()).not.toContain('non sono retribuite');
  });

  it('says nothing of hiring when it begins with a week', () => {
    expect(solo({ assunzione: '01/11/2020' }, trenta).avvertenze.join()).not.toContain('comincia il');
  });
});

describe('end inside the quarter', () => {
  it('is due ten days after the last day, and counts its last week up to it', () => {
    const calcoli = trimestre({ cessazione: '18/11/2020' }, trenta);
    expect(oreSettimane(calcoli[0] as never)).toBe('30 30 30 30 30 30 30 18 0 0 0 0 0');
    expect(calcoli.map(({ scadenza }) => scadenza.scadenza)).toEqual(['2020-11-30', '2020-11-30']);
    expect(calcoli[0]?.passi.map(({ formula }) => formula)).toContain('18/11/2020 + 10 giorni');
    expect(calcoli[0]?.avvertenze.join()).not.toContain('non sono retribuite');
  });

  it('on 31 December leaves a straddling week to the next quarter, due by the same ten days', () => {
    const prima = solo({ cessazione: '31/12/2020' }, trenta);
    expect([prima.settimane, prima.scadenza.scadenza]).toEqual([13, '2021-01-11']);
    expect(prima.avvertenze.join()).toContain(
      'La settimana che comincia il 27/12/2020 è del trimestre 1/2021: per i giorni fino alla fine del rapporto (31/12/2020) resta da pagare un altro bollettino, dell’1/2021: 24 ore, 38,88 €.',
    );
    const coda = solo({ trimestre: '1/2021', cessazione: '31/12/2020' }, trenta);
    // 28-31 December: four days of six hours, 24 h: the bands, 2ª fascia of 2021.
    expect(coda).toMatchObject({ settimane: 1, gruppo: 'fino-24', totale: 3888 });
    // Ten days from the table of 2021 (circular of 25 January), or with prudence from the end.
    expect([coda.scadenza.scadenza, coda.scadenza.giornoSicuro]).toEqual(['2021-02-04', '2021-01-11']);
  });

  it('after the quarter changes nothing of it', () => {
    expect(solo({ cessazione: '03/01/2021' }, trenta).scadenza.apertura).toBe('2021-01-01');
  });

  it('pays unused holidays on the last day, without making its week one above 24 hours', () => {
    // 20 h a week; 78 h of the month before / 26 × 15 days = 45 h (Corriere della Sera, 2018).
    const venti = condizioni({ oreSettimanali: '20', orario: ['0', '4', '4', '4', '4', '4', '0'], ...otto });
    const fine = solo(
      {
        trimestre: '4/2018',
        cessazione: '2018-11-16',
        ferieNonGodute: { giorni: 15, oreMesePrecedente: '78', lettura: 'ore-del-mese' },
      },
      { ...venti },
    );
    expect(fine.ore.toFixed()).toBe('185');
    expect(fine.gruppo).toBe('fino-24');
    expect(fine.passi[1]).toMatchObject({ formula: '78 ore / 26 × 15 giorni', risultato: '45 ore' });
    expect(fine.passi.map(({ formula }) => formula)).toContain('20 + 20 + 20 + 20 + 20 + 20 + 20 + 45 ore');
  });

  it('takes unused holidays as hours too, with the terms’ group when no week is worked', () => {
    const ferie = {
      cessazione: '2020-10-02',
      ferieNonGodute: { ore: '40' },
      assenze: [{ tipo: 'aspettativa', dal: '2020-09-01', al: '2020-10-02' }],
    };
    expect(solo(ferie, trenta)).toMatchObject({ gruppo: 'oltre-24', settimane: 0, totale: 4160 });
    expect(solo(ferie, condizioni({ oreSettimanali: '20', ...otto }))).toMatchObject({
      gruppo: 'fino-24',
      totale: 6480,
    });
  });

  it('leaves unused holidays to the group of the last paid week, when the last one is empty', () => {
    // 30 h, then 12 h from 1 November; nothing paid in the last week.
    const calcoli = trimestre(
      {
        cessazione: '2020-11-20',
        ferieNonGodute: { ore: '10' },
        assenze: [{ tipo: 'aspettativa', dal: '2020-11-15', al: '2020-11-20' }],
      },
      trenta,
      condizioni({ dal: '2020-11-01', oreSettimanali: '12', ...otto }),
    );
    expect(calcoli.map(({ gruppo, ore }) => [gruppo, ore.toFixed()])).toEqual([
      ['fino-24', '34'],
      ['oltre-24', '150'],
    ]);
    expect(calcoli[0]?.avvertenze.join()).toContain('Una settimana non è retribuita');
  });

  it('counts its week whole where no day’s hours are told, and by its days where they are or it is asked for', () => {
    const con = (altro: object, termini: object) =>
      trimestre({ cessazione: '2020-11-18', ...altro }, condizioni({ oreSettimanali: '30', ...otto, ...termini })).map(
        (calcolo) => calcolo.totale,
      );
    // 8 × 30 × 1.04 = 249.60; 7 × 30 × 1.04 = 218.40 and, up to Wednesday, 15 (18 by the pattern) × 1.62.
    expect(con({}, {})).toEqual([24960]);
    expect(con({ settimaneIncomplete: 'a-giorni' }, {})).toEqual([2430, 21840]);
    expect(con({}, { orario })).toEqual([2916, 21840]);
    expect(con({ settimaneIncomplete: 'intere' }, { orario })).toEqual([24960]);
  });

  it('by its days asks on which days the work falls', () => {
    const [primo] = trimestre(
      { cessazione: '2020-11-18', settimaneIncomplete: 'a-giorni' },
      condizioni({ oreSettimanali: '30', ...otto }),
    );
    expect(primo?.avvertenze.join()).toContain('Non è indicato in quali giorni');
  });

  it('hired on the last Saturday with work from Monday to Friday, nothing is due and nothing is to be told to INPS', () => {
    // Saturday 29 June 2024; message 1643/2016 gives the suspension only for absences.
    const sabato = () => trimestre({ trimestre: '2/2024', assunzione: '29/06/2024' }, trenta);
    expect(sabato).toThrow('non si lavora, e all’INPS non c’è nulla da comunicare');
    expect(sabato).not.toThrow('Sospensione');
  });

  it.each([
    [{ ferieNonGodute: { ore: '40' } }, 'ferieNonGodute', /indicare la data di cessazione/],
    [
      { ferieNonGodute: { ore: '40' }, cessazione: '2021-01-15' },
      'ferieNonGodute',
      /il 15\/01\/2021 è in una settimana del trimestre 1\/2021/,
    ],
    [{ ferieNonGodute: { ore: '1001' }, cessazione: '2020-11-15' }, 'ferieNonGodute', /da 0 a 1000/],
    [{ assunzione: '2020-11-02', cessazione: '2020-11-01' }, 'cessazione', /prima dell’assunzione/],
    [{ cessazione: '2020-09-26' }, 'cessazione', /finisce il 26\/09\/2020/],
    [{ assunzione: '2020-12-27' }, 'assunzione', /comincia il 27\/12\/2020/],
    [{ preavvisoFinoAl: '2020-11-20' }, 'preavvisoFinoAl', /dopo la cessazione/],
    [{ cessazione: '2020-11-20', preavvisoFinoAl: '2020-11-20' }, 'preavvisoFinoAl', /dopo la cessazione/],
  ])('refuses %j', (diverso, campo, frase) => {
    expect(() => trimestre(diverso)).toThrow(frase);
    expect(() => trimestre(diverso)).toThrow(expect.objectContaining({ campo }) as Error);
  });
});

describe('unworked notice', () => {
  it('pays its weeks at the end and flags them 2; the week of the end stays 1', () => {
    const fine = trimestre({ cessazione: '2020-11-18', preavvisoFinoAl: '2020-12-03' }, trenta);
    expect(fine.map(({ dettaglio }) => dettaglio?.segniSettimane)).toEqual(['0000000002000', '1111111120000']);
    expect(oreSettimane(fine[0] as never)).toBe('30 30 30 30 30 30 30 30 30 24 0 0 0');
    expect(fine[0]?.scadenza.scadenza).toBe('2020-11-30');
    expect(fine[0]?.passi[1]).toMatchObject({
      formula: 'fine del rapporto 18/11/2020, fine dell’obbligo contributivo 03/12/2020',
      risultato: 'settimane segnate con 2',
    });
  });

  it('goes on in the next quarter, and says so', () => {
    const termini = { cessazione: '2020-12-15', preavvisoFinoAl: '2021-01-09' };
    expect(solo(termini, trenta).avvertenze.join()).toContain(
      'Il preavviso non lavorato prosegue oltre il trimestre 4/2020',
    );
    const dopo = solo({ trimestre: '1/2021', ...termini }, trenta);
    expect(dopo).toMatchObject({ settimane: 2, totale: 6240 });
    expect(dopo.dettaglio?.segniSettimane).toBe('2200000000000');
    // 25 December is Christmas, a Friday; 26 a holiday, 27 a Sunday. The table of 2021 came out on 25 January.
    expect([dopo.scadenza.scadenza, dopo.scadenza.giornoSicuro]).toEqual(['2021-02-04', '2020-12-28']);
  });
});

describe('terms that change in the quarter', () => {
  it('a raise splits the hours at its day: 6 weeks at 2ª fascia, the rest at 3ª', () => {
    // 20 h; 8.00 → 8.67 (2ª, 1.62) until Sunday 15/11, then 10.00 → 10.83 (3ª, 1.97): 7 × 20 = 140 h and 6 × 20 = 120 h.
    const venti = { oreSettimanali: '20', orario: ['0', '4', '4', '4', '4', '4', '0'] };
    const calcolo = solo(
      {},
      condizioni({ ...venti, ...otto }),
      condizioni({ ...venti, dal: '2020-11-15', paga: { tipo: 'oraria', importo: '10,00' } }),
    );
    // 140 × 1.62 = 226.80; 120 × 1.97 = 236.40; worker 140 × 0.41 + 120 × 0.49 = 57.40 + 58.80.
    expect(calcolo).toMatchObject({
      settimane: 13,
      fascia: 3,
      contributoOrario: 197,
      totale: 46320,
      quotaLavoratore: 11620,
    });
    expect(calcolo.dettaglio?.righe.map(({ ore, fascia, totale }) => [ore.toFixed(), fascia, totale])).toEqual([
      ['140', 2, 22680],
      ['120', 3, 23640],
    ]);
    expect(calcolo.passi.map(({ formula }) => formula)).toContain('226,80 € + 236,40 €');
    expect(calcolo.avvertenze.join()).toContain(
      'Le condizioni cambiano nel trimestre: 140 ore a 1,62 € e 120 ore a 1,97 €',
    );
  });

  it('in the middle of a week splits the week’s hours by its days', () => {
    const venti = { oreSettimanali: '20', orario: ['0', '4', '4', '4', '4', '4', '0'], ...otto };
    const calcolo = solo(
      {},
      condizioni({ ...venti, tempoDeterminato: true }),
      condizioni({ ...venti, dal: '2020-11-18' }),
    );
    // From fixed-term to permanent on Wednesday 18/11: 7 weeks and two days with the 1.40% (148 h × 1.73), then 112 h × 1.62.
    expect(
      calcolo.dettaglio?.righe.map(({ ore, tempoDeterminato, contributoOrario }) => [
        ore.toFixed(),
        tempoDeterminato,
        contributoOrario,
      ]),
    ).toEqual([
      ['148', true, 173],
      ['112', false, 162],
    ]);
    expect(calcolo.totale).toBe(148 * 173 + 112 * 162);
    expect(calcolo.tempoDeterminato).toBe(false);
    expect(calcolo.avvertenze.join()).toContain('l’addizionale già pagata si può chiedere indietro');
  });

  it('that give the same tariff and pay make one row', () => {
    const calcolo = solo(
      {},
      condizioni({ oreSettimanali: '30' }),
      condizioni({ oreSettimanali: '36', dal: '2020-11-15' }),
    );
    expect(calcolo.dettaglio?.righe).toHaveLength(1);
    expect(calcolo.ore.toFixed()).toBe('426');
    expect(calcolo.oreSettimanali?.toFixed()).toBe('30');
    expect(calcolo.avvertenze.join()).not.toContain('Le condizioni cambiano');
  });

  it('from above 24 hours to fewer give two results', () => {
    const calcoli = trimestre(
      {},
      condizioni({ oreSettimanali: '30', ...otto }),
      condizioni({ oreSettimanali: '12', dal: '2020-11-15', ...otto }),
    );
    expect(calcoli.map(({ gruppo, ore }) => [gruppo, ore.toFixed()])).toEqual([
      ['fino-24', '72'],
      ['oltre-24', '210'],
    ]);
  });

  it('must be in order, each with its own day', () => {
    expect(() => trimestre({}, condizioni(), condizioni())).toThrow('devono essere in ordine di data');
    expect(() => trimestre({}, condizioni({ dal: '2020-11-15' }), condizioni())).toThrow(
      'devono essere in ordine di data',
    );
  });

  it('before the first entry are those of the first', () => {
    expect(solo({}, condizioni({ dal: '2020-11-15' })).totale).toBe(33800);
  });
});

describe('terms as INPS’s form asks them', () => {
  it('an effective pay already worked out decides the band', () => {
    const con = (retribuzioneOrariaEffettiva: string) =>
      solo({}, condizioni({ oreSettimanali: '10', retribuzioneOrariaEffettiva }));
    expect([con('8,10').fascia, con('8,11').fascia]).toEqual([1, 2]);
    expect(con('8,11').avvertenze.join()).toContain('con un centesimo in meno all’ora');
  });

  it('board, single meals and the reading of the thirteenth reach the effective pay', () => {
    const con = (altro: object, diverso: object = {}) =>
      solo(diverso, condizioni({ oreSettimanali: '20', ...otto, ...altro }));
    expect(con({ vittoAlloggioGiorni: 7 }).retribuzioneOrariaEffettiva).toBe(1079);
    expect(con({ vitto: { tipo: 'pasti', pranzi: 5, cene: 0, alloggi: 0 } }).retribuzioneOrariaEffettiva).toBe(920);
    expect(con({ vittoAlloggioGiorni: 7 }, { tredicesima: 'sulla-paga' }).retribuzioneOrariaEffettiva).toBe(1063);
  });

  it('a change of terms alone asks on which days the work falls', () => {
    const due = [condizioni({ oreSettimanali: '30' }), condizioni({ oreSettimanali: '36', dal: '2020-11-15' })];
    expect(solo({}, ...due).avvertenze.join()).toContain('Non è indicato in quali giorni');
    const mese = { ore: { tipo: 'mesi', mesi: [{ mese: '2020-11', ore: '130' }] } };
    expect(solo(mese, condizioni({ oreSettimanali: '30', ...otto })).avvertenze.join()).toContain('in quali giorni');
    expect(solo({}, condizioni({ oreSettimanali: '30', ...otto })).avvertenze).toEqual([]);
  });
});

describe('territorial suspensions', () => {
  it('move the due date only of who asks', () => {
    const con = (territori: string[]) => solo({ trimestre: '1/2025', territori }).scadenza.scadenza;
    expect([con([]), con(['campi-flegrei-2025'])]).toEqual(['2025-04-10', '2025-12-10']);
    expect(
      solo({ trimestre: '2/2025', cessazione: '2025-05-03', territori: ['campi-flegrei-2025'] }).scadenza.scadenza,
    ).toBe('2025-12-10');
  });
});
