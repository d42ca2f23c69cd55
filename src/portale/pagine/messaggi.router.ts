import { Router, type Request } from 'express';
import { z } from 'zod';
import type { EventoRegistrato } from '../../pagamenti/giornale-eventi.ts';
import { alberoDaMostrare } from '../../pagopa/xml/mostra/albero-da-mostrare.ts';
import { confrontaAlberi } from '../../pagopa/xml/mostra/confronta-alberi.ts';
import { ErroreDati, NonTrovato } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { requireOperatore } from '../http/operatore.ts';
import { percorsi } from '../percorsi.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { PAROLE_DELL_ALBERO } from '../viste/albero.ts';
import { nameOf } from './operatori.router.ts';
import { renderAperta } from './pagina.ts';

const numero = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** One message of the journal as a tree, as it went, and beside another. */
export function messaggiRouter(dip: Dipendenze): Router {
  const router = Router();
  const soloOperatori = requireOperatore(dip);
  const cerca = async (n: number): Promise<EventoRegistrato | undefined> => {
    const [evento] = await dip.app.operatori.giornale({ dopo: n - 1, massimo: 1 });
    return evento?.numero === n ? evento : undefined;
  };
  const trova = async (req: Request): Promise<EventoRegistrato> => {
    const evento = await cerca(numero.parse(req.params['numero']));
    if (evento === undefined) throw new NonTrovato('Messaggio');
    return evento;
  };

  router.get(percorsi.messaggioGrezzo(':numero'), soloOperatori, async (req, res) => {
    res.type('text/plain; charset=utf-8').send((await trova(req)).messaggio);
  });

  router.get(percorsi.confrontoMessaggi, soloOperatori, async (req, res) => {
    const { primo: uno, secondo: altro } = req.query;
    const [primo, secondo] = await Promise.all([uno, altro].map((n) => scritto(n, cerca)));
    if (primo === undefined) throw new NonTrovato('Messaggio');
    const dati = { operatore: nameOf(req), parole: PAROLE_DELL_ALBERO, primo: breve(primo) };
    if (secondo === undefined) {
      const errore = new ErroreDati('messaggio-da-confrontare', { campo: 'secondo' });
      res.status(errore.statoHttp);
      const scritta = typeof altro === 'string' ? altro.slice(0, 20) : '';
      renderAperta(req, res, 'operatori-confronto', 'Due messaggi a confronto', {
        ...comeErrori(errore),
        ...dati,
        secondo: null,
        scritta,
        confronto: null,
      });
      return;
    }
    const [a, b] = [alberoDaMostrare(primo.messaggio), alberoDaMostrare(secondo.messaggio)];
    renderAperta(req, res, 'operatori-confronto', 'Due messaggi a confronto', {
      ...comeErrori(undefined),
      ...dati,
      secondo: breve(secondo),
      scritta: String(secondo.numero),
      confronto: 'radice' in a && 'radice' in b ? confrontaAlberi(a.radice, b.radice) : null,
    });
  });

  router.get(percorsi.messaggio(':numero'), soloOperatori, async (req, res) => {
    const evento = await trova(req);
    const albero = alberoDaMostrare(evento.messaggio);
    renderAperta(req, res, 'operatori-messaggio', `Messaggio ${evento.numero}`, {
      ...comeErrori(undefined),
      operatore: nameOf(req),
      parole: PAROLE_DELL_ALBERO,
      e: breve(evento),
      testo: evento.messaggio,
      albero: { radice: null, perche: '', ...albero },
    });
  });
  return router;
}

function scritto(valore: unknown, cerca: (n: number) => Promise<EventoRegistrato | undefined>) {
  const letto = numero.safeParse(valore);
  return letto.success ? cerca(letto.data) : Promise.resolve(undefined);
}

function breve({ numero: n, dataOra, tipo, sottotipo, iuv = '', esito = '' }: EventoRegistrato) {
  return { numero: n, dataOra, tipo, verso: sottotipo === 'REQ' ? 'richiesta' : 'risposta', iuv, esito };
}
