import { describe, expect, it } from 'vitest';
import { calcola } from '../../src/contributi/calcola.ts';
import type { DatiCalcoloCompleti, LetturaTredicesima } from '../../src/contributi/calcolo.ts';
import { norme } from '../../src/norme/norme.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { parseEuro } from '../../src/valori/denaro.ts';

/** A day’s board of 2024: lunch 2.28, dinner 2.28, lodging 1.96. */
const VITTO = new Decimale('6.52');

function effettiva(
  tipo: 'oraria' | 'mensile',
  importo: string,
  ore: number,
  giorni: number,
  tredicesima: LetturaTredicesima = 'su-paga-e-vitto',
): string {
  const dati: DatiCalcoloCompleti = {
    trimestre: { anno: 2024, numero: 2 },
    oreSettimanali: new Decimale(ore),
    paga: { tipo, importo: parseEuro(importo) },
    vittoAlloggioGiorni: giorni,
    senzaCuaf: false,
    tempoDeterminato: false,
    tredicesima,
  };
  return new Decimale(calcola(dati, norme()).retribuzioneOrariaEffettiva ?? 0).dividedBy(100).toFixed(2);
}

const casi = [
  [4, 0],
  [15, 2],
  [20, 5],
  [24, 6],
  [30, 6],
  [54, 7],
] as const;

describe('effective hourly pay, as three sources print its formula', () => {
  it.each(casi)('airulab.com: v = day’s value × days / hours, t = (p + v) / 12, p + v + t (%i h, %i days)', (h, g) => {
    const p = new Decimale('8.30');
    const v = VITTO.times(g).dividedBy(h);
    const t = p.plus(v).dividedBy(12);
    expect(effettiva('oraria', '8,30', h, g)).toBe(p.plus(v).plus(t).toFixed(2));
  });

  it.each(casi)('Il Sole 24 Ore, by month: (M + V + (M + V) / 12) / (hours × 52 / 12) (%i h, %i days)', (h, g) => {
    const m = new Decimale('1000');
    const v = VITTO.times(g).times(52).dividedBy(12);
    const mese = m.plus(v);
    const ore = new Decimale(h).times(52).dividedBy(12);
    expect(effettiva('mensile', '1000,00', h, g)).toBe(mese.plus(mese.dividedBy(12)).dividedBy(ore).toFixed(2));
  });

  it.each(casi)('an older sheet of Filcams, superseded: the thirteenth on the pay alone (%i h, %i days)', (h, g) => {
    const p = new Decimale('8.30');
    const v = VITTO.times(g).dividedBy(h);
    expect(effettiva('oraria', '8,30', h, g, 'sulla-paga')).toBe(p.plus(p.dividedBy(12)).plus(v).toFixed(2));
  });
});
