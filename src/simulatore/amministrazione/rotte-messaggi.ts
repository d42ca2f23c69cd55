import { type Request, type Response, Router } from 'express';
import { NonTrovato } from '../../valori/errore-dati.ts';
import type { Contesto } from '../contesto.ts';
import { filtroMessaggi, type FiltroMessaggi } from '../messaggi/cerca-messaggi.ts';
import { confrontaMessaggi, mostraMessaggio } from '../messaggi/mostra-messaggio.ts';
import type { Messaggio } from '../messaggi/messaggio.ts';
import { messaggi, RIGHE } from './elenchi.ts';
import type { Mostra } from './mostra.ts';

/** The journal of messages: what to look for, the list, one exchange side by side, its halves as they went. */
export function rotteMessaggi(contesto: Contesto, mostra: Mostra): Router {
  const router = Router();
  router.get('/', (req, res) => {
    const filtro = filtroChiesto(req);
    const trovati = messaggi(contesto, filtro);
    const ultimo = trovati.at(-1);
    const altri = trovati.length === RIGHE && ultimo !== undefined ? { ...filtro, prima: ultimo.id } : undefined;
    mostra(req, res, 'messaggi', {
      messaggi: trovati,
      filtro: { testo: '', verso: '', operazione: '', esito: '', ...filtro },
      operazioni: contesto.registro.operazioni(),
      altri: altri === undefined ? '' : `?${new URLSearchParams(paroleDi(altri)).toString()}`,
    });
  });
  router.get('/confronto', (req, res) => {
    const [primo, secondo] = [req.query['primo'], req.query['secondo']].map((id) =>
      contesto.registro.trova(Number(id)),
    );
    if (primo === undefined) throw new NonTrovato('Messaggio');
    if (secondo === undefined) res.status(422);
    const confronto = secondo === undefined ? null : confrontaMessaggi(primo, secondo);
    mostra(req, res, 'confronto', { primo, secondo: secondo ?? null, confronto });
  });
  router.get('/:id', (req, res) => {
    mostra(req, res, 'messaggio', { messaggio: mostraMessaggio(messaggio(contesto, req), contesto.baseUrl()) });
  });
  router.get('/:id/richiesta', (req, res) => scarica(res, messaggio(contesto, req), 'richiesta'));
  router.get('/:id/risposta', (req, res) => scarica(res, messaggio(contesto, req), 'risposta'));
  return router;
}

function messaggio({ registro }: Contesto, req: Request): Messaggio {
  const trovato = registro.trova(Number(req.params['id']));
  if (trovato === undefined) throw new NonTrovato('Messaggio');
  return trovato;
}

/** As it went, passwords masked, for a file: no browser is to make a page of it. */
function scarica(res: Response, letto: Messaggio, quale: 'richiesta' | 'risposta'): void {
  const json = letto[quale].trimStart().startsWith('{');
  res
    .attachment(`messaggio-${letto.id}-${quale}.${json ? 'json' : 'xml'}`)
    .type(`${json ? 'application/json' : 'application/xml'}; charset=utf-8`)
    .send(letto[quale]);
}

/** Empty fields of the form ask for nothing; what cannot be asked for is left out. */
function filtroChiesto(req: Request): FiltroMessaggi {
  const campi = Object.keys(filtroMessaggi.shape).map((nome) => [nome, req.query[nome]] as const);
  const scritti = campi.filter(([nome, valore]) => {
    const schema = filtroMessaggi.shape[nome as keyof FiltroMessaggi];
    return typeof valore === 'string' && valore !== '' && schema.safeParse(valore).success;
  });
  return filtroMessaggi.parse(Object.fromEntries(scritti));
}

function paroleDi(filtro: FiltroMessaggi): Record<string, string> {
  return Object.fromEntries(Object.entries(filtro).map(([nome, valore]) => [nome, String(valore)]));
}
