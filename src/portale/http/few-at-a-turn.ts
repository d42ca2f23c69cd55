import type { RequestHandler } from 'express';

/**
 * Lets only so many programs' calls begin in one turn of the loop, in the order in which they came; people's pages are answered
 * in every turn between. Dozens that arrive at once would else be worked at before the loop looks at anybody else.
 */
export function fewAtATurn(quante: number): RequestHandler {
  const coda: (() => void)[] = [];
  const turn = (): void => {
    for (const begin of coda.splice(0, quante)) begin();
    if (coda.length > 0) setImmediate(turn);
  };
  return (_req, _res, next) => {
    if (coda.push(next) === 1) setImmediate(turn);
  };
}
