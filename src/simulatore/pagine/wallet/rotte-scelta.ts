import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { isCarta } from '../../catalogo/carte.ts';
import type { Metodo, Offerta } from '../../catalogo/psp.ts';
import type { Sessione } from '../../archivio/sessioni.ts';
import { apertaDi, campoTesto, mostra, type Passo, scegli, vai, type Wallet } from './pagina.ts';

const METODI = ['carta', 'conto', 'altro'] as const satisfies readonly Metodo[];
const email = z.email().max(254);

/** Makes a handler of what to do with an open session. */
type ConPasso = (
  fai: (passo: Passo, req: Request, res: Response) => unknown,
) => (req: Request, res: Response) => Promise<void>;

/** From the landing page to the choice of the PSP. Every step can be taken again until the payment is confirmed. */
export function rotteScelta(wallet: Wallet): Router {
  const router = Router();
  const conPasso: ConPasso = (fai) => async (req, res) => {
    const passo = await apertaDi(wallet, req, res);
    if (passo !== undefined) await fai(passo, req, res);
  };

  router.get(
    '/welcome',
    conPasso((passo, _req, res) => mostra(wallet, res, 'accesso', passo, { errore: '', email: '' })),
  );
  router.post(
    '/accesso',
    conPasso((passo, req, res) => accedi(wallet, passo, req, res)),
  );
  router.get(
    '/metodo',
    conPasso((passo, _req, res) => {
      const { sessione } = passo;
      if (sessione.accesso === null) return vai(res, 'welcome', sessione);
      if (sessione.canaleEc !== null) return vai(res, sessione.metodo === 'carta' ? 'carta' : 'riepilogo', sessione);
      mostra(wallet, res, 'metodo', passo, { metodi: metodiOfferti(wallet, sessione) });
    }),
  );
  router.post(
    '/metodo',
    conPasso(async ({ sessione }, req, res) => {
      const metodo = METODI.find((uno) => uno === campoTesto(req, 'metodo'));
      if (metodo === undefined) return vai(res, 'metodo', sessione);
      await scegli(wallet, sessione, { metodo });
      vai(res, metodo === 'carta' ? 'carta' : 'psp', sessione);
    }),
  );
  rotteCartaPsp(router, wallet, conPasso);
  return router;
}

/** Test card, then who handles the payment. */
function rotteCartaPsp(router: Router, wallet: Wallet, conPasso: ConPasso): void {
  router.get(
    '/carta',
    conPasso((passo, _req, res) => mostra(wallet, res, 'carta', passo)),
  );
  router.post(
    '/carta',
    conPasso(async ({ sessione }, req, res) => {
      const carta = campoTesto(req, 'carta');
      if (!isCarta(carta)) return vai(res, 'carta', sessione);
      await scegli(wallet, sessione, { carta, metodo: 'carta' });
      vai(res, 'psp', sessione);
    }),
  );
  router.get(
    '/psp',
    conPasso((passo, _req, res) => {
      if (passo.sessione.canaleEc !== null) return vai(res, 'riepilogo', passo.sessione);
      const offerte = offerteDi(wallet, passo.sessione);
      if (offerte.length === 0) return vai(res, 'metodo', passo.sessione);
      const scelta = offerte.find(({ servizio }) => servizio.canale === passo.sessione.canale) ?? offerte[0];
      mostra(wallet, res, 'psp', passo, { offerte, scelta });
    }),
  );
  router.post(
    '/psp',
    conPasso(async ({ sessione }, req, res) => {
      const canale = campoTesto(req, 'canale');
      const offerta = offerteDi(wallet, sessione).find(({ servizio }) => servizio.canale === canale);
      if (offerta === undefined) return vai(res, 'psp', sessione);
      await scegli(wallet, sessione, { canale: offerta.servizio.canale, commissione: offerta.commissione });
      vai(res, 'riepilogo', sessione);
    }),
  );
}

async function accedi(wallet: Wallet, passo: Passo, req: Request, res: Response): Promise<void> {
  const { sessione } = passo;
  const modo = campoTesto(req, 'modo');
  if (modo === 'spid') {
    await scegli(wallet, sessione, { accesso: 'SPID simulato' });
    return vai(res, 'metodo', sessione);
  }
  const indirizzo = email.safeParse((campoTesto(req, 'email') ?? '').trim());
  if (!indirizzo.success) {
    const scritto = (campoTesto(req, 'email') ?? '').slice(0, 254);
    res.status(422);
    return mostra(wallet, res, 'accesso', passo, { errore: 'email', email: scritto });
  }
  await scegli(wallet, sessione, { accesso: indirizzo.data });
  vai(res, 'metodo', sessione);
}

function metodiOfferti(wallet: Wallet, sessione: Sessione): readonly Metodo[] {
  return METODI.filter((metodo) => wallet.contesto.psp.offerte(metodo, sessione.totale).length > 0);
}

function offerteDi(wallet: Wallet, sessione: Sessione): readonly Offerta[] {
  const metodo = METODI.find((uno) => uno === sessione.metodo);
  return metodo === undefined ? [] : wallet.contesto.psp.offerte(metodo, sessione.totale);
}
