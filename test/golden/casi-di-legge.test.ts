import { describe, expect, it } from 'vitest';
import { type Chiesto, decidi, type Voce } from '../../src/bollettini/decisione.ts';
import { perchePrescritto } from '../../src/bollettini/prescritto.ts';
import { settimaneChieste } from '../../src/bollettini/settimane-coperte.ts';
import { calcola } from '../../src/contributi/calcola.ts';
import { type CampiCalcolo, parseDatiCalcolo } from '../../src/contributi/parse-dati.ts';
import { norme } from '../../src/norme/norme.ts';
import { regoleProspetti } from '../../src/norme/regole-prospetti.ts';
import { type CampiSanzioni, parseDatiSanzioni, sanzioni, testoSanzioni } from '../../src/prospetti/sanzioni/index.ts';
import { parseDatiVerifica, verifica } from '../../src/prospetti/verifica/index.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { giorno } from '../../src/valori/giorno.ts';

const OGGI = giorno(2026, 11, 30);
const regole = regoleProspetti();

function ritardo(campi: CampiSanzioni) {
  const prospetto = sanzioni(parseDatiSanzioni(campi, OGGI, norme()), regole);
  return { ...prospetto, testo: testoSanzioni(prospetto, regole.sanzioni.baseGiorni) };
}

/** Real cases that people brought, with the answer that is right and whence it comes; their numbers are those of docs/golden.md. */
describe('cases of the law: late payments', () => {
  it('11: evasion of 1/2017 paid on 10/4/2022: 600 (cap) + 80.47 at one rate, or 81.21 by period (laleggepertutti.it)', () => {
    const campi = { contributi: '1000', trimestre: '1/2017', pagamento: '10/04/2022', evasione: true };
    const { letture, testo } = ritardo(campi);
    expect(letture.map(({ sanzione, mora }) => [sanzione, mora?.importo])).toEqual([
      [60_000, 8047],
      [60_000, 8121],
    ]);
    expect(testo).toContain('Sanzioni e interessi previsti: da 680,47 € a 681,21 €');
    expect(testo).toMatch(/LETTURA 2: misura fissa di legge; mora: ogni giorno al tasso allora in vigore/);
  });

  it('12: 1/2026 paid on 9/10/2026 where DL 25/2026 suspended it: nothing until 10/10/2026; elsewhere as today (GU 48 of 27/2/2026)', () => {
    const campi = { contributi: '403', trimestre: '1/2026', pagamento: '09/10/2026' };
    const territorio = ' Ciclone-Harry-2026 ';
    for (const dove of [{ territorio }, { territorio, trimestre: '', scadenza: '10/04/2026' }]) {
      for (const pagamento of ['09/10/2026', '10/10/2026']) {
        const prospetto = ritardo({ ...campi, ...dove, pagamento });
        expect([prospetto.giorniRitardo, prospetto.massimo]).toEqual([0, 0]);
        expect(prospetto.avvertenze.join()).toContain('vale solo per chi è nei comuni di Calabria, Sardegna e Sicilia');
      }
    }
    // 182 days from 10/4/2026: 403 × 7.65% × 182 / 365 = 15.3725.
    expect(ritardo(campi)).toMatchObject({ giorniRitardo: 182, massimo: 1537 });
    // A day written as the due date that the suspension does not cover stays as it was written.
    expect(ritardo({ ...campi, trimestre: '', scadenza: '11/05/2026', territorio }).dati.scadenza).toBe('2026-05-11');
  });

  it('13: a territory that does not exist is an error that lists the known ones', () => {
    const campi = { contributi: '403', trimestre: '1/2026', territorio: 'atlantide' };
    expect(() => ritardo(campi)).toThrow(/^territorio: «atlantide» non è .* ciclone-harry-2026 \(Ciclone Harry\)/);
    expect(() => ritardo(campi)).toThrow(expect.objectContaining({ campo: 'territorio' }) as Error);
  });
});

describe('cases of the law: what was not paid in time', () => {
  it('19: 1/2019: five years from 10/04/2019 and the 129 and 182 days of 2020-21 end on 15/02/2025 (L. 335/1995)', () => {
    const debito = { trimestre: parseTrimestre('1/2019'), scadenza: giorno(2019, 4, 10) };
    // The prudent reading lets the last day pass; an example in the press counts one day less.
    expect(perchePrescritto(debito, giorno(2025, 2, 15))).toBeUndefined();
    expect(perchePrescritto(debito, giorno(2025, 2, 16))).toContain('1/2019 è prescritto dal 16/02/2025');
    expect(perchePrescritto(debito, OGGI)).toContain('l’INPS non può riceverne i contributi');
  });
});

