import { describe, expect, it } from 'vitest';
import { type Norme, norme } from '../../src/norme/norme.ts';
import { scadenza } from '../../src/scadenze/scadenza.ts';
import type { Giorno } from '../../src/valori/giorno.ts';
import { rifiuto } from '../contributi/rifiuto.ts';

describe('a quarter without a window', () => {
  const dal: Record<number, string> = { 1: '2003-01-01', 2: '2002-04-01', 3: '2004-01-01', 4: '2002-10-01' };
  const vere = norme();
  const regole: Norme = {
    ...vere,
    scadenze: {
      ...vere.scadenze,
      finestre: vere.scadenze.finestre.map((finestra) => ({ ...finestra, dal: dal[finestra.trimestre] as Giorno })),
    },
  };

  it('is refused with the earliest day that has one, whatever their order', () => {
    expect(() => scadenza({ anno: 2003, numero: 3 }, regole)).toThrow(
      'Per il trimestre 3/2003 non è nota una finestra di pagamento: si conoscono i trimestri dal 01/04/2002.',
    );
  });

  it('is refused in fewer words where none is known', () => {
    const senza: Norme = { ...vere, scadenze: { ...vere.scadenze, finestre: [] } };
    expect(rifiuto(() => scadenza({ anno: 2003, numero: 3 }, senza))).toEqual([
      'trimestre-non-valido',
      'Per il trimestre 3/2003 non è nota una finestra di pagamento.',
      'trimestre',
    ]);
  });
});

describe('a rule that moves Saturdays, and on which the sources agree', () => {
  it('leaves no safer day, and nothing to warn of', () => {
    const vere = norme();
    const concordi: Norme = {
      ...vere,
      scadenze: {
        ...vere.scadenze,
        sabato: vere.scadenze.sabato.map((regola) => ({ ...regola, discordi: false })),
      },
    };
    // 10 October 2020 is a Saturday.
    const termine = scadenza({ anno: 2020, numero: 3 }, concordi);
    expect(termine).toMatchObject({ scadenza: '2020-10-12', avvertenze: [] });
    expect(termine.giornoSicuro).toBeUndefined();
    expect(scadenza({ anno: 2020, numero: 3 }, vere).giornoSicuro).toBe('2020-10-10');
  });
});
