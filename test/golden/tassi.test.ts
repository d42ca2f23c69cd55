import { describe, expect, it } from 'vitest';
import { regoleProspetti } from '../../src/norme/regole-prospetti.ts';
import { type CodiceTasso, tassoDi, valoreDelGiorno } from '../../src/norme/tassi.ts';
import { sanzioni, type DatiSanzioni } from '../../src/prospetti/sanzioni/index.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { aggiungiGiorni, type Giorno } from '../../src/valori/giorno.ts';

const regole = regoleProspetti();
const valore = (codice: CodiceTasso, giorno: string) =>
  valoreDelGiorno(tassoDi(regole.tassi, codice), giorno as Giorno);

/** The first reading of a debt of 1,000.00 euro. */
function mille(scadenza: string, giorni: number, altro: Partial<DatiSanzioni> = {}) {
  const dal = scadenza as Giorno;
  const dati = { contributi: centesimi(100_000), scadenza: dal, pagamento: aggiungiGiorni(dal, giorni) };
  return sanzioni({ ...dati, tipo: 'omissione', spontaneo: false, ...altro }, regole).letture[0];
}

describe('rates', () => {
  it.each<[CodiceTasso, string, string, string]>([
    ['bce', '2023-02-08', '3.00', 'INPS circ. 17/2023'],
    ['bce', '2025-03-12', '2.65', 'INPS circ. 56/2025'],
    ['legale', '2024-01-01', '2.50', 'INPS circ. 5/2024'],
    ['legale', '2025-01-01', '2.00', 'INPS circ. 56/2025'],
  ])('%s from %s: %s%% (%s)', (codice, giorno, percentuale) => {
    expect(valore(codice, giorno)).toMatchObject({ dal: giorno, percentuale, fonte: { certezza: 'vista' } });
    expect(valore(codice, aggiungiGiorni(giorno as Giorno, -1))?.percentuale).not.toBe(percentuale);
  });

  // Days on which the European Central Bank’s rate changed; those not seen in a document stay marked so.
  it.each([
    ['2008-12-10', '2.50'],
    ['2009-01-21', '2.00'],
    ['2009-03-11', '1.50'],
    ['2009-05-13', '1.00'],
    ['2011-04-13', '1.25'],
    ['2011-07-13', '1.50'],
    ['2011-11-09', '1.25'],
    ['2011-12-14', '1.00'],
    ['2012-07-11', '0.75'],
    ['2013-05-08', '0.50'],
    ['2013-11-13', '0.25'],
    ['2014-06-11', '0.15'],
    ['2014-09-10', '0.05'],
    ['2022-07-27', '0.50'],
    ['2022-11-02', '2.00'],
    ['2022-12-21', '2.50'],
    ['2023-08-02', '4.25'],
  ])('bce from %s: %s%% (from memory, not seen)', (giorno, percentuale) => {
    expect(valore('bce', giorno)).toMatchObject({ dal: giorno, percentuale, fonte: { certezza: 'a-memoria' } });
  });
});

describe('sanzioni civili by L. 388/2000 art. 116 c. 8', () => {
  it('omission: 2.65 + 5.5 = 8.15% (INPS circ. 56/2025): 1,000.00 × 8.15% × 10 / 365 = 2.23', () => {
    const lettura = mille('2025-03-12', 10);
    expect(lettura?.tratti[0]?.percentuale.toFixed(2)).toBe('8.15');
    expect(lettura?.sanzione).toBe(223);
  });

  it('evasion: 30% a year up to 60%, before and from 1/9/2024', () => {
    for (const scadenza of ['2020-01-10', '2024-10-10']) {
      expect(mille(scadenza, 365, { tipo: 'evasione' })?.sanzione).toBe(30_000);
      expect(mille(scadenza, 800, { tipo: 'evasione' })?.sanzione).toBe(60_000);
    }
  });

  it('omission stops at 40% of the contributions', () => {
    expect(mille('2008-07-10', 365 * 8)?.sanzione).toBe(40_000);
  });

  // Due 10/1/2025: the European Central Bank’s rate is 2.90 on 10/2/2025, 2.65 on 10/4/2025, 2.40 on 20/5/2025.
  it.each([
    ['paid of one’s own accord on the 31st day: the rate alone', 31, { spontaneo: true }, '2.9'],
    ['on the 130th day: 5.5 points more', 130, { spontaneo: true }, '7.9'],
    [
      'evasion declared at once and paid in 30 days: 5.5 more',
      31,
      { tipo: 'evasione', denuncia: '2025-01-20', spontaneo: true },
      '8.4',
    ],
    ['paid in 90 days: 7.5 more', 90, { tipo: 'evasione', denuncia: '2025-01-20', spontaneo: true }, '10.15'],
    ['paid later: 30', 130, { tipo: 'evasione', denuncia: '2025-01-20', spontaneo: true }, '30'],
  ])('from 1/9/2024 (INPS circ. 90/2024): %s', (_caso, giorni, altro, percentuale) => {
    const lettura = mille('2025-01-10', giorni, altro as Partial<DatiSanzioni>);
    expect(lettura?.tratti[0]?.percentuale.toString()).toBe(percentuale);
  });

  it('after INPS’s assessment, half if paid within 30 days: 1,000.00 × 7.65% × 365 / 365 / 2 = 38.25', () => {
    const altro = { spontaneo: false, accertamento: '2026-07-01' as Giorno };
    expect(mille('2025-07-10', 365, altro)?.sanzione).toBe(3825);
  });
});
