import { z } from 'zod';

/** What comes with every complaint of a schema. */
type Lamento = z.core.$ZodRawIssue;

const TIPI: Readonly<Record<string, string>> = {
  string: 'un testo',
  number: 'un numero',
  int: 'un numero intero',
  boolean: 'true o false',
  array: 'un elenco',
  object: 'un oggetto JSON',
  record: 'un oggetto JSON',
};

/**
 * What a schema says that has no words of its own, in Italian: completes `campo: …`. Whoever shows complaints of schemas to
 * people imports this module; from then on the library speaks like this on every road.
 */
function inItaliano(lamento: Lamento): string {
  if (lamento.input === undefined) return 'manca';
  switch (lamento.code) {
    case 'invalid_type':
      return lamento.expected in TIPI ? `deve essere ${TIPI[lamento.expected]}` : 'non ha il tipo giusto';
    case 'invalid_union':
      return ofUnion(lamento.errors);
    case 'invalid_value':
      return `sono ammessi ${lamento.values.map(String).join(', ')}`;
    case 'too_big':
      return `al più ${bound(lamento.maximum, lamento.origin)}`;
    case 'too_small':
      return `almeno ${bound(lamento.minimum, lamento.origin)}`;
    case 'invalid_format':
      return 'non ha la forma giusta';
    case 'unrecognized_keys':
      return `${lamento.keys.join(', ').slice(0, 60)}: campo sconosciuto`;
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return 'valore non ammesso';
  }
}

/** A union of plain types says which; any other that nothing in it fits. */
function ofUnion(rami: readonly (readonly z.core.$ZodIssue[])[]): string {
  const tipi = rami.map(([primo]) => (primo?.code === 'invalid_type' ? TIPI[primo.expected] : undefined));
  return tipi.length > 0 && tipi.every((tipo) => tipo !== undefined)
    ? `deve essere ${tipi.join(' o ')}`
    : 'non è uno dei casi previsti';
}

const UNITA: Readonly<Record<string, readonly [string, string]>> = {
  string: [' carattere', ' caratteri'],
  array: [' elemento', ' elementi'],
};

function bound(quanti: number | bigint, origine: string): string {
  const [uno, molti] = UNITA[origine] ?? ['', ''];
  return `${quanti}${Number(quanti) === 1 ? uno : molti}`;
}

z.config({ localeError: inItaliano });

/** All that a schema complains of, for a person: `quando.importo: manca; volte: almeno 1`. */
export function lamenti({ issues }: Pick<z.ZodError, 'issues'>): string {
  return issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`)).join('; ');
}
