import type { Request } from 'express';
import { isLingua, type Lingua, LINGUE } from './lingue.ts';

/** The language a page is to be in: the one asked for by name, else the one the browser prefers, else Italian. */
export function linguaChiesta(req: Request): Lingua {
  const corpo = req.body as Readonly<Record<string, unknown>> | undefined;
  const chiesta: unknown = corpo?.['lang'] ?? req.query['lang'];
  if (typeof chiesta === 'string' && isLingua(chiesta)) return chiesta;
  const preferita = req.acceptsLanguages([...LINGUE]);
  return isLingua(preferita) ? preferita : 'it';
}
