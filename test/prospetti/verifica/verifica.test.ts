import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RapportoDiLavoro } from '../../../src/anagrafe/rapporto-di-lavoro.ts';
import { calcola } from '../../../src/contributi/calcola.ts';
import { norme } from '../../../src/norme/norme.ts';
import {
  parseDatiVerifica,
  verifica,
  verificaToJson,
  type CampiVerifica,
} from '../../../src/prospetti/verifica/index.ts';
import { settimane as settimaneDi } from '../../../src/scadenze/settimane.ts';
import { Decimale } from '../../../src/valori/decimale.ts';
import { centesimi } from '../../../src/valori/denaro.ts';
import { parseGiorno } from '../../../src/valori/giorno.ts';

const regole = norme();
const json = (campi: CampiVerifica) => verificaToJson(verifica(parseDatiVerifica(campi), regole));

describe('the real row: 4/2020, 338,00 euro', () => {
  const esito = json({ trimestre: '4/2020', importo: '338,00' });

  it('puts 325 hours, band 4, con CUAF, permanent first: 25 hours × 13 weeks × 1,04', () => {
    expect(esito.ipotesi[0]).toMatchObject({
      ore: 325,
      fascia: 4,
      cuaf: true,
      tempoDeterminato: false,
      associazione: null,
      contributoOrario: '1.04',
      totale: '338.00',
      settimane: 13,
      oreSettimanali: 25,
      quotaLavoratore: '84.50',
    });
    expect(esito.ipotesi[0]?.motivi).toContain('25 ore a settimana per tutte le 13 settimane del trimestre');
    expect(esito.sintesi).toContain('325 ore × 1,04 €');
    expect(esito.importiVicini).toEqual([]);
  });

  it('then 169 hours of band 3 with F2: 13 hours × 13 weeks × (1,97 + 0,03)', () => {
    expect(esito.ipotesi[1]).toMatchObject({ ore: 169, fascia: 3, associazione: 'F2', contributoOrario: '1.97' });
  });

  it('gives nothing for an amount a cent away, and 338,00 as the nearest', () => {
    const vuoto = json({ trimestre: '4/2020', importo: '338,01' });
    expect(vuoto.ipotesi).toEqual([]);
    expect(vuoto.importiVicini[0]).toMatchObject({ importo: '338.00', differenza: '-0.01', ore: 325, fascia: 4 });
    const distanze = vuoto.importiVicini.map(({ differenza }) => Math.abs(Number(differenza)));
    expect(distanze).toEqual([...distanze].sort((a, b) => a - b));
    expect(new Set(vuoto.importiVicini.map(({ importo }) => importo)).size).toBe(vuoto.importiVicini.length);
    expect(vuoto.sintesi).toContain('Nessuna combinazione');
  });

  it('finds the quarter in the codice INPS', () => {
    expect(json({ codiceInps: '991097845204027', rapporto: '99109784511', importo: '338' }).ipotesi).toEqual(
      esito.ipotesi,
    );
  });

  it('looks for halves only when asked', () => {
    const mezze = json({ trimestre: '4/2020', importo: '338', mezzeOre: true });
    expect(mezze.ipotesi[0]).toEqual(esito.ipotesi[0]);
    expect(mezze.ipotesi).toEqual(expect.arrayContaining([expect.objectContaining({ ore: 231.5, fascia: 1 })]));
    expect(esito.ipotesi.every(({ ore }) => Number.isInteger(ore))).toBe(true);
  });
});

