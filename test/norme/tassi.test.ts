import { describe, expect, it } from 'vitest';
import { difettiTassi, type RegoleTassi, schemaTassi, tassoDi, valoreDelGiorno } from '../../src/norme/tassi.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import { rifiuto } from './copia-norme.ts';

const fonte = { titolo: 'prova', certezza: 'vista' };

function regole(bce: readonly string[], codici = ['bce', 'mora', 'legale']): RegoleTassi {
  const tassi = codici.map((codice, indice) => ({
    codice,
    nome: codice,
    notoFinoAl: '2026-01-01',
    valori: (indice === 0 ? bce : ['2001-01-01']).map((dal) => ({ dal, percentuale: '1.00', fonte })),
  }));
  return schemaTassi.parse({ tassi, verificatoIl: '2026-11-22' });
}

describe('tassoDi', () => {
  it.each(['bce', 'mora', 'legale'] as const)('finds %s', (codice) => {
    expect(tassoDi(regole(['2003-06-06']), codice).codice).toBe(codice);
  });

  it('tells a rate that is not there', () => {
    const senza = { ...regole(['2003-06-06']), tassi: [] };
    expect(rifiuto(() => tassoDi(senza, 'mora'))).toEqual({
      file: 'tassi.yaml',
      campo: 'tassi',
      frase: 'rules/tassi.yaml, chiave «tassi»: manca il tasso «mora».',
    });
  });
});

describe('valoreDelGiorno', () => {
  it('holds from its day until the next', () => {
    const bce = tassoDi(regole(['2003-06-06', '2005-12-06']), 'bce');
    const dal = (giorno: string) => valoreDelGiorno(bce, parseGiorno(giorno))?.dal;
    expect(['2003-06-05', '2003-06-06', '2005-12-05', '2005-12-06'].map(dal)).toEqual([
      undefined,
      '2003-06-06',
      '2003-06-06',
      '2005-12-06',
    ]);
  });
});

describe('difettiTassi', () => {
  it('finds none in a history in order', () => {
    expect(difettiTassi(regole(['2003-06-06', '2003-06-07']))).toEqual([]);
  });

  it('tells a value that begins with the one before, and one that goes back', () => {
    expect(difettiTassi(regole(['2003-06-06', '2003-06-06', '2002-01-01']))).toEqual([
      { chiave: 'tassi.0.valori.1.dal', motivo: '2003-06-06 non viene dopo 2003-06-06' },
      { chiave: 'tassi.0.valori.2.dal', motivo: '2002-01-01 non viene dopo 2003-06-06' },
    ]);
  });

  it('tells a rate that is there twice', () => {
    expect(difettiTassi(regole(['2003-06-06'], ['mora', 'bce', 'mora']))).toEqual([
      { chiave: 'tassi', motivo: 'il tasso «mora» c’è due volte' },
    ]);
  });
});
