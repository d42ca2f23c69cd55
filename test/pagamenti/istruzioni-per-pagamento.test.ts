import { expect, it } from 'vitest';
import { contaPerPagamento } from './istruzioni-per-pagamento.ts';

it('a complete payment asks no more of the two SQLite than it did when it was last counted', async () => {
  const { portale, nodo } = await contaPerPagamento();
  expect(portale.istruzioni).toBeLessThanOrEqual(27);
  expect(portale.punti).toBe(0);
  // Conferma, the taking of the sending, its message, its answer with what it does, the receipt.
  expect(portale.commit).toBeLessThanOrEqual(5);
  // Of these, three to look for what is due, oftener on a slow machine.
  expect(nodo.istruzioni).toBeLessThanOrEqual(32);
  expect(nodo.commit).toBeLessThanOrEqual(5);
});
