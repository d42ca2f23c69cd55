import { describe, expect, it } from 'vitest';
import { STATI_TENTATIVO as stati } from '../../src/pagamenti/pagamento.ts';
import { STATI_VIVI, TRANSIZIONI, transizione } from '../../src/pagamenti/transizioni.ts';

describe('the table of transitions', () => {
  it('says one thing for each state and event', () => {
    const chiavi = TRANSIZIONI.map((passo) => `${passo.da} ${passo.evento}`);
    expect(new Set(chiavi).size).toBe(chiavi.length);
  });

  it('has one state with no way out: a payment made', () => {
    const terminali = stati.filter((stato) => TRANSIZIONI.every(({ da }) => da !== stato));
    expect(terminali).toEqual(['eseguito']);
  });

  it('hears an executed payment in every other state', () => {
    for (const stato of stati) {
      for (const evento of ['rt-eseguito', 'flusso-eseguito'] as const) {
        expect(transizione(stato, evento)).toBe(stato === 'eseguito' ? undefined : 'eseguito');
      }
    }
  });

  it('brings nothing back to life: what does not hold its bollettino any more never holds it again', () => {
    const risorti = TRANSIZIONI.filter((passo) => !STATI_VIVI.includes(passo.da) && STATI_VIVI.includes(passo.a));
    expect(risorti).toEqual([]);
  });

  it('lets an operator give back what is in verifica, and nothing else', () => {
    const restituibili = stati.filter((stato) => transizione(stato, 'restituito') !== undefined);
    expect(restituibili).toEqual(['anomalo']);
    expect(transizione('anomalo', 'restituito')).toBe('non-eseguito');
  });

  it('takes no word of ours for a payment', () => {
    expect(TRANSIZIONI.filter(({ a, chi }) => a === 'eseguito' && chi !== 'nodo')).toEqual([]);
  });

  it('reaches every state', () => {
    expect(new Set(['da-inviare', ...TRANSIZIONI.map((passo) => passo.a)])).toEqual(new Set(stati));
  });
});