describe('known facts', () => {
  it('narrow the list', () => {
    expect(json({ trimestre: '4/2020', importo: '338', fascia: '3' }).ipotesi.map(({ fascia }) => fascia)).toEqual([
      3, 3,
    ]);
    expect(json({ trimestre: '4/2020', importo: '338', associazione: 'nessuna' }).ipotesi).toHaveLength(2);
    expect(json({ trimestre: '4/2020', importo: '338', ore: '325', settimane: '13' }).ipotesi).toHaveLength(1);
    expect(json({ trimestre: '4/2020', importo: '338', senzaCuaf: true }).ipotesi).toEqual([]);
    expect(json({ trimestre: '4/2020', importo: '338', ore: '324' }).ipotesi).toEqual([]);
  });

  it('with the weekly hours agreed, let the weeks differ: 313 hours of a 25-hour contract', () => {
    // 313 × 1.04 = 325.52
    const { ipotesi } = json({ trimestre: '4/2020', importo: '325,52', oreSettimanali: '25' });
    expect(ipotesi[0]).toMatchObject({ ore: 313, fascia: 4, settimane: 13, oreSettimanali: 25, totale: '325.52' });
  });

  it('keep only the bands that the pay allows', () => {
    // 10 h × 13 weeks × 1.62 (band 2, con CUAF) = 210.60; 8.00 × 13/12 = 8.67, in band 2 of 2020.
    const campi = { trimestre: '4/2020', importo: '210,60' };
    const conPaga = json({ ...campi, pagaOraria: '8,00' });
    expect(conPaga.ipotesi[0]).toMatchObject({ ore: 130, fascia: 2, cuaf: true, settimane: 13 });
    expect(conPaga.ipotesi.every(({ fascia }) => fascia === 2 || fascia === 4)).toBe(true);
    expect(json({ ...campi, pagaOraria: '5,00', fascia: '2' }).ipotesi).toEqual([]);
  });

  it('the rapporto’s own terms come first even when they are rare', () => {
    const rapporto = {
      assunzione: parseGiorno('2019-01-07'),
      condizioni: [
        {
          dal: parseGiorno('2019-01-07'),
          oreSettimanali: '13',
          paga: { tipo: 'oraria', importo: centesimi(1000) },
          vittoAlloggioGiorni: 0,
          senzaCuaf: false,
          tempoDeterminato: false,
          associazione: 'F2',
        },
      ],
    } as unknown as RapportoDiLavoro;
    const dati = parseDatiVerifica({ trimestre: '4/2020', importo: '338' }, rapporto);
    const [prima] = verifica(dati, regole).ipotesi;
    expect(prima?.tariffa).toMatchObject({ fascia: 3, associazione: 'F2' });
    expect(prima?.motivi).toContain('come le condizioni registrate del rapporto');
  });
});

describe('true hours', () => {
  it('say by how much the notice is off: 312 hours × 1,04 = 324,48', () => {
    const { scostamento } = json({ trimestre: '4/2020', importo: '338', oreVere: '312', settimaneVere: '12' });
    expect(scostamento).toMatchObject({ dovuto: '324.48', differenza: '13.52', settimane: 12, avvertenze: [] });
    expect(scostamento?.frase).toBe('L’avviso chiede 13,52 € in più: per 312 ore si devono 324,48 €.');
  });

  it('say when it is right, or asks too little', () => {
    expect(json({ trimestre: '4/2020', importo: '338', oreVere: '325' }).scostamento?.frase).toMatch(/è giusto/);
    expect(json({ trimestre: '4/2020', importo: '338', oreVere: '330' }).scostamento).toMatchObject({
      differenza: '-5.20',
      frase: 'L’avviso chiede 5,20 € in meno: per 330 ore si devono 343,20 €.',
    });
  });

  it('warn when they fall on the other side of 24 hours', () => {
    const { scostamento } = json({ trimestre: '4/2020', importo: '338', oreVere: '300' });
    expect(scostamento?.avvertenze[0]).toMatch(/23,08 a settimana, non più di 24: vale la fascia della paga/);
    // 2020, con CUAF: 300 × 1,43 = 429,00; × 1,62 = 486,00; × 1,97 = 591,00.
    expect(scostamento).toMatchObject({ dovuto: null, differenza: null });
    expect(scostamento?.secondoLaFascia.map(({ fascia, dovuto, differenza }) => [fascia, dovuto, differenza])).toEqual([
      [1, '429.00', '-91.00'],
      [2, '486.00', '-148.00'],
      [3, '591.00', '-253.00'],
    ]);
    expect(scostamento?.frase).toMatch(
      /^Per 300 ore quanto si deve dipende dalla paga oraria, che va indicata: 429,00 €/,
    );
  });

  it('change the band when the pay is known: 325 hours noticed for 403,00, 312 true at 8,00 an hour are 530,40', () => {
    const campi = { trimestre: '1/2026', importo: '403,00', pagaOraria: '8,00', oreVere: '312' };
    // 2026 over 13 weeks: 24 a week are of the pay’s band; 8,00 × 13/12 = 8,67, second band, 1,70 × 312 = 530,40.
    const { scostamento } = json(campi);
    expect(scostamento).toMatchObject({ dovuto: '530.40', differenza: '-127.40', secondoLaFascia: [] });
    expect(scostamento?.frase).toBe('L’avviso chiede 127,40 € in meno: per 312 ore si devono 530,40 €.');
  });

  it('warn the other way too: 130 hours noticed, 330 worked', () => {
    const campi = { trimestre: '4/2020', importo: '210,60', pagaOraria: '8,00', oreVere: '330' };
    expect(json(campi).scostamento?.avvertenze[0]).toMatch(
      /25,38 a settimana, più di 24: vale la 4ª fascia e non più la 2ª/,
    );
  });
});

