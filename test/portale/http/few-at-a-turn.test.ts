import type { Request, Response } from 'express';
import { describe, expect, it } from 'vitest';
import { fewAtATurn } from '../../../src/portale/http/few-at-a-turn.ts';

const turno = () => new Promise((poi) => setImmediate(poi));

describe('calls of programs', () => {
  it('begin a few in each turn of the loop, in the order in which they came', async () => {
    const cominciate: number[] = [];
    const handler = fewAtATurn(2);
    const arriva = (numero: number) =>
      handler({} as Request, {} as Response, () => {
        cominciate.push(numero);
      });
    for (let numero = 1; numero <= 5; numero += 1) void arriva(numero);
    expect(cominciate).toEqual([]);
    await turno();
    expect(cominciate).toEqual([1, 2]);
    void arriva(6);
    await turno();
    expect(cominciate).toEqual([1, 2, 3, 4]);
    await turno();
    expect(cominciate).toEqual([1, 2, 3, 4, 5, 6]);
    void arriva(7);
    await turno();
    expect(cominciate).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});
