import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toGuasto } from '../../src/portale/http/errors.ts';
import { ErroreDati, NonTrovato } from '../../src/valori/errore-dati.ts';

function zodError(schema: z.ZodType, valore: unknown): unknown {
  return schema.safeParse(valore).error;
}

describe('errors become a status and a sentence', () => {
  it('of a person: the error’s own', () => {
    const errore = new ErroreDati('ore-mancanti', { campo: 'ore' });
    expect(toGuasto(errore)).toEqual({
      stato: 422,
      codice: 'ore-mancanti',
      messaggio: 'Mancano le ore: indicare le ore retribuite in una settimana, o quelle di tutto il trimestre.',
      campo: 'ore',
      interno: false,
    });
    expect(toGuasto(new NonTrovato('Bollettino'))).toMatchObject({ stato: 404, codice: 'non-trovato' });
  });

  it('of a schema: names the field, also one that should not be there', () => {
    const schema = z.strictObject({ versione: z.number() });
    expect(toGuasto(zodError(schema, { versione: 'x' }))).toMatchObject({ stato: 422, campo: 'versione' });
    expect(toGuasto(zodError(schema, { versione: 1, dispositive: true }))).toMatchObject({
      stato: 422,
      campo: 'dispositive',
    });
  });

  it('of the transport: only the statuses that mean something to who calls', () => {
    expect(toGuasto(Object.assign(new Error('x'), { status: 413 })).stato).toBe(413);
    expect(toGuasto(Object.assign(new Error('x'), { status: 418 })).stato).toBe(400);
  });

  it('of ours: nothing of the cause is shown', () => {
    const guasto = toGuasto(new Error('SQLITE_CORRUPT at /var/lib/x'));
    expect(guasto).toMatchObject({ stato: 500, interno: true });
    expect(guasto.messaggio).not.toContain('SQLITE');
    expect(toGuasto('boom').stato).toBe(500);
  });
});
