import { describe, expect, it } from 'vitest';
import { testoDellaVoce, vittoIgnoto, type VocePaga, vocePaga, voceVitto } from '../../src/contributi/accordo-paga.ts';
import type { AccordoVitto } from '../../src/contributi/calcolo.ts';
import type { TabellaAnno } from '../../src/norme/tabella-anno.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { dati } from './dati.ts';
import { rifiuto } from './rifiuto.ts';

/** Only what board reads of a table. */
const tabella = (vittoAlloggio?: Partial<NonNullable<TabellaAnno['vittoAlloggio']>>) =>
  ({ anno: 2020, ...(vittoAlloggio !== undefined && { vittoAlloggio }) }) as unknown as TabellaAnno;
const DEL_2020 = { totale: '5.61', pranzo: '1.96', cena: '1.96', alloggio: '1.69' };

/** With its text as a step writes it. */
const scritta = (voce: VocePaga | null) => voce && { ...voce, testo: testoDellaVoce(voce) };
const voce = (vitto: AccordoVitto, quale = tabella(DEL_2020)) => voceVitto({ ...dati({}), vitto }, quale);
const giorni = (quanti: number, quale = tabella(DEL_2020)) =>
  voceVitto({ ...dati({}), vittoAlloggioGiorni: quanti }, quale);

describe('an agreed pay', () => {
  it.each([
    ['oraria', undefined, { millesimi: 8000, esatti: undefined, ogni: 'ora', testo: '8,00 €' }],
    ['settimanale', undefined, { millesimi: 8000, esatti: undefined, ogni: 'settimana', testo: '8,00 €' }],
    ['mensile', undefined, { millesimi: 8000, esatti: undefined, ogni: 'mese', testo: '8,00 €' }],
    ['giornaliera', 1, { millesimi: 8000, esatti: undefined, ogni: 'settimana', testo: '8,00 € × 1 giorno' }],
    ['giornaliera', 7, { millesimi: 56_000, esatti: undefined, ogni: 'settimana', testo: '8,00 € × 7 giorni' }],
  ] as const)('%s, days %s', (tipo, giorniSettimanali, attesa) => {
    const paga = { tipo, importo: centesimi(800), ...(giorniSettimanali !== undefined && { giorniSettimanali }) };
    expect(scritta(vocePaga(paga))).toEqual(attesa);
  });

  it.each([
    ['oraria', 100_000, '1.000,00'],
    ['giornaliera', 1_000_000, '10.000,00'],
    ['settimanale', 5_000_000, '50.000,00'],
    ['mensile', 10_000_000, '100.000,00'],
  ] as const)('%s: from one cent to %i, and no further', (tipo, massimo, scritto) => {
    const paga = (importo: number) => ({ tipo, importo: centesimi(importo), giorniSettimanali: 1 });
    expect(vocePaga(paga(1)).millesimi).toBe(10);
    expect(vocePaga(paga(massimo)).millesimi).toBe(massimo * 10);
    const campo = `paga${tipo.charAt(0).toUpperCase()}${tipo.slice(1)}`;
    for (const [importo, detto] of [
      [0, '0,00'],
      [massimo + 1, `${scritto.slice(0, -1)}1`],
    ] as const) {
      expect(rifiuto(() => vocePaga(paga(importo)))).toEqual([
        'paga-non-valida',
        `${campo}: ${detto} € non va bene; indicare un importo maggiore di zero e non oltre ${scritto} €.`,
        campo,
      ]);
    }
  });

  it.each([0, 8, 1.5, undefined])('by the day: %s days a week are none', (giorniSettimanali) => {
    const paga = { tipo: 'giornaliera' as const, importo: centesimi(800) };
    const data = giorniSettimanali === undefined ? paga : { ...paga, giorniSettimanali };
    expect(rifiuto(() => vocePaga(data))).toEqual([
      'giorni-non-validi',
      `giorniSettimanali: «${giorniSettimanali ?? 0}» non va bene; indicare i giorni pagati in una settimana, da 1 a 7.`,
      'giorniSettimanali',
    ]);
  });
});

