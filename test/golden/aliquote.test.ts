import { describe, expect, it } from 'vitest';
import { celleContributo } from '../../src/norme/celle.ts';
import { contributoDaAliquote } from '../../src/norme/controlli-anno.ts';
import { norme } from '../../src/norme/norme.ts';
import type { TabellaAnno } from '../../src/norme/tabella-anno.ts';
import { Decimale, inEuro } from '../../src/valori/decimale.ts';

const anni = (primo: number, ultimo: number): TabellaAnno[] =>
  Array.from({ length: ultimo - primo + 1 }, (_, indice) => norme().tabella(primo + indice));
type Colonna = 'conCuaf' | 'senzaCuaf';
type Gruppo = 'contributo' | 'tempoDeterminato';

const componenti = (anno: number, colonna: Colonna) => norme().tabella(anno).aliquote?.componenti?.[colonna] ?? {};
const somma = (voci: Readonly<Record<string, string>>): string =>
  Object.values(voci)
    .reduce((totale, voce) => totale.plus(voce), new Decimale(0))
    .toFixed();

describe('rates of the funds, year by year', () => {
  // INPS circ. 33/2008 (2007-2008); the table of circ. 11/2010 (dplmodena.it); focus-online.it (2011); ciatoscana.eu 2023, mondou.it 2026.
  it.each<[number, Colonna, string, string[]]>([
    [2007, 'conCuaf', '20.97', ['17.4275', '2.0325', '1.31', '0.20']],
    [2008, 'senzaCuaf', '20.37', ['16.7075', '2.1525', '1.31', '0.20']],
    [2010, 'conCuaf', '20.97', ['17.4275', '2.0325', '1.31', '0.20']],
    [2010, 'senzaCuaf', '20.87', ['17.2075', '2.1525', '1.31', '0.20']],
    [2011, 'senzaCuaf', '21.09', ['17.4275', '2.1525', '1.31', '0.20']],
    [2023, 'conCuaf', '19.9675', ['17.4275', '1.03', '1.31', '0.20']],
    [2026, 'conCuaf', '19.9675', ['17.4275', '1.03', '1.31', '0.20']],
  ])('%i %s: %s%%', (anno, colonna, totale, voci) => {
    expect(Object.values(componenti(anno, colonna))).toEqual(voci);
    expect(somma(componenti(anno, colonna))).toBe(totale);
    expect(norme().tabella(anno).aliquote?.[colonna]).toBe(totale);
  });

  it('since 2013 senza CUAF 20.0875% = 17.4275 + 1.15 + 1.31 + 0.20: printed in 2026 (ratioquotidiano.it), deduced before', () => {
    for (const { anno, aliquote } of anni(2013, 2026)) {
      expect(somma(aliquote?.componenti?.senzaCuaf ?? {})).toBe('20.0875');
      expect(aliquote?.certezza.senzaCuaf).toBe(anno === 2026 ? 'vista' : 'calcolata');
    }
  });

  it('2006: 20.67% and 19.57%, and 1.39 printed in the second band where they give 1.38 (circ. INPS 19/2006): the print is kept', () => {
    const { aliquote, fasce, scostamenti } = norme().tabella(2006);
    expect(aliquote).toMatchObject({ conCuaf: '20.67', senzaCuaf: '19.57', certezza: { conCuaf: 'vista' } });
    for (const { numero, convenzionale, contributo } of fasce) {
      const dalle = (percento: string) => contributoDaAliquote(convenzionale, [percento]);
      expect([dalle('20.67'), dalle('19.57')]).toEqual([numero === 2 ? 138 : contributo.conCuaf, contributo.senzaCuaf]);
    }
    expect([fasce[1].contributo.conCuaf, scostamenti.map(({ cella }) => cella)]).toEqual([
      139,
      ['fasce.2.contributo.conCuaf'],
    ]);
  });

  it('the circulars of 2005-2007 and what they print: 5.94 and 4.32 of 2006, 6.06 of 2007', () => {
    const circolari = anni(2005, 2007).map(({ circolare, fonti }) => [
      circolare?.numero,
      circolare?.data,
      fonti[0]?.titolo,
    ]);
    expect(circolari).toEqual([
      ['20', '2005-02-04', 'circolare INPS n. 20 del 4/2/2005'],
      ['19', '2006-02-08', 'circolare INPS n. 19 dell’8/2/2006'],
      ['40', '2007-02-16', 'circolare INPS n. 40 del 16/2/2007'],
    ]);
    const [, duemilasei, duemilasette] = anni(2005, 2007);
    expect(duemilasei?.fasce.map(({ convenzionale }) => convenzionale)).toEqual([594, 670, 818, 432]);
    expect([duemilasei?.celleCalcolate, duemilasette?.celleCalcolate]).toEqual([[], ['fasce.4.convenzionale']]);
  });

  it('with the 1.40% of fixed-term work: 21.3675% and 21.4875% (L. 92/2012)', () => {
    for (const { aliquote } of anni(2013, 2026)) {
      const con = (colonna: Colonna) =>
        new Decimale(aliquote?.[colonna] ?? 0).plus(aliquote?.addizionaleTempoDeterminato ?? 0).toFixed();
      expect([con('conCuaf'), con('senzaCuaf')]).toEqual(['21.3675', '21.4875']);
    }
  });

  it('senza CUAF grew by 0.50 points in 2009 (risparmiosoldi.it) and by 0.22 in 2011 (focus-online.it)', () => {
    const senza = (anno: number) => new Decimale(norme().tabella(anno).aliquote?.senzaCuaf ?? 0);
    expect(senza(2009).minus(senza(2008)).toFixed(2)).toBe('0.50');
    expect(senza(2010).minus(senza(2009)).toFixed(2)).toBe('0.00');
    expect(senza(2011).minus(senza(2010)).toFixed(2)).toBe('0.22');
  });
});

