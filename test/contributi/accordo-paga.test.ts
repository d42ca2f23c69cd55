import { describe, expect, it } from 'vitest';
import { calcola } from '../../src/contributi/calcola.ts';
import type { Calcolo, DatiCalcoloCompleti, PagaConcordata } from '../../src/contributi/calcolo.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { parseEuro } from '../../src/valori/denaro.ts';
import { normePer } from './dati.ts';
import { valutaFormula } from './valuta-formula.ts';

/** 20 hours a week of 4/2020 unless said otherwise: board 5.61 a day (1.96 lunch, 1.96 dinner, 1.69 lodging). */
function conto(altro: Partial<DatiCalcoloCompleti>): Calcolo {
  const comune = { trimestre: { anno: 2020, numero: 4 }, senzaCuaf: false, tempoDeterminato: false } as const;
  const dati = { ...comune, oreSettimanali: new Decimale(20), ...altro };
  return calcola(dati, normePer(dati));
}

const paga = (tipo: PagaConcordata['tipo'], importo: string, giorniSettimanali?: number): PagaConcordata => ({
  tipo,
  importo: parseEuro(importo),
  ...(giorniSettimanali === undefined ? {} : { giorniSettimanali }),
});
const formule = (calcolo: Calcolo): string[] =>
  calcolo.passi.map(({ formula, risultato }) => `${formula} → ${risultato}`);

describe('pay by day, week, month', () => {
  it('a day: 40.00 × 4 days / 20 h = 8.00, × 13/12 = 8.67', () => {
    const calcolo = conto({ paga: paga('giornaliera', '40,00', 4) });
    expect(calcolo.retribuzioneOrariaEffettiva).toBe(867);
    expect(formule(calcolo)).toEqual(
      expect.arrayContaining([
        '40,00 € × 4 giorni / 20 ore → 8 €',
        '40,00 € × 4 giorni / 20 ore / 12 → 0,666667 €',
        '40,00 € × 4 giorni / 20 ore × 13 / 12 → 8,67 €',
      ]),
    );
  });

  it('a week: 160.00 / 20 h is the same pay', () => {
    expect(conto({ paga: paga('settimanale', '160,00') }).retribuzioneOrariaEffettiva).toBe(867);
  });

  it('a month of part-time: 693.33 × 12 / 52 / 20 h = 8.00', () => {
    expect(conto({ paga: paga('mensile', '693,33') }).retribuzioneOrariaEffettiva).toBe(867);
  });

  it('a quarter of an hour more in the week needs no fraction lost: 160.00 / 20.25 h × 13/12 = 8.5597', () => {
    const calcolo = conto({ oreSettimanali: new Decimale('20.25'), paga: paga('settimanale', '160,00') });
    expect(calcolo.retribuzioneOrariaEffettiva).toBe(856);
    // Finer than a hundredth of an hour goes by decimals and says the same.
    expect(
      conto({ oreSettimanali: new Decimale('20.2500001'), paga: paga('settimanale', '160,00') })
        .retribuzioneOrariaEffettiva,
    ).toBe(856);
  });

  it.each([
    [paga('giornaliera', '40,00'), 'giorniSettimanali', /da 1 a 7/],
    [paga('giornaliera', '40,00', 8), 'giorniSettimanali', /da 1 a 7/],
    [paga('giornaliera', '10000,01', 2), 'pagaGiornaliera', /non oltre 10\.000,00/],
    [paga('settimanale', '50000,01'), 'pagaSettimanale', /non oltre 50\.000,00/],
  ])('refuses %j', (sbagliata, campo, frase) => {
    expect(() => conto({ paga: sbagliata })).toThrow(frase);
    expect(() => conto({ paga: sbagliata })).toThrow(expect.objectContaining({ campo }) as Error);
  });
});

