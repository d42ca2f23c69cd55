import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { avviaBanco, type Banco } from '../simulatore/banco.ts';
import { assedia } from './assedio.ts';

let banco: Banco;
beforeAll(async () => {
  banco = await avviaBanco();
});
afterAll(() => banco.close());

describe('bodies that are cut, broken off, slow or malformed, sent to every route of the simulated node', () => {
  it('harm nobody else', async () => {
    const { mali, risposte, rotte } = await assedia(banco.simulatore.app, '/');
    expect(mali).toEqual([]);
    expect(rotte.length).toBeGreaterThan(30);
    expect(risposte).toBeGreaterThan(300);
  }, 400_000);
});
