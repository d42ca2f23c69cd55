import type { Request } from 'express';
import { ErroreDati } from '../../valori/errore-dati.ts';

/**
 * The body of a request as it comes, for files too big to be held whole; whoever reads it sets the limit.
 * @throws ErroreDati `tipo-non-ammesso` (415) at once; `richiesta-malformata` (400) when whoever sends it goes away
 */
export function streamOf(req: Request, tipi: readonly string[]): AsyncIterable<Uint8Array> {
  const compresso = (req.get('Content-Encoding') ?? 'identity') !== 'identity';
  if (compresso || req.is([...tipi]) === false) {
    throw new ErroreDati(
      'tipo-non-ammesso',
      `Il corpo della richiesta deve essere ${tipi.join(', ')}, non compresso.`,
      {
        statoHttp: 415,
      },
    );
  }
  return partsOf(req);
}

/** Who stops reading half-way still answers: what remains is let through unread, where closing would lose the answer. */
async function* partsOf(req: Request): AsyncGenerator<Uint8Array> {
  try {
    for await (const pezzo of req.iterator({ destroyOnReturn: false })) yield pezzo as Uint8Array;
  } catch {
    throw new ErroreDati('richiesta-malformata', 'Il file non è arrivato intero: riprovare.', { statoHttp: 400 });
  } finally {
    req.resume();
  }
}
