import { expect, it } from 'vitest';
import { createGuastoCheDura } from '../../src/valori/guasto-che-dura.ts';

it('tells of a fault once, until it changes or comes back', () => {
  const detti: unknown[] = [];
  const { male, bene } = createGuastoCheDura((errore) => detti.push(errore));
  const pieno = (cosa: string) => Object.assign(new Error(`${cosa} - disk full`), { code: 'SQLITE_FULL' });
  const [uno, due, altro, ancora] = [pieno('a'), pieno('b'), new Error('locked'), pieno('c')];
  for (const errore of [uno, due, due]) male(errore);
  expect(detti).toEqual([uno]);
  for (const errore of [altro, new Error('locked'), 'a word', 'a word']) male(errore);
  expect(detti).toEqual([uno, altro, 'a word']);
  bene();
  male(ancora);
  expect(detti).toEqual([uno, altro, 'a word', ancora]);
});
