import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operazioniBollettini } from '../../src/portale/api/operazioni-bollettini.ts';
import { operazioniCalcolo } from '../../src/portale/api/operazioni-calcolo.ts';
import { operazioniClienti } from '../../src/portale/api/operazioni-clienti.ts';
import { operazioniDatore } from '../../src/portale/api/operazioni-datore.ts';
import { operazioniDocumenti } from '../../src/portale/api/operazioni-documenti.ts';
import { operazioniElencoClienti } from '../../src/portale/api/operazioni-elenco-clienti.ts';
import { operazioniLotti } from '../../src/portale/api/operazioni-lotti.ts';
import { operazioniPagamenti } from '../../src/portale/api/operazioni-pagamenti.ts';
import { operazioniProspetti } from '../../src/portale/api/operazioni-prospetti.ts';
import { operazioniStrumenti } from '../../src/portale/api/operazioni-strumenti.ts';
import { toGuasto } from '../../src/portale/http/errors.ts';

const OPERAZIONI = [
  ...operazioniBollettini,
  ...operazioniCalcolo,
  ...operazioniClienti,
  ...operazioniDatore,
  ...operazioniDocumenti,
  ...operazioniElencoClienti,
  ...operazioniLotti,
  ...operazioniPagamenti,
  ...operazioniProspetti,
  ...operazioniStrumenti,
];

/** Words of the library that no Italian sentence of ours holds. */
const INGLESE =
  /\b(?:invalid|expected|received|required|unrecognized|input|must|should|option|string|number|array|object|too (?:small|big)|have|match(?:es)?|pattern|custom)\b/i;

/** What nobody should send, for a whole body and for each of its fields. */
const STORTI: readonly unknown[] = [undefined, null, 7, -1.5, '', 'x', 'x'.repeat(300), true, [], [7], {}, { x: 1 }];

/** All that is wrong with what a schema is given, field by field and inside unions, as people read it. */
function frasi(schema: z.ZodType): string[] {
  const campi = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const dati = [
    ...STORTI,
    ...campi.flatMap((campo) => STORTI.map((storto) => ({ [campo]: storto }))),
    ...STORTI.map((storto) => Object.fromEntries(campi.map((campo) => [campo, storto]))),
  ];
  return dati.flatMap((uno) => {
    const { error } = schema.safeParse(uno);
    return error === undefined ? [] : [toGuasto(error).messaggio, ...error.issues.map(({ message }) => message)];
  });
}

describe('what a schema refuses is said in Italian', () => {
  const schemi = OPERAZIONI.flatMap(({ nome, corpo, parametri, domanda }) => [
    ...(corpo instanceof z.ZodType ? [[nome, 'corpo', corpo] as const] : []),
    ...(parametri === undefined ? [] : [[nome, 'percorso', z.object(parametri)] as const]),
    ...(domanda === undefined ? [] : [[nome, 'domanda', z.strictObject(domanda)] as const]),
  ]);

  it.each(schemi)('%s, %s', (_nome, _dove, schema) => {
    const tutte = frasi(schema);
    expect(tutte).not.toEqual([]);
    expect([...new Set(tutte)].filter((frase) => INGLESE.test(frase))).toEqual([]);
  });

  it('of a page’s form too: a text or a list of texts', () => {
    const modulo = z.object({ bollettino: z.union([z.string(), z.array(z.string())]) });
    const { error } = modulo.safeParse({ bollettino: { a: '1' } });
    expect(toGuasto(error).messaggio).toBe('bollettino: deve essere un testo o un elenco.');
  });
});
