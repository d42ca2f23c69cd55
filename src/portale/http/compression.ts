import compression from 'compression';
import type { RequestHandler, Response } from 'express';

/** Below this an answer fits in a packet as it is, bytes. */
const SOGLIA = 1024;

/**
 * Compresses what is text, with Brotli or gzip as the browser takes it. Secrets of an answer (the tokens of forms) are not told by its
 * length to who can make a person's browser ask for it again and again: nothing that a stranger chooses stands in a page, since
 * our cookie does not come with a stranger's post, and what an address may carry is a quarter or a choice.
 */
export function compressText(): RequestHandler {
  return compression({
    threshold: SOGLIA,
    filter: (req, res) => res.locals['interoComeSta'] !== true && compression.filter(req, res),
  });
}

/** What is long is sent as it stands: its length is told, and squeezing it would keep from others the time it takes. */
export function sentAsItStands(res: Response): void {
  res.locals['interoComeSta'] = true;
}
