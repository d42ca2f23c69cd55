import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { RigaCarrello } from '../../bollettini/servizio-bollettini.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { giornoInItalia, parseGiorno } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi, requireAccess, requirePermission } from '../http/access.ts';
import { percorsi } from '../percorsi.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { toVistaBollettino } from '../viste/bollettino.ts';
import { visibilitaDi } from '../../accesso/visibilita.ts';
import { daInquadrare } from '../viste/da-inquadrare.ts';
import { toVistaRiga } from '../viste/riga.ts';
import { renderScheda, takeMessaggio } from './pagina.ts';

const moduloAtto = z.strictObject({ attoInterruttivo: z.string().trim().max(40) });

/** Shown once. */
export function takeEliminato(req: Request) {
  const eliminato = req.session.eliminato ?? null;
  delete req.session.eliminato;
  return eliminato;
}

/** Where a quarter is told anew. */
function correctionOf({ rapporto, bollettino: { trimestre } }: RigaCarrello): string {
  const domanda = new URLSearchParams({
    rapporto: rapporto.id,
    numero: String(trimestre.numero),
    anno: String(trimestre.anno),
  });
  return `${percorsi.calcolo}?${domanda.toString()}`;
}

async function showOne(
  dip: Dipendenze,
  { req, res }: { readonly req: Request; readonly res: Response },
  { scritto, errore }: { readonly scritto?: string; readonly errore?: ErroreDati } = {},
): Promise<void> {
  const contesto = contestoDi(req);
  const riga = await dip.app.bollettini.mostra(contesto, String(req.params['id']));
  const successori = await dip.app.bollettini.successori(contesto, riga.bollettino.id);
  const oggi = giornoInItalia(dip.app.clock.now());
  const b = toVistaBollettino(riga, oggi, visibilitaDi(contesto), successori);
  if (errore !== undefined) res.status(errore.statoHttp);
  const scheda = { nome: 'bollettini', modello: 'bollettino', titolo: `Bollettino ${b.trimestre}` } as const;
  const correggi = correctionOf(riga);
  const qr = await daInquadrare(dip.app, contesto, b);
  await renderScheda(dip, { req, res }, scheda, { ...comeErrori(errore), b, qr, correggi, scritto: scritto ?? '' });
}

/** The tab *Bollettini*: the cart, and one bollettino with its explanation. */
export function bollettiniRouter(dip: Dipendenze): Router {
  const router = Router();
  const oggi = () => giornoInItalia(dip.app.clock.now());

  router.get(percorsi.bollettini, requireAccess, async (req, res) => {
    const contesto = contestoDi(req);
    const carrello = await dip.app.bollettini.carrello(contesto);
    await renderScheda(
      dip,
      { req, res },
      { nome: 'bollettini', modello: 'bollettini', titolo: 'Bollettini' },
      {
        avviso: takeMessaggio(req),
        eliminato: takeEliminato(req),
        nessunoScelto: req.query['nessuno'] === 'si',
        righe: carrello.righe.map((riga) => toVistaRiga(riga, oggi(), visibilitaDi(contesto))),
        totale: carrello.totale,
      },
    );
  });

  router.get(`${percorsi.bollettini}/:id`, requireAccess, (req, res) => showOne(dip, { req, res }));

  router.post(percorsi.attoInterruttivo(':id'), requireAccess, requirePermission('paga'), async (req, res) => {
    const { attoInterruttivo: scritto } = moduloAtto.parse(req.body);
    const id = String(req.params['id']);
    try {
      await dip.app.bollettini.dichiaraAtto(contestoDi(req), id, parseGiorno(scritto, 'attoInterruttivo'));
      req.session.messaggio = 'Fatto: l’atto è scritto con i bollettini del trimestre, che si possono pagare.';
      res.redirect(303, percorsi.bollettini);
    } catch (errore) {
      if (!(errore instanceof ErroreDati) || errore.statoHttp !== 422) throw errore;
      await showOne(dip, { req, res }, { scritto, errore });
    }
  });
  return router;
}