describe('board in other forms', () => {
  const otto = paga('oraria', '8,00');

  it('single meals: five lunches, (8.00 + 1.96 × 5 / 20) × 13/12 = 9.1975', () => {
    const calcolo = conto({ paga: otto, vitto: { tipo: 'pasti', pranzi: 5, cene: 0, alloggi: 0 } });
    expect(calcolo.retribuzioneOrariaEffettiva).toBe(920);
    expect(formule(calcolo)).toContain('1,96 € × 5 pranzi / 20 ore → 0,49 €');
  });

  it('all meals and nights are full board', () => {
    const aPasti = conto({ paga: otto, vitto: { tipo: 'pasti', pranzi: 7, cene: 7, alloggi: 7 } });
    expect(aPasti.retribuzioneOrariaEffettiva).toBe(
      conto({ paga: otto, vittoAlloggioGiorni: 7 }).retribuzioneOrariaEffettiva,
    );
    expect(formule(aPasti)).toContain('(1,96 € × 7 pranzi + 1,96 € × 7 cene + 1,69 € × 7 notti) / 20 ore → 1,9635 €');
  });

  it('no meal at all is no board', () => {
    const calcolo = conto({ paga: otto, vitto: { tipo: 'pasti', pranzi: 0, cene: 0, alloggi: 0 } });
    expect(calcolo.retribuzioneOrariaEffettiva).toBe(867);
  });

  it('in money by the day or by the month counts the same way', () => {
    const alGiorno = conto({
      paga: otto,
      vitto: { tipo: 'denaro', ogni: 'giorno', importo: parseEuro('5,61'), giorni: 7 },
    });
    expect(alGiorno.retribuzioneOrariaEffettiva).toBe(1079);
    // 170.17 × 12 / 52 = 39.27 = 5.61 × 7.
    const alMese = conto({ paga: otto, vitto: { tipo: 'denaro', ogni: 'mese', importo: parseEuro('170,17') } });
    expect(alMese.retribuzioneOrariaEffettiva).toBe(1079);
    expect(formule(alMese)).toContain('170,17 € × 12 / 52 / 20 ore → 1,9635 €');
  });

  it('with three-decimal values of 2006: (6.00 + 4.467 × 6 / 20) × 13/12 = 7.9518', () => {
    const calcolo = conto({
      trimestre: { anno: 2006, numero: 2 },
      paga: paga('oraria', '6,00'),
      vittoAlloggioGiorni: 6,
    });
    expect(calcolo.retribuzioneOrariaEffettiva).toBe(795);
  });

  it.each([
    [{ vitto: { tipo: 'pasti', pranzi: 8, cene: 0, alloggi: 0 } }, /il numero di pranzi in una settimana, da 0 a 7/],
    [
      { vitto: { tipo: 'denaro', ogni: 'giorno', importo: 561, giorni: 0 } },
      /giorni di indennità in una settimana, da 1 a 7/,
    ],
    [{ vitto: { tipo: 'denaro', ogni: 'mese', importo: 0 } }, /maggiore di zero/],
    [
      { trimestre: { anno: 2027, numero: 1 }, vitto: { tipo: 'pasti', pranzi: 1, cene: 0, alloggi: 0 } },
      /del 2027 non è noto/,
    ],
  ])('refuses %j', (altro, frase) => {
    const dati = { paga: otto, ...altro } as Partial<DatiCalcoloCompleti>;
    expect(() => conto(dati)).toThrow(frase);
    expect(() => conto(dati)).toThrow(expect.objectContaining({ campo: 'vitto' }) as Error);
  });

  it('above 24 hours an unknown split of meals does not stop the calculation', () => {
    const calcolo = conto({
      trimestre: { anno: 2027, numero: 1 },
      oreSettimanali: new Decimale(40),
      paga: otto,
      vitto: { tipo: 'pasti', pranzi: 1, cene: 0, alloggi: 0 },
    });
    expect(calcolo).toMatchObject({ retribuzioneOrariaEffettiva: null, fascia: 4 });
    const inDenaro = conto({
      trimestre: { anno: 2009, numero: 1 },
      oreSettimanali: new Decimale(40),
      paga: otto,
      vitto: { tipo: 'denaro', ogni: 'giorno', importo: parseEuro('5,00'), giorni: 6 },
    });
    expect(inDenaro.retribuzioneOrariaEffettiva).toBe(948);
  });
});

describe('the two readings of the thirteenth', () => {
  // 7.00 and full board on 20 h: (7 + 1.9635) × 13/12 = 9.7104; on pay alone 7 × 13/12 + 1.9635 = 9.5468.
  const dati = { paga: paga('oraria', '7,00'), vittoAlloggioGiorni: 7 } as const;

  it('differ only by the thirteenth of board', () => {
    expect(conto(dati).retribuzioneOrariaEffettiva).toBe(971);
    const sulla = conto({ ...dati, tredicesima: 'sulla-paga' });
    expect(sulla.retribuzioneOrariaEffettiva).toBe(955);
    expect(formule(sulla)).toEqual(
      expect.arrayContaining(['7,00 € / 12 → 0,583333 €', '7,00 € × 13 / 12 + 5,61 € × 7 giorni / 20 ore → 9,55 €']),
    );
    expect(sulla.passi.map(({ fonte }) => fonte.titolo).join()).toContain('lettura meno recente');
  });

  it('are both told when they give different bands: 7.15 gives 9.87 (3ª) or 9.71 (2ª)', () => {
    const frasi = (tredicesima: 'su-paga-e-vitto' | 'sulla-paga') =>
      conto({ ...dati, paga: paga('oraria', '7,15'), tredicesima }).avvertenze.join('\n');
    expect(frasi('su-paga-e-vitto')).toContain(
      'Con l’altra lettura della tredicesima (sulla sola paga) la retribuzione effettiva sarebbe 9,71 €: 2ª fascia invece della 3ª, ' +
        '1,62 € per ora invece di 1,97 €',
    );
    expect(frasi('sulla-paga')).toContain(
      '(anche su vitto e alloggio) la retribuzione effettiva sarebbe 9,87 €: 3ª fascia invece della 2ª',
    );
    expect(conto(dati).avvertenze.join()).not.toContain('altra lettura');
  });

  it('are the same without board', () => {
    const senza = { paga: paga('oraria', '8,00') };
    expect(conto({ ...senza, tredicesima: 'sulla-paga' }).retribuzioneOrariaEffettiva).toBe(867);
    expect(conto(senza).passi.map(({ fonte }) => fonte.certezza)).not.toContain('fonti-discordi');
    expect(conto(dati).passi.map(({ fonte }) => fonte.certezza)).toContain('fonti-discordi');
  });

  it('explain themselves: every formula gives its result', () => {
    for (const tredicesima of ['su-paga-e-vitto', 'sulla-paga'] as const) {
      for (const tipo of ['oraria', 'giornaliera', 'settimanale', 'mensile'] as const) {
        for (const passo of conto({ ...dati, tredicesima, paga: paga(tipo, '123,45', 3) }).passi) {
          const valore = valutaFormula(passo.formula);
          if (valore === undefined || !passo.risultato.endsWith('€')) continue;
          const stampato = passo.risultato.replace(' €', '').replace('.', '').replace(',', '.');
          expect(`${passo.formula} = ${valore.toDecimalPlaces(stampato.split('.')[1]?.length ?? 0).toFixed()}`).toBe(
            `${passo.formula} = ${new Decimale(stampato).toFixed()}`,
          );
        }
      }
    }
  });
});
