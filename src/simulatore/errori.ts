import type { ErrorRequestHandler, Response } from 'express';
import { scriviSoapFault } from '../pagopa/soap/busta.ts';
import { testoErrore } from '../valori/descrivi-errore.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { ArchivioFermo, conArchivioFermo } from './archivio/archivio-fermo.ts';
import type { Contesto } from './contesto.ts';
import { linguaChiesta } from './pagine/lingua-chiesta.ts';
import type { Lingua } from './pagine/lingue.ts';
import type { Viste } from './pagine/viste.ts';
import { ErroreScenario } from './scenari/errore-scenario.ts';

/** Errors of the SOAP endpoint that no operation answers for: a SOAP Fault. */
export function soapErrori(contesto: Contesto): ErrorRequestHandler {
  return (errore: unknown, _req, res, _next) => {
    const stato = statoDi(contesto, 'SOAP', errore, res);
    res.status(500).type('text/xml; charset=utf-8');
    res.send(scriviSoapFault(stato >= 500 ? 'Server' : 'Client', stato === 413 ? 'messaggio troppo grande' : 'errore'));
  };
}

/** Errors of the pages: one of few sentences, in the citizen's language. */
export function pagineErrori(contesto: Contesto, viste: Viste): ErrorRequestHandler {
  return (errore: unknown, req, res, _next) => {
    const stato = statoDi(contesto, 'pagina', errore, res);
    const chiave = stato === 404 ? 'non-trovato' : stato >= 500 ? 'guasto' : 'richiesta';
    res
      .status(stato)
      .type('html')
      .send(viste('errore', linguaChiesta(req), { chiave }));
  };
}

/** Errors of the APIs: `application/problem+json`. */
export function problemi(contesto: Contesto): ErrorRequestHandler {
  return (errore: unknown, req, res, _next) => {
    const status = statoDi(contesto, 'API', errore, res);
    const [type, title] =
      errore instanceof ErroreDati
        ? [`urn:trimestre:simulatore:${errore.codice}`, fraseDi(errore, linguaChiesta(req))]
        : ['about:blank', status >= 500 ? 'Il simulatore non può rispondere ora' : 'Richiesta non valida'];
    res.status(status).type('application/problem+json').json({ type, title, status });
  };
}

/** What is wrong with rules and scenarios is said in the language asked for (Accept-Language); the rest in Italian. */
function fraseDi(errore: ErroreDati, lingua: Lingua): string {
  return errore instanceof ErroreScenario ? errore.frase(lingua) : errore.message;
}

/** The status of an error; ours are logged, and those that pass say when to try again. */
function statoDi({ configurazione }: Contesto, dove: string, errore: unknown, res: Response): number {
  const noto = conArchivioFermo(errore);
  if (noto instanceof ErroreDati) return noto.statoHttp;
  const status = (noto as { readonly status?: unknown } | null)?.status;
  if (typeof status === 'number' && status >= 400 && status < 500) return status;
  configurazione.log(`${dove}: ${noto instanceof ArchivioFermo ? noto.message : testoErrore(errore)}`);
  if (!(noto instanceof ArchivioFermo)) return 500;
  res.set('Retry-After', String(noto.riprovaFra));
  return noto.status;
}