describe('board and lodging', () => {
  it('full, by days of a week', () => {
    expect([giorni(0), voceVitto(dati({}), tabella())]).toEqual([null, null]);
    expect(giorni(1)).toEqual({
      millesimi: 5610,
      esatti: undefined,
      ogni: 'settimana',
      testo: '5,61 € × 1 giorno',
    });
    expect(giorni(7)?.testo).toBe('5,61 € × 7 giorni');
    expect(giorni(7)?.millesimi).toBe(39_270);
  });

  it('full, by days, each table by itself and each number of days by itself', () => {
    const [una, altra] = [tabella(DEL_2020), tabella({ ...DEL_2020, totale: '6.00' })];
    expect([giorni(3, una), giorni(3, altra), giorni(2, una), giorni(3, una)].map((v) => v?.millesimi)).toEqual([
      16_830, 18_000, 11_220, 16_830,
    ]);
  });

  it.each([8, -1, 1.5])('%s days a week are none', (quanti) => {
    expect(rifiuto(() => giorni(quanti))).toEqual([
      'vitto-alloggio-non-valido',
      `vittoAlloggioGiorni: «${quanti}» non va bene; indicare i giorni di vitto e alloggio in una settimana, da 0 a 7.`,
      'vittoAlloggioGiorni',
    ]);
  });

  it('meal by meal', () => {
    expect(voce({ tipo: 'pasti', pranzi: 1, cene: 0, alloggi: 0 })).toEqual({
      millesimi: 1960,
      esatti: undefined,
      ogni: 'settimana',
      testo: '1,96 € × 1 pranzo',
    });
    expect(voce({ tipo: 'pasti', pranzi: 5, cene: 1, alloggi: 7 })?.testo).toBe(
      '(1,96 € × 5 pranzi + 1,96 € × 1 cena + 1,69 € × 7 notti)',
    );
    expect(voce({ tipo: 'pasti', pranzi: 0, cene: 2, alloggi: 1 })?.testo).toBe('(1,96 € × 2 cene + 1,69 € × 1 notte)');
    expect(voce({ tipo: 'pasti', pranzi: 0, cene: 0, alloggi: 0 })).toBeNull();
  });

  it('with values finer than a thousandth keeps them exact', () => {
    const fine = tabella({ ...DEL_2020, totale: '5.6125', pranzo: '1.9605' });
    expect(giorni(2, fine)).toMatchObject({ millesimi: Number.NaN, esatti: new Decimale('11225') });
    expect(voce({ tipo: 'pasti', pranzi: 2, cene: 1, alloggi: 0 }, fine)).toMatchObject({
      millesimi: Number.NaN,
      esatti: new Decimale('5881'),
    });
    expect(giorni(1, tabella({ ...DEL_2020, totale: '5.612' }))?.millesimi).toBe(5612);
    expect(giorni(1, tabella({ ...DEL_2020, totale: '5.6' }))?.millesimi).toBe(5600);
    expect(giorni(1, tabella({ ...DEL_2020, totale: '5' }))?.millesimi).toBe(5000);
  });

  it('in money, a day or a month', () => {
    expect(voce({ tipo: 'denaro', ogni: 'giorno', importo: centesimi(600), giorni: 6 })).toEqual({
      millesimi: 36_000,
      esatti: undefined,
      ogni: 'settimana',
      testo: '6,00 € × 6 giorni',
    });
    expect(scritta(voce({ tipo: 'denaro', ogni: 'mese', importo: centesimi(15_000) }))).toEqual({
      millesimi: 150_000,
      esatti: undefined,
      ogni: 'mese',
      testo: '150,00 €',
    });
  });

  it('in money is bounded as a pay of its kind, and its days are those of a week', () => {
    expect(voce({ tipo: 'denaro', ogni: 'mese', importo: centesimi(10_000_000) })?.millesimi).toBe(100_000_000);
    expect(rifiuto(() => voce({ tipo: 'denaro', ogni: 'mese', importo: centesimi(10_000_001) }))).toEqual([
      'paga-non-valida',
      'vitto: 100.000,01 € non va bene; indicare un importo maggiore di zero e non oltre 100.000,00 €.',
      'vitto',
    ]);
    const alGiorno = (importo: number, quanti: number) => () =>
      voce({ tipo: 'denaro', ogni: 'giorno', importo: centesimi(importo), giorni: quanti });
    expect(alGiorno(1_000_000, 1)()?.millesimi).toBe(10_000_000);
    expect(rifiuto(alGiorno(1_000_001, 1))[1]).toBe(
      'vitto: 10.000,01 € non va bene; indicare un importo maggiore di zero e non oltre 10.000,00 €.',
    );
    expect(rifiuto(alGiorno(600, 0))).toEqual([
      'vitto-alloggio-non-valido',
      'vitto: «0» non va bene; indicare i giorni di indennità in una settimana, da 1 a 7.',
      'vitto',
    ]);
  });

  it('of a year without conventional values is not known, in money it is', () => {
    const nulla = tabella();
    const soloTotale = tabella({ totale: '5.61' });
    const pasti = { tipo: 'pasti', pranzi: 1, cene: 1, alloggi: 1 } as const;
    const denaro = { tipo: 'denaro', ogni: 'mese', importo: centesimi(1) } as const;
    const ignoto = (di: object, quale: TabellaAnno) => vittoIgnoto({ ...dati({}), ...di }, quale);
    expect([
      ignoto({}, nulla),
      ignoto({ vittoAlloggioGiorni: 0 }, nulla),
      ignoto({ vittoAlloggioGiorni: 1 }, nulla),
      ignoto({ vittoAlloggioGiorni: 1 }, soloTotale),
      ignoto({ vitto: pasti }, nulla),
      ignoto({ vitto: pasti }, soloTotale),
      ignoto({ vitto: pasti }, tabella(DEL_2020)),
      ignoto({ vitto: denaro }, nulla),
      ignoto({ vitto: denaro }, soloTotale),
    ]).toEqual([false, false, true, false, true, true, false, false, false]);
    const frase =
      'Il valore convenzionale di vitto e alloggio del 2020 non è noto: aggiungerlo alla paga e indicare 0 giorni.';
    expect(rifiuto(() => giorni(1, nulla))).toEqual(['vitto-alloggio-non-noto', frase, 'vittoAlloggioGiorni']);
    expect(rifiuto(() => voce(pasti, nulla))).toEqual(['vitto-alloggio-non-noto', frase, 'vitto']);
    expect(rifiuto(() => voce(pasti, soloTotale))[0]).toBe('vitto-alloggio-non-noto');
  });
});