describe('coefficients of circ. 11/2010 (dplmodena.it): each fund’s part of one euro of contributions', () => {
  it.each<[Colonna, string[]]>([
    ['conCuaf', ['0.831068', '0.096924', '0.062470', '0.009538']],
    ['senzaCuaf', ['0.824509', '0.103138', '0.062770', '0.009583']],
  ])('%s', (colonna, stampati) => {
    const totale = norme().tabella(2010).aliquote?.[colonna] ?? '1';
    const quozienti = Object.values(componenti(2010, colonna)).map((voce) => new Decimale(voce).dividedBy(totale));
    // The last is printed as what the others leave of 1: 0.20 / 20.97 alone would round to 0.009537.
    const primi = quozienti.slice(0, 3).map((quoziente) => quoziente.toDecimalPlaces(6));
    const resto = primi.reduce((parte, quoziente) => parte.minus(quoziente), new Decimale(1));
    expect([...primi, resto].map((quoziente) => quoziente.toFixed(6))).toEqual(stampati);
    expect(quozienti[3]?.minus(resto).abs().lessThan('0.000001')).toBe(true);
  });
});

describe('the printed cells themselves leave the rates no other value', () => {
  /** Rates that give every cell of a column over some years: from the first up to the second, in percent to four places. */
  const intervallo = (primo: number, ultimo: number, gruppo: Gruppo, colonna: Colonna): [string, string] => {
    let [basso, alto] = [new Decimale(0), new Decimale(100)];
    for (const { fasce } of anni(primo, ultimo)) {
      for (const { convenzionale, ...fascia } of fasce) {
        const cella = inEuro(fascia[gruppo]?.[colonna] ?? (0 as never));
        const aliquota = (valore: Decimale) => valore.dividedBy(inEuro(convenzionale)).times(100);
        basso = Decimale.max(basso, aliquota(cella.minus('0.005')));
        alto = Decimale.min(alto, aliquota(cella.plus('0.005')));
      }
    }
    return [basso.toFixed(4), alto.toFixed(4)];
  };

  it.each<[number, number, Gruppo, Colonna, string, string, string]>([
    [2007, 2012, 'contributo', 'conCuaf', '20.9677', '20.9714', '20.97'],
    [2007, 2008, 'contributo', 'senzaCuaf', '20.3597', '20.3734', '20.37'],
    [2009, 2010, 'contributo', 'senzaCuaf', '20.8594', '20.8874', '20.87'],
    [2011, 2012, 'contributo', 'senzaCuaf', '21.0805', '21.1340', '21.09'],
    [2013, 2026, 'contributo', 'conCuaf', '19.9573', '19.9687', '19.9675'],
    [2013, 2026, 'contributo', 'senzaCuaf', '20.0870', '20.0949', '20.0875'],
    [2013, 2026, 'tempoDeterminato', 'conCuaf', '21.3608', '21.3689', '21.3675'],
    [2013, 2026, 'tempoDeterminato', 'senzaCuaf', '21.4836', '21.4880', '21.4875'],
  ])('%i-%i %s %s: from %s to %s, so %s%%', (primo, ultimo, gruppo, colonna, basso, alto, aliquota) => {
    expect(intervallo(primo, ultimo, gruppo, colonna)).toEqual([basso, alto]);
    expect(Number(aliquota)).toBeGreaterThan(Number(basso));
    expect(Number(aliquota)).toBeLessThan(Number(alto));
  });

  it('269 cells of 2007-2026 seen in print are half-up(convenzionale × rate), and 3 more were computed by it', () => {
    const conti = { viste: 0, calcolate: 0 };
    for (const tabella of anni(2007, 2026)) {
      for (const { percorso, fascia, aliquote, valore } of celleContributo(tabella)) {
        expect(contributoDaAliquote(fascia.convenzionale, aliquote)).toBe(valore);
        conti[tabella.celleCalcolate.includes(percorso) ? 'calcolate' : 'viste'] += 1;
      }
    }
    expect(conti).toEqual({ viste: 269, calcolate: 3 });
  });
});

describe('con and senza CUAF', () => {
  it('since 2011 senza costs a cent more in most cells: 105 of 120, two cents in 5, the same in 10', () => {
    const differenze = new Map<number, number>();
    for (const { fasce } of anni(2011, 2026)) {
      for (const { contributo, tempoDeterminato } of fasce) {
        for (const colonne of tempoDeterminato === undefined ? [contributo] : [contributo, tempoDeterminato]) {
          const differenza = colonne.senzaCuaf - colonne.conCuaf;
          differenze.set(differenza, (differenze.get(differenza) ?? 0) + 1);
        }
      }
    }
    expect([...differenze].sort(([a], [b]) => a - b)).toEqual([
      [0, 10],
      [1, 105],
      [2, 5],
    ]);
  });

  it('before 2011 it cost less or the same', () => {
    for (const { fasce } of anni(2005, 2010)) {
      for (const { contributo } of fasce) expect(contributo.senzaCuaf).toBeLessThanOrEqual(contributo.conCuaf);
    }
  });
});
