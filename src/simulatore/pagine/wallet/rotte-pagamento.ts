import { type Request, type Response, Router } from 'express';
import { centesimi, somma } from '../../../valori/denaro.ts';
import type { Sessione } from '../../archivio/sessioni.ts';
import { CARTE, isCarta } from '../../catalogo/carte.ts';
import type { Offerta } from '../../catalogo/psp.ts';
import type { EsitoPagamento } from '../../scenari/scenario.ts';
import { apertaDi, campoTesto, mostra, type Passo, sessioneDi, vai, type Wallet } from './pagina.ts';

/** Summary, payment, outcome, and the way out that is open at any moment. */
export function rottePagamento(wallet: Wallet): Router {
  const router = Router();
  const conPasso =
    (fai: (passo: Passo, req: Request, res: Response) => unknown) => async (req: Request, res: Response) => {
      const passo = await apertaDi(wallet, req, res);
      if (passo !== undefined) await fai(passo, req, res);
    };
  const conOfferta = (fai: (passo: Passo, offerta: Offerta, req: Request, res: Response) => unknown) =>
    conPasso((passo, req, res) => {
      const offerta = offertaScelta(wallet, passo.sessione);
      return offerta === undefined ? vai(res, 'metodo', passo.sessione) : fai(passo, offerta, req, res);
    });
  const concludi = async (sessione: Sessione, esito: EsitoPagamento, res: Response): Promise<void> => {
    const pagina = await wallet.fonti[sessione.tipo].concludi(sessione, esito);
    if (pagina === undefined) vai(res, 'esito', sessione);
    else res.redirect(303, pagina);
  };

  router.get(
    '/riepilogo',
    conOfferta((passo, offerta, _req, res) => mostra(wallet, res, 'riepilogo', passo, conTotale(passo, offerta))),
  );
  router.post(
    '/paga',
    conOfferta(({ sessione }, offerta, req, res) => {
      if (campoTesto(req, 'canale') !== offerta.servizio.canale) return vai(res, 'riepilogo', sessione);
      const altrove = wallet.fonti[sessione.tipo].altrove(sessione);
      if (offerta.servizio.autorizzazione === 'psp-online' && !altrove) return vai(res, 'banca', sessione);
      return concludi(sessione, esitoDi(wallet, sessione, cartaScelta(sessione)), res);
    }),
  );
  router.get(
    '/banca',
    conOfferta((passo, offerta, _req, res) => mostra(wallet, res, 'banca', passo, conTotale(passo, offerta))),
  );
  router.post(
    '/banca',
    conOfferta(({ sessione }, _offerta, req, res) => {
      const nega = campoTesto(req, 'scelta') === 'nega';
      return concludi(sessione, esitoDi(wallet, sessione, nega ? 'rifiutato-emittente' : 'eseguito'), res);
    }),
  );
  router.get(
    '/uscita',
    conPasso((passo, _req, res) => mostra(wallet, res, 'uscita', passo)),
  );
  router.post(
    '/annulla',
    conPasso(({ sessione }, _req, res) => concludi(sessione, 'annullato', res)),
  );
  router.get('/esito', (req, res) => {
    const passo = sessioneDi(wallet, req);
    const { sessione } = passo;
    if (sessione.esito === null) return vai(res, 'welcome', sessione);
    const importo = somma([sessione.totale, sessione.commissione ?? centesimi(0)]);
    mostra(wallet, res, 'esito', passo, { esito: wallet.fonti[sessione.tipo].esito(sessione), importo });
  });
  return router;
}

function offertaScelta({ contesto }: Wallet, sessione: Sessione): Offerta | undefined {
  const senzaCarta = sessione.metodo === 'carta' && sessione.carta === null;
  if (sessione.canale === null || sessione.accesso === null || senzaCarta) return undefined;
  const offerta = contesto.psp.offerta(sessione.canale, sessione.totale);
  return offerta?.servizio.metodo === sessione.metodo ? offerta : undefined;
}

function conTotale({ sessione }: Passo, offerta: Offerta) {
  return { offerta, totaleConCommissione: somma([sessione.totale, offerta.commissione]) };
}

function cartaScelta(sessione: Sessione): EsitoPagamento {
  return isCarta(sessione.carta) && sessione.metodo === 'carta' ? CARTE[sessione.carta] : 'eseguito';
}

/** A scenario rule on anything that is paid decides before what the citizen picked. */
function esitoDi(wallet: Wallet, sessione: Sessione, scelto: EsitoPagamento): EsitoPagamento {
  for (const circostanza of wallet.fonti[sessione.tipo].circostanze(sessione)) {
    const deciso = wallet.contesto.regole.prendi('pagamento', circostanza);
    if (deciso !== undefined) return deciso;
  }
  return scelto;
}