describe('cases of the law: pay', () => {
  const calcolo = (campi: CampiCalcolo) => calcola(parseDatiCalcolo(campi), norme());

  it('6: 2/2008, 40 h at 5.45 with board five days: 6.55 (thirteenth on pay and board) or 6.50; 520 h × 0.94 = 488.80', () => {
    const campi = { trimestre: '2/2008', oreSettimanali: '40', pagaOraria: '5,45', vittoAlloggioGiorni: '5' };
    // (5.45 + 4.773 × 5 / 40) × 13/12 = 6.5505; 5.45 × 13/12 + 0.5966 = 6.5008.
    const { retribuzioneOrariaEffettiva, fascia, totale, avvertenze } = calcolo(campi);
    expect([retribuzioneOrariaEffettiva, fascia, totale]).toEqual([655, 4, 48_880]);
    expect(avvertenze.join()).not.toMatch(/paga non è indicata|non è noto/);
    const sulla = calcola({ ...parseDatiCalcolo(campi), tredicesima: 'sulla-paga' }, norme());
    expect(sulla.retribuzioneOrariaEffettiva).toBe(650);
  });

  it.each([
    // CCNL, table H: 7.45 + 0.84 = 8.29.
    [
      14,
      { livello: 'BS', indennita: 'bambino-sotto-sei-anni', pagaOraria: '7,45' },
      /sotto il minimo .* livello BS \(oraria\), 8,29 € \(7,45 € \+ 0,84 €/,
    ],
    // Verbale of 11/2/2026.
    [
      15,
      { livello: 'd', pagaOraria: '7,00' },
      /sotto il minimo contrattuale 2026 del livello D \(oraria\), 9,57 €: mancano 2,57 €/,
    ],
    [
      16,
      { pagaOraria: '4,00' },
      /sotto il più basso minimo contrattuale del 2026, 6,51 € \(non conviventi, livello A\)/,
    ],
  ])('%i: %j in 2026 is below the minimum (CCNL)', (_numero, campi, frase) => {
    const { avvertenze, daDire } = calcolo({ trimestre: '3/2026', oreSettimanali: '20', ...campi });
    expect(avvertenze.filter((una) => frase.test(una))).toHaveLength(1);
    expect(daDire.filter((una) => frase.test(una))).toHaveLength(1);
  });

  it.each([
    [{ livello: 'BS', indennita: 'bambino-sotto-sei-anni', pagaOraria: '8,29' }],
    [{ livello: 'D', pagaOraria: '9,57' }],
    [{ pagaOraria: '6,51' }],
    [{}],
  ])('14-16: not so %j', (campi) => {
    expect(calcolo({ trimestre: '3/2026', oreSettimanali: '25', ...campi }).avvertenze.join()).not.toContain('minimo');
  });
});

describe('cases of the law: contractual funds', () => {
  it('23: E1 in 3/2025, 30 h a week: 390 h × 0.06 = 23.40 (CCNL Confsal 4/5/2023), with the other reading, 0.03, said', () => {
    const campi = { trimestre: '3/2025', oreSettimanali: '30', associazione: 'E1' };
    const { associazione, totale, avvertenze } = calcola(parseDatiCalcolo(campi), norme());
    // 390 × 1.22 = 475.80, and the worker's part of the fund 390 × 0.02 = 7.80.
    expect([associazione?.totale, associazione?.quotaLavoratore, totale]).toEqual([2340, 780, 49_920]);
    expect(avvertenze.join()).toMatch(
      /Contributo E1: le fonti non concordano\. Qui è 0,06 € l’ora \(CCNL Confsal.*0,03 € l’ora .* sarebbero 487,50 € invece di 499,20 €/,
    );
    const prima = calcola(parseDatiCalcolo({ ...campi, importoE1: 'precedente' }), norme());
    expect([prima.associazione?.totale, prima.totale]).toEqual([1170, 48_750]);
    expect(calcola(parseDatiCalcolo({ ...campi, trimestre: '4/2022' }), norme()).avvertenze.join()).not.toContain('E1');
  });

  it('F2: three candidate starts (CCNL of 2007, art. 53, CAS.SA.COLF), each by its name, the others said', () => {
    const con = (trimestre: string, inizioF2?: string) => () =>
      calcola(parseDatiCalcolo({ trimestre, oreSettimanali: '25', associazione: 'F2', inizioF2 }), norme());
    // 325 × 0.03 = 9.75 by the default; the quarter is due from 1/3/2007 alone.
    const { associazione, avvertenze } = con('2/2007')();
    expect(associazione?.totale).toBe(975);
    expect(avvertenze.join()).toMatch(
      /Qui è dovuto dal 1\/3\/2007.*dovuto dal 1\/7\/2007.*non sarebbe dovuto; dovuto dal 1\/7\/2010/,
    );
    expect(con('2/2007', 'dal-7-2007')).toThrow('per il codice F2 non è noto un importo al 30/06/2007');
    expect(con('2/2010', 'dal-7-2007')().associazione?.totale).toBe(975);
    expect(con('2/2010', 'dal-7-2010')).toThrow('non è noto un importo');
    expect(con('3/2010', 'dal-7-2010')()).toMatchObject({ associazione: { totale: 975 } });
    expect(con('3/2010')().avvertenze.join()).not.toContain('F2');
  });
});

describe('cases of the law: ends and beginnings', () => {
  const piano = (campi: CampiCalcolo) =>
    calcola(parseDatiCalcolo({ oreSettimanali: '20', pagaOraria: '8', ...campi }), norme());

  it.each([
    // The Sunday of the week that the next quarter pays, and that quarter.
    ['1/2026', '31/03/2026', '29/03/2026', '2/2026'],
    ['2/2026', '30/06/2026', '28/06/2026', '3/2026'],
    ['3/2026', '30/09/2026', '27/09/2026', '4/2026'],
    ['4/2026', '31/12/2026', '27/12/2026', '1/2027'],
  ])(
    '1: %s that ends on %s leaves the week from %s to %s: what, how much and when (Assindatcolf; webcolf 1805)',
    (trimestre, cessazione, domenica, prossimo) => {
      const { daDire, avvertenze } = piano({ trimestre, cessazione });
      const [frase = ''] = daDire;
      expect(frase).toContain(`La settimana che comincia il ${domenica} è del trimestre ${prossimo}`);
      expect(frase).toMatch(
        /resta da pagare un altro bollettino.*20 ore, (?:circa )?\d+,\d\d €.*(?:Si paga|si paga) entro/,
      );
      expect(avvertenze).toContain(frase);
    },
  );

  it('2: 1/2018 that ends on Sunday 31/12/2017: ten days from the new tables, and 10/1/2018 by prudence (the same)', () => {
    const { scadenza } = piano({ trimestre: '1/2018', cessazione: '31/12/2017' });
    expect([scadenza.scadenza, scadenza.giornoSicuro]).toEqual(['2018-02-08', '2018-01-10']);
    expect(scadenza.avvertenze.join()).toMatch(/Assindatcolf.*giorno prudente è il 10\/01\/2018/);
  });

  it('3: 4/2010 hired on 29/12/2010: the date is right, its week is of 1/2011 (calendar)', () => {
    expect(() => piano({ trimestre: '4/2010', assunzione: '29/12/2010' })).toThrow(
      /comincia il 29\/12\/2010, in una settimana che è del trimestre 1\/2011 .* Le sue ore vanno nell’1\/2011\.$/,
    );
  });
});

describe('cases of the law: what was paid, and what was to be', () => {
  const chiesti = (ore: string): Chiesto[] => {
    const campi = { trimestre: '3/2026', oreSettimanali: ore, pagaOraria: '8' };
    const dati = parseDatiCalcolo(campi);
    return [
      {
        calcolo: calcola(dati, norme()),
        settimane: settimaneChieste({ forma: 'semplice', dati }, calcola(dati, norme())),
      },
    ];
  };

  it('20: a paid quarter of 20 hours that was of 22: the difference, and no week a second time (INPS)', () => {
    const [prima] = decidi([], chiesti('20')).nuovi;
    if (prima === undefined) throw new Error('nothing was issued');
    const { gruppo, totale, scadenza } = prima.calcolo;
    const pagato = {
      gruppo,
      importo: totale,
      scadenza: scadenza.scadenza,
      stato: 'pagato',
      settimane: prima.settimane,
    };
    // 13 × 20 = 260 hours and 13 × 22 = 286, at 1.70 each: 442.00 and 486.20.
    const decisione = decidi([pagato as Voce], chiesti('22'));
    expect([totale, decisione.integrazione]).toEqual([44_200, { importo: 4420, settimane: 0 }]);
    expect(decisione.nuovi).toEqual([]);
  });

  it('21: a notice of 403.00 for 325 hours whose true ones are 312 at 8.00: 530.40, the band changes (table of 2026)', () => {
    const { scostamento } = verifica(
      parseDatiVerifica({ trimestre: '1/2026', importo: '403,00', oreVere: '312', pagaOraria: '8,00' }),
      norme(),
    );
    // 312 / 13 = 24 hours a week: 312 × 1.70 instead of 325 × 1.24.
    expect(scostamento?.dovuti.map(({ calcolo, differenza }) => [calcolo.totale, differenza])).toEqual([
      [53_040, -12_740],
    ]);
    expect(scostamento?.frase).toContain('530,40');
  });
});
