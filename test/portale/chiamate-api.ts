import type { Response } from 'supertest';
import { expect } from 'vitest';
import type { z } from 'zod';
import { percorsi } from '../../src/portale/percorsi.ts';
import { requireDescribed, type Metodo } from './descritta.ts';
import type { PortaleDiProva } from './portale-di-prova.ts';

/** A call of a program, whose answer is one that the OpenAPI document describes. */
export type Chiamata = (
  metodo: Metodo,
  percorso: string,
  corpo?: object,
  intestazioni?: Readonly<Record<string, string>>,
) => Promise<Response>;

export function chiamate(prova: PortaleDiProva): Chiamata {
  return async (metodo, percorso, corpo, intestazioni = {}) => {
    const richiesta = prova
      .browser()
      .agent[metodo](percorsi.api + percorso)
      .set(intestazioni);
    const risposta = await (corpo === undefined ? richiesta : richiesta.send(corpo));
    requireDescribed(metodo, percorso, risposta);
    return risposta;
  };
}

/** The body, checked against the schema that the OpenAPI document shows; parsing drops what the schema does not name. */
export function checked<S extends z.ZodType>(
  schema: S,
  risposta: { status: number; body: unknown },
  stato = 200,
): z.output<S> {
  expect([risposta.status, risposta.body], 'status').toEqual([stato, expect.anything()]);
  const letto = schema.parse(risposta.body);
  expect(letto).toEqual(risposta.body);
  return letto;
}
