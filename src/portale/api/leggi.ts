import type { z } from 'zod';

/** What comes with every complaint of a schema. */
type Lamento = z.core.$ZodRawIssue;

const TIPI: Readonly<Record<string, string>> = {
  string: 'deve essere un testo',
  number: 'deve essere un numero',
  int: 'deve essere un numero intero',
  boolean: 'deve essere true o false',
  array: 'deve essere un elenco',
  object: 'deve essere un oggetto JSON',
  record: 'deve essere un oggetto JSON',
};

/**
 * Reads what a program sent, with complaints in Italian.
 * @throws ZodError
 */
export function leggi<S extends z.ZodType>(schema: S, valore: unknown): z.output<S> {
  return schema.parse(valore, { error: inItaliano });
}

/** Completes `campo: …`. */
function inItaliano(lamento: Lamento): string {
  if (lamento.input === undefined) return 'manca';
  switch (lamento.code) {
    case 'invalid_type':
      return TIPI[lamento.expected] ?? 'non ha il tipo giusto';
    case 'invalid_union':
      return 'deve essere un testo o un numero';
    case 'invalid_value':
      return `sono ammessi ${lamento.values.map(String).join(', ')}`;
    case 'too_big':
      return `al più ${bound(lamento.maximum, lamento.origin)}`;
    case 'too_small':
      return `almeno ${bound(lamento.minimum, lamento.origin)}`;
    case 'invalid_format':
      return 'non ha la forma giusta';
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return 'valore non ammesso';
  }
}

const UNITA: Readonly<Record<string, readonly [string, string]>> = {
  string: [' carattere', ' caratteri'],
  array: [' elemento', ' elementi'],
};

function bound(quanti: number | bigint, origine: string): string {
  const [uno, molti] = UNITA[origine] ?? ['', ''];
  return `${quanti}${Number(quanti) === 1 ? uno : molti}`;
}
