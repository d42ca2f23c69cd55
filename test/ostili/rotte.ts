import type { Express } from 'express';

/** A way in of a server, with its parameters filled in. */
export interface Rotta {
  readonly metodo: string;
  readonly percorso: string;
}

interface Elencata {
  readonly path: string | RegExp;
  readonly methods?: readonly string[];
  readonly router?: Elencabile;
}

/** What Express's router says of itself (router 2.3); its types do not know it yet. */
interface Elencabile {
  listRoutes(): readonly Elencata[];
}

/**
 * Every route of a server, read from its routers: one that is added tomorrow is tried tomorrow. Without HEAD, which Express
 * answers with what answers GET.
 */
export function rotteDi(app: Express): Rotta[] {
  return list(app.router as unknown as Elencabile, '').filter(({ metodo }) => metodo !== 'HEAD');
}

function list(router: Elencabile, prefisso: string): Rotta[] {
  return router.listRoutes().flatMap(({ path, methods = [], router: interno }) => {
    if (typeof path !== 'string') throw new Error(`a route that cannot be spelled out: ${String(path)}`);
    if (interno !== undefined) return list(interno, prefisso + (path === '/' ? '' : path));
    return methods.map((metodo) => ({ metodo: metodo.toUpperCase(), percorso: fill(prefisso + path) }));
  });
}

/** `/bollettini/:id` with an id that nobody has; `/*resto` with something. */
function fill(percorso: string): string {
  return percorso
    .replace(/:anno\b|:numero\b/g, '2026')
    .replace(/:\w+/g, '01890c5e-0000-7000-8000-000000000000')
    .replace(/\*\w+/g, 'altro')
    .replace(/[{}]/g, '');
}
