import { describe, expect, it } from 'vitest';
import { rifiutaProiezione } from '../../src/bollettini/emissione.ts';
import { premesse, pubblicato } from '../../src/norme/premesse.ts';
import { loadNorme } from '../../src/norme/norme.ts';
import { regoleProspetti } from '../../src/norme/regole-prospetti.ts';
import { normeProiettate, proiettaAnno } from '../../src/prospetti/proiezione/index.ts';
import type { Giorno } from '../../src/valori/giorno.ts';

const pubblicate = loadNorme();
const oggi = '2026-11-30' as Giorno;
const stimate = normeProiettate(
  pubblicate,
  proiettaAnno(2027, '1.2', pubblicate, regoleProspetti().proiezione, oggi).tabella,
);

describe('a year that INPS has not published', () => {
  it('says so before every figure, once', () => {
    expect(premesse(stimate, [2026, 2027, 2027])).toEqual([
      'PROIEZIONE: la tabella del 2027 non è pubblicata; è una stima con una variazione ISTAT supposta dell’1,2%.',
    ]);
    expect(premesse(stimate, [2026])).toEqual([]);
  });

  it('is not published for having a draft', () => {
    expect([2026, 2027, 2028].map((anno) => pubblicato(stimate, anno))).toEqual([true, false, false]);
  });

  it('gives no bollettino: nobody pays on an estimate', () => {
    expect(() => rifiutaProiezione(stimate.tabella(2027))).toThrow(/non è pubblicata.*Il bollettino si emette quando/);
    expect(() => rifiutaProiezione(stimate.tabella(2026))).not.toThrow();
  });
});