describe('what cannot be', () => {
  it.each<[CampiVerifica, RegExp]>([
    [{ trimestre: '4/2020' }, /importo: manca/],
    [{ importo: '338' }, /trimestre: manca/],
    [{ importo: '0', trimestre: '4/2020' }, /maggiore di zero/],
    [{ importo: '338', codiceInps: '12345' }, /15 cifre/],
    [{ importo: '338', trimestre: '3/2020', codiceInps: '991097845204027' }, /trimestre 4\/2020/],
    [{ importo: '338', codiceInps: '991097845204027', rapporto: '12345678901' }, /991097845/],
    [{ importo: '338', trimestre: '4/2020', fascia: '5' }, /fascia/],
    [{ importo: '338', trimestre: '4/2020', oreVere: '325', settimaneVere: '15' }, /settimaneVere/],
    [{ importo: '338', trimestre: '4/1999' }, /1999/],
  ])('is refused in words: %j', (campi, messaggio) => {
    expect(() => json(campi)).toThrow(messaggio);
  });

  it('no fixed-term hypothesis before 2013', () => {
    // 2012, band 4, 325 hours.
    const oraria = regole.tabella(2012).fasce[3].contributo.conCuaf;
    const esito = verifica(
      parseDatiVerifica({ trimestre: '4/2012', importo: ((325 * oraria) / 100).toFixed(2) }),
      regole,
    );
    expect(esito.ipotesi.length).toBeGreaterThan(0);
    expect(esito.ipotesi.every(({ tariffa }) => !tariffa.tempoDeterminato)).toBe(true);
  });

  it('an amount smaller than the smallest fourth band: 25 hours in one week', () => {
    const { importiVicini } = json({ trimestre: '4/2020', importo: '0,50', fascia: '4', associazione: 'nessuna' });
    expect(importiVicini[0]).toMatchObject({ importo: '26.00', ore: 25, contributoOrario: '1.04' });
  });

  it('exactly 24 hours a week are of the bands, never of the fourth', () => {
    // 24 × 13 = 312 hours × 1.43 (band 1)
    const { ipotesi } = json({ trimestre: '4/2020', importo: '446,16', ore: '312', settimane: '13' });
    expect(ipotesi.map(({ fascia }) => fascia)).toEqual([1]);
  });

  it('an amount larger than all the hours of the quarter', () => {
    const { ipotesi, importiVicini } = json({ trimestre: '4/2020', importo: '99999,99' });
    expect(ipotesi).toEqual([]);
    // 13 weeks × 78 hours × (1.12 + 0.03): no band below the fourth can hold more.
    expect(importiVicini[0]).toMatchObject({ importo: '1166.10', ore: 1014, fascia: 4 });
  });
});

describe('properties', () => {
  const caso = fc
    .record({
      anno: fc.integer({ min: 2007, max: 2026 }),
      numero: fc.constantFrom(1, 2, 3, 4),
      mezze: fc.integer({ min: 2, max: 110 }),
      intere: fc.boolean(),
      senzaCuaf: fc.boolean(),
      tempoDeterminato: fc.boolean(),
      associazione: fc.constantFrom(undefined, 'F2' as const),
      effettiva: fc.integer({ min: 400, max: 1800 }),
    })
    .map(({ anno, numero, mezze, intere, tempoDeterminato, effettiva, ...resto }) => ({
      trimestre: { anno, numero },
      oreSettimanali: new Decimale(intere ? Math.ceil(mezze / 2) : mezze / 2),
      tempoDeterminato: tempoDeterminato && anno >= 2013,
      retribuzioneOrariaEffettiva: centesimi(effettiva),
      senzaCuaf: resto.senzaCuaf,
      ...(resto.associazione === undefined || anno < 2008 ? {} : { associazione: resto.associazione }),
    }));

  it('whatever is computed is found again, and every hypothesis gives the amount', () => {
    fc.assert(
      fc.property(caso, (dati) => {
        const calcolo = calcola({ ...dati, oreInParti: 'esatte' }, regole);
        const { ipotesi } = verifica(
          { trimestre: dati.trimestre, importo: calcolo.totale, noti: {}, mezzeOre: true },
          regole,
        );
        expect(ipotesi.every((voce) => voce.calcolo.totale === calcolo.totale)).toBe(true);
        expect(
          ipotesi.some(
            ({ tariffa, calcolo: altro, distribuzione }) =>
              tariffa.fascia === calcolo.fascia &&
              tariffa.senzaCuaf === dati.senzaCuaf &&
              tariffa.tempoDeterminato === dati.tempoDeterminato &&
              tariffa.associazione === (dati.associazione ?? null) &&
              altro.ore.equals(calcolo.ore) &&
              distribuzione.settimane === settimaneDi(dati.trimestre).length &&
              distribuzione.oreSettimanali.equals(dati.oreSettimanali),
          ),
        ).toBe(true);
        const punti = ipotesi.map((voce) => voce.plausibilita);
        expect(punti).toEqual([...punti].sort((a, b) => b - a));
      }),
      { numRuns: 300 },
    );
  });
});
