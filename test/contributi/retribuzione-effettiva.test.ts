import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { calcola } from '../../src/contributi/calcola.ts';
import { norme } from '../../src/norme/norme.ts';
import { arrotondaAlCentesimo, Decimale, inEuro } from '../../src/valori/decimale.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { dati, normePer, type Scritti } from './dati.ts';

const conto = (scritti: Scritti) => calcola(dati(scritti), normePer(dati(scritti)));
const effettiva = (scritti: Scritti) => conto(scritti).retribuzioneOrariaEffettiva;

describe('retribuzione oraria effettiva', () => {
  it('adds the thirteenth: 8.00 × 13/12 = 8.6667 → 8.67', () => {
    expect(effettiva({ oreSettimanali: '20', pagaOraria: '8,00' })).toBe(867);
  });

  it('adds board, and the thirteenth on both: (8.00 + 5.61 × 7 / 20) × 13/12 = 10.7938 → 10.79', () => {
    const calcolo = conto({ oreSettimanali: '20', pagaOraria: '8,00', vitto: 7 });
    expect(calcolo.retribuzioneOrariaEffettiva).toBe(1079);
    expect(calcolo.passi.slice(2, 6).map(({ formula, risultato }) => `${formula} → ${risultato}`)).toEqual([
      '5,61 € × 7 giorni / 20 ore → 1,9635 €',
      '(8,00 € + 5,61 € × 7 giorni / 20 ore) / 12 → 0,830292 €',
      '(8,00 € + 5,61 € × 7 giorni / 20 ore) × 13 / 12 → 10,79 €',
      '9,86 € < 10,79 € → 3ª fascia',
    ]);
  });

  it('turns monthly pay into hourly on 52 weeks: (1000 × 12 / 52 / 30) × 13/12 = 8.3333 → 8.33', () => {
    expect(effettiva({ oreSettimanali: '30', pagaMensile: '1000,00' })).toBe(833);
    // The form of the expert of Il Sole 24 Ore: (M + V + (M + V)/12) / (h × 52/12), V = 5.61 × 6 × 52/12 = 145.86.
    // (1145.86 × 13/12) / 130 = 9.5488 → 9.55.
    expect(effettiva({ oreSettimanali: '30', pagaMensile: '1000,00', vitto: 6 })).toBe(955);
  });

  it('uses the average week when only the quarter’s hours are known: 260 h / 13 = 20 h', () => {
    expect(effettiva({ ore: '260', pagaOraria: '8,00', vitto: 7 })).toBe(1079);
    expect(effettiva({ ore: '260', pagaMensile: '800,00' })).toBe(
      effettiva({ oreSettimanali: '20', pagaMensile: '800,00' }),
    );
    expect(conto({ ore: '200', pagaOraria: '8,00', vitto: 7 }).passi.map(({ formula }) => formula)).toContain(
      '5,61 € × 7 giorni / (200 ore / 13)',
    );
  });

  it('takes a value already worked out as it is', () => {
    const calcolo = conto({ oreSettimanali: '20', effettiva: '9,99', pagaOraria: '5,00' });
    expect(calcolo.retribuzioneOrariaEffettiva).toBe(999);
    expect(calcolo.passi[2]?.etichetta).toContain('come indicata');
  });

  it('does not stop above 24 hours when the year’s board value is not known', () => {
    expect(effettiva({ trimestre: '1/2027', oreSettimanali: '40', pagaMensile: '900,00', vitto: 7 })).toBeNull();
    expect(effettiva({ trimestre: '1/2009', oreSettimanali: '40', pagaMensile: '900,00', vitto: 0 })).toBe(563);
  });

  it('gives the same cents with and without fractions', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('oraria' as const, 'settimanale' as const, 'mensile' as const),
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 0, max: 7 }),
        // Whole hours, quarters, and thousandths that only decimals can hold.
        fc.oneof(
          fc.integer({ min: 1, max: 168 }),
          fc.integer({ min: 1, max: 672 }).map((quarti) => quarti / 4),
          fc.integer({ min: 1, max: 168_000 }).map((millesimi) => millesimi / 1000),
        ),
        fc.constantFrom(2006, 2012, 2020, 2026),
        (tipo, importo, giorni, ore, anno) => {
          const comune = { trimestre: { anno, numero: 2 as const }, senzaCuaf: false, tempoDeterminato: false };
          const { retribuzioneOrariaEffettiva } = calcola(
            {
              ...comune,
              oreSettimanali: new Decimale(ore),
              paga: { tipo, importo: centesimi(importo) },
              vittoAlloggioGiorni: giorni,
            },
            norme(),
          );
          const vitto = new Decimale(norme().tabella(anno).vittoAlloggio?.totale ?? '0').times(giorni).dividedBy(ore);
          const paga = inEuro(centesimi(importo));
          const settimanale = tipo === 'mensile' ? paga.times(12).dividedBy(52) : paga;
          const base = tipo === 'oraria' ? paga : settimanale.dividedBy(ore);
          const esatta = base.plus(vitto).times(13).dividedBy(12);
          // 34 digits leave an error below 1e-29: a value within it of half a cent is that half cent.
          const netta = esatta.toDecimalPlaces(20);
          expect(retribuzioneOrariaEffettiva).toBe(arrotondaAlCentesimo(netta));
        },
      ),
    );
  });
});

describe('near a limit (2020: 8.10 and 9.86)', () => {
  const frasi = (scritti: Scritti) => conto({ oreSettimanali: '20', ...scritti }).avvertenze;

  it('says what one cent more would cost', () => {
    expect(frasi({ effettiva: '8,10' })).toEqual([
      'La retribuzione effettiva (8,10 €) è vicina al limite della 1ª fascia (8,10 €): con un centesimo in più all’ora il ' +
        'contributo orario passa da 1,43 € a 1,62 €.',
    ]);
    expect(frasi({ effettiva: '9,84', senzaCuaf: true, termine: true })[0]).toContain(
      'con 3 centesimi in più all’ora il contributo orario passa da 1,74 € a 2,12 €',
    );
  });

  it('says what one cent less would save', () => {
    expect(frasi({ effettiva: '8,11' })[0]).toContain(
      'con un centesimo in meno all’ora il contributo orario scende da 1,62 € a 1,43 €',
    );
  });

  it('is silent further than five cents away', () => {
    expect([frasi({ effettiva: '8,05' }), frasi({ effettiva: '8,16' })]).toEqual([[], []]);
    expect([frasi({ effettiva: '8,06' }), frasi({ effettiva: '8,15' })].map((elenco) => elenco.length)).toEqual([1, 1]);
  });

  it('says when the rounding to the cent decided: 7.48 × 13/12 = 8.103333, rounded to 8.10', () => {
    const [prima] = frasi({ pagaOraria: '7,48' });
    expect(prima).toBe(
      'La retribuzione effettiva esatta è 8,103333 €, arrotondata a 8,10 €: l’arrotondamento al centesimo decide fra la 1ª e ' +
        'la 2ª fascia (limite 8,10 €).',
    );
    expect(conto({ oreSettimanali: '20', pagaOraria: '7,48' }).fascia).toBe(1);
  });
});
