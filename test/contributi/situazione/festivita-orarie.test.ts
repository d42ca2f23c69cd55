import { describe, expect, it } from 'vitest';
import { calcolaTrimestre } from '../../../src/contributi/calcola.ts';
import { parseSituazione } from '../../../src/contributi/situazione/schema.ts';
import { type Norme, norme } from '../../../src/norme/norme.ts';
import { oreSettimane } from './situazione.ts';

// Collective contract, artt. 16-17: a sixth of the weekly hours for each feast day, worked or not.
function settimane(trimestre: string, festivita: string, regole: Norme = norme()): string {
  const situazione = parseSituazione({
    trimestre,
    festivita,
    condizioni: [
      {
        dal: '2000-01-01',
        orario: ['0', '6', '6', '0', '6', '6', '0'],
        paga: { tipo: 'oraria', importo: '6' },
      },
    ],
  });
  const [calcolo] = calcolaTrimestre(situazione, regole);
  return calcolo === undefined ? '' : oreSettimane(calcolo);
}

describe('the feast days of who is paid by the hour', () => {
  it('are a sixth of the week each: 1 November 2020, a Sunday, 8 December, a Tuesday, 25 and 26, a Friday and a Saturday', () => {
    expect(settimane('4/2020', 'un-sesto')).toBe('24 24 24 24 24 28 24 24 24 24 22 24 26');
    expect(settimane('4/2020', 'comprese')).toBe('24 24 24 24 24 24 24 24 24 24 24 24 24');
  });

  it('are the fraction of the rule of their day', () => {
    const vere = norme();
    const [prima] = vere.assenze.festivitaOrarie;
    if (prima === undefined) throw new Error('no rule');
    const [fino, poi] = [
      { ...prima, frazioneDellOrario: 12, al: '2020-12-08' as typeof prima.dal },
      { ...prima, frazioneDellOrario: 8, dal: '2020-12-09' as typeof prima.dal },
    ];
    const regole: Norme = { ...vere, assenze: { ...vere.assenze, festivitaOrarie: [fino, poi] } };
    // 24/12 = 2 on 1 November, and in place of 6 on 8 December; 24/8 = 3 in place of 6 on the 25th, and 3 more on Saturday the 26th.
    expect(settimane('4/2020', 'un-sesto', regole)).toBe('24 24 24 24 24 26 24 24 24 24 20 24 24');
  });

  it('are a sixth before the first rule known too: 26 December 2004, in the first week of 2005', () => {
    expect(norme().assenze.festivitaOrarie[0]?.dal).toBe('2005-01-01');
    expect(settimane('1/2005', 'un-sesto')).toMatch(/^32 /);
  });
});

describe('the patron saint of the place', () => {
  // 29/6/2026 is a Monday: who works on Saturdays alone, 6 hours, is paid a sixth of them that day too (CCNL art. 16).
  const di = (altro: object) =>
    calcolaTrimestre(
      parseSituazione({
        trimestre: '3/2026',
        condizioni: [
          {
            dal: '2026-01-01',
            orario: ['0', '0', '0', '0', '0', '0', '6'],
            paga: { tipo: 'oraria', importo: '9' },
          },
        ],
        festivita: 'un-sesto',
        ...altro,
      }),
      norme(),
    )[0]?.ore.toNumber();

  it('is a holiday of who is paid by the hour, on its day', () => {
    // Weeks from 28/6: one hour more in the first.
    expect((di({ patrono: '29/06' }) ?? 0) - (di({}) ?? 0)).toBe(1);
    expect(di({ patrono: '06-29' })).toBe(di({ patrono: '29/6' }));
    expect(di({ patrono: '29/06', festivita: 'comprese' })).toBe(di({ festivita: 'comprese' }));
  });

  it.each(['31/06', '0/5', '29-06', 'san Pietro', '12/13'])('«%s» is no day of the year', (patrono) => {
    expect(() => di({ patrono })).toThrow('non è un giorno dell’anno');
  });
});
