import type { Request, Response } from 'express';
import type { ErroreDati } from '../../valori/errore-dati.ts';
import type { Contesto } from '../contesto.ts';
import { isLingua, type Lingua, LINGUE } from '../pagine/lingue.ts';
import { linguaChiesta } from '../pagine/lingua-chiesta.ts';
import type { Viste } from '../pagine/viste.ts';
import { ErroreScenario } from '../scenari/errore-scenario.ts';
import { orologio } from './elenchi.ts';

/** Answers with one of the operator's pages, in the language of who looks. */
export type Mostra = (req: Request, res: Response, vista: string, dati: DatiPagina) => void;

/** What a page shows; `sbaglio` is what was wrong with the form that it answers. */
type DatiPagina = Readonly<Record<string, unknown>> & { readonly sbaglio?: ErroreDati };

/** Remembers the language that was asked for by name: the pages' own forms and links do not say it. */
const COOKIE = 'lingua';

export function createMostra(contesto: Contesto, viste: Viste): Mostra {
  return (req, res, vista, dati) => {
    const lingua = linguaOperatore(req);
    if (req.query['lang'] === lingua) {
      res.cookie(COOKIE, lingua, { path: '/admin', httpOnly: true, sameSite: 'lax', maxAge: 365 * 86_400_000 });
    }
    const { sbaglio, ...resto } = dati;
    const errore = sbaglio instanceof ErroreScenario ? sbaglio.frase(lingua) : (sbaglio?.message ?? '');
    const comuni = { orologio: orologio(contesto), errore, qui: vista, indirizzi: indirizziNelleLingue(req) };
    res.type('html').send(viste(`admin/${vista}`, lingua, { ...comuni, ...resto }));
  };
}

/** This very page in each language; the answer to a form has no address of its own, its pages' first one has. */
function indirizziNelleLingue(req: Request): readonly { readonly lingua: Lingua; readonly href: string }[] {
  const url = new URL(req.method === 'GET' ? req.originalUrl : '/admin', 'http://nodo');
  return LINGUE.map((lingua) => {
    url.searchParams.set('lang', lingua);
    return { lingua, href: `${url.pathname}${url.search}` };
  });
}

/** The language asked for, else the one asked for before, else the browser's, else Italian. */
function linguaOperatore(req: Request): Lingua {
  if (typeof req.query['lang'] === 'string' && isLingua(req.query['lang'])) return req.query['lang'];
  const ricordata = /(?:^|;\s*)lingua=(\w+)/.exec(req.get('cookie') ?? '')?.[1];
  return isLingua(ricordata) ? ricordata : linguaChiesta(req);
}
