import { type Request, type Response, Router } from 'express';
import type { Giorno } from '../../valori/giorno.ts';
import { ErroreDati, NonTrovato } from '../../valori/errore-dati.ts';
import { dataItaliana } from '../../pagopa/data-ora.ts';
import type { Contesto } from '../contesto.ts';
import { generaFlussi } from '../flussi/genera-flussi.ts';
import type { Viste } from '../pagine/viste.ts';
import { durata } from '../scenari/durata.ts';
import { accrediti, attivita, avvisi, flussi, messaggi, orologio, pagamenti, regole, scenari } from './elenchi.ts';

/** The operator's pages: rules and clock, payments, work that waits, flows and credit transfers, messages. Italian only. */
export function rotteAdmin(contesto: Contesto, viste: Viste): Router {
  const router = Router();
  const mostra = (res: Response, vista: string, dati: Readonly<Record<string, unknown>>): void => {
    const comuni = { orologio: orologio(contesto), errore: '', qui: vista };
    res.type('html').send(viste(`admin/${vista}`, 'it', { ...comuni, ...dati }));
  };
  const scenariERegole = (): Readonly<Record<string, unknown>> => ({
    scenari: scenari(contesto),
    regole: regole(contesto).map((regola) => ({
      ...regola,
      scenario: regola.scenario ?? '',
      quando: Object.entries(regola.quando),
      facce: JSON.stringify(regola.facce),
      volte: regola.volte ?? '',
    })),
  });
  router.get('/', (_req, res) => mostra(res, 'scenari', scenariERegole()));
  router.get('/pagamenti', (_req, res) =>
    mostra(res, 'pagamenti', { pagamenti: pagamenti(contesto), avvisi: avvisi(contesto) }),
  );
  router.get('/attivita', (_req, res) => mostra(res, 'attivita', { attivita: attivita(contesto) }));
  router.get('/flussi', (_req, res) =>
    mostra(res, 'flussi', {
      flussi: flussi(contesto),
      accrediti: accrediti(contesto),
      oggi: dataItaliana(contesto.orologio.now()),
    }),
  );
  router.get('/messaggi', (_req, res) => mostra(res, 'messaggi', { messaggi: messaggi(contesto) }));
  router.get('/messaggi/:id', (req, res) => {
    const messaggio = contesto.registro.trova(Number(req.params.id));
    if (messaggio === undefined) throw new NonTrovato('Messaggio');
    mostra(res, 'messaggio', { messaggio });
  });
  rotteAtti(router, contesto, (res, errore) => {
    res.status(errore.statoHttp);
    mostra(res, 'scenari', { ...scenariERegole(), errore: errore.message });
  });
  return router;
}

/** What the operator's forms do; each ends on the page it came from. */
function rotteAtti(router: Router, contesto: Contesto, rifiuta: (res: Response, errore: ErroreDati) => void): void {
  const atto = (percorso: string, verso: string, fai: (req: Request) => void): void => {
    router.post(percorso, (req, res) => {
      try {
        fai(req);
        res.redirect(303, verso);
      } catch (errore) {
        if (!(errore instanceof ErroreDati)) throw errore;
        rifiuta(res, errore);
      }
    });
  };
  atto('/regole', '/admin', (req) => void contesto.regole.aggiungi(regolaDalModulo(req)));
  atto('/regole/togli', '/admin', (req) => void contesto.regole.togli(Number(campo(req, 'id'))));
  atto('/regole/togli-tutte', '/admin', () => contesto.regole.togliTutte());
  atto('/orologio', '/admin', (req) => {
    const letta = durata.safeParse(campo(req, 'sposta'));
    if (!letta.success)
      throw new ErroreDati('durata-non-valida', 'Orologio: scrivere una durata come 90s, 10m, 1h, 3g.');
    contesto.orologio.sposta(letta.data);
  });
  atto('/orologio/rimetti', '/admin', () => contesto.orologio.sposta(-contesto.orologio.scarto));
  atto('/attivita/riprova', '/admin/attivita', (req) => {
    contesto.archivio.attivita.riprova(Number(campo(req, 'id')), contesto.orologio.ora());
    contesto.sveglia();
  });
  atto('/flussi', '/admin/flussi', () => {
    const oggi: Giorno = dataItaliana(contesto.orologio.now());
    generaFlussi(contesto, oggi);
  });
}

/** The form's fields; empty ones set no condition. */
function regolaDalModulo(req: Request): unknown {
  const condizioni = ['iuv', 'avviso', 'importo', 'psp', 'metodo', 'probabilita'] as const;
  const quando = Object.fromEntries(
    condizioni.map((nome) => [nome, campo(req, nome)] as const).filter(([, valore]) => valore !== ''),
  );
  const volte = campo(req, 'volte');
  const ritardo = campo(req, 'ritardo');
  return {
    quando,
    scenario: campo(req, 'scenario'),
    ...(ritardo !== '' && { rt: { ritardo } }),
    ...(volte !== '' && { volte }),
  };
}

function campo(req: Request, nome: string): string {
  const valore: unknown = (req.body as Readonly<Record<string, unknown>> | undefined)?.[nome];
  return typeof valore === 'string' ? valore.trim().slice(0, 200) : '';
}
