import { type Request, type Response, Router } from 'express';
import { somma } from '../../../valori/denaro.ts';
import type { Sessione } from '../../archivio/sessioni.ts';
import { CARTE, isCarta } from '../../catalogo/carte.ts';
import type { Offerta } from '../../catalogo/psp.ts';
import { stazioneDi } from '../../contesto.ts';
import { circostanzaDi, concludi } from '../../pagamento/concludi.ts';
import type { EsitoPagamento } from '../../scenari/scenario.ts';
import { apertaDi, campoTesto, mostra, type Passo, sessioneDi, vai, type Wallet } from './pagina.ts';

/** Summary, payment, outcome, and the way out that is open at any moment. */
export function rottePagamento(wallet: Wallet): Router {
  const router = Router();
  const conOfferta =
    (fai: (passo: Passo, offerta: Offerta, req: Request, res: Response) => void) => (req: Request, res: Response) => {
      const passo = apertaDi(wallet, req, res);
      if (passo === undefined) return;
      const offerta = offertaScelta(wallet, passo.sessione);
      if (offerta === undefined) return vai(res, 'metodo', passo.sessione);
      fai(passo, offerta, req, res);
    };

  router.get(
    '/riepilogo',
    conOfferta((passo, offerta, _req, res) => mostra(wallet, res, 'riepilogo', passo, conTotale(passo, offerta))),
  );
  router.post(
    '/paga',
    conOfferta(({ sessione }, offerta, req, res) => {
      const cambiata = campoTesto(req, 'canale') !== offerta.servizio.canale;
      if (cambiata) return vai(res, 'riepilogo', sessione);
      if (offerta.servizio.autorizzazione === 'psp-online') return vai(res, 'banca', sessione);
      concludi(wallet.contesto, sessione, esitoDi(wallet, sessione, cartaScelta(sessione)));
      vai(res, 'esito', sessione);
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
      concludi(wallet.contesto, sessione, esitoDi(wallet, sessione, nega ? 'rifiutato-emittente' : 'eseguito'));
      vai(res, 'esito', sessione);
    }),
  );
  router.get('/uscita', (req, res) => {
    const passo = apertaDi(wallet, req, res);
    if (passo !== undefined) mostra(wallet, res, 'uscita', passo);
  });
  router.post('/annulla', (req, res) => {
    const passo = apertaDi(wallet, req, res);
    if (passo === undefined) return;
    concludi(wallet.contesto, passo.sessione, 'annullato');
    vai(res, 'esito', passo.sessione);
  });
  router.get('/esito', (req, res) => {
    const passo = sessioneDi(wallet, req);
    if (passo.sessione.esito === null) return vai(res, 'welcome', passo.sessione);
    mostra(wallet, res, 'esito', passo, { ritorno: urlRitorno(wallet, passo.sessione) });
  });
  return router;
}

/** Where the browser goes back to: the station's address with idDominio, idSession, esito (SANP 2.2.6 ch. 9). */
export function urlRitorno({ contesto }: Wallet, sessione: Sessione): string {
  const stazione = stazioneDi(contesto, sessione.intermediario, sessione.stazione);
  if (stazione === undefined) return '/';
  const url = new URL(stazione.urlRitorno);
  url.searchParams.set('idDominio', sessione.dominio);
  url.searchParams.set('idSession', sessione.id);
  url.searchParams.set('esito', sessione.esito ?? 'ERROR');
  return url.href;
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

/** A scenario rule on any of the cart's RPTs decides before what the citizen picked. */
function esitoDi({ contesto }: Wallet, sessione: Sessione, scelto: EsitoPagamento): EsitoPagamento {
  for (const rpt of contesto.archivio.rpt.dellaSessione(sessione.id)) {
    const deciso = contesto.regole.prendi('pagamento', circostanzaDi(contesto, sessione, rpt));
    if (deciso !== undefined) return deciso;
  }
  return scelto;
}
