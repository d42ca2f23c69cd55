import express, { type Express } from 'express';
import { shedLoad } from '../ascolto/carico.ts';
import { onlySoundRequests } from '../ascolto/richieste-sane.ts';
import { rotteAdmin } from './amministrazione/rotte-admin.ts';
import { rotteApi } from './amministrazione/rotte-api.ts';
import { stessaOrigine } from './amministrazione/stessa-origine.ts';
import { OPERAZIONI_PSP } from './avvisi/operazioni-psp.ts';
import { fonteCheckout } from './checkout/fonte-checkout.ts';
import { rotteCheckout } from './checkout/rotte-checkout.ts';
import type { Contesto } from './contesto.ts';
import { pagineErrori, problemi, soapErrori } from './errori.ts';
import { OPERAZIONI_PA } from './nodo/operazioni.ts';
import { rotteSoap } from './nodo/rotte-soap.ts';
import { intestazioniSicure } from './pagine/intestazioni.ts';
import { linguaChiesta } from './pagine/lingua-chiesta.ts';
import { rotteInizio } from './pagine/rotte-inizio.ts';
import { rotteStatici } from './pagine/statici.ts';
import { createViste } from './pagine/viste.ts';
import { fonteRpt } from './pagine/wallet/fonte-rpt.ts';
import { rottePagamento } from './pagine/wallet/rotte-pagamento.ts';
import { rotteScelta } from './pagine/wallet/rotte-scelta.ts';
import { PERCORSO_ENTI } from './prova/enti-di-prova.ts';
import { rotteEnti } from './prova/rotte-enti.ts';
import { rotteProva } from './prova/rotte-prova.ts';
import { OPERAZIONI_PSP_PRIMO_MODELLO } from './psp-primo-modello/operazioni.ts';
import { rotteSportello } from './sportello/rotte-sportello.ts';
import { rotteWsdl } from './wsdl/rotte-wsdl.ts';

/** Path of the node's SOAP endpoint under its base URL; any further segment is accepted. */
export const PERCORSO_NODO = '/webservices/input';
/** Path of Checkout's API, to which `/v1/carts` or `/v2/carts` is added. */
export const PERCORSO_CHECKOUT = '/checkout/ec';

/** Everything the simulator answers: SOAP, Checkout, the citizen's pages, the counter, the operator's pages and API. */
export function createApp(contesto: Contesto): Express {
  const app = express();
  const viste = createViste();
  const fonti = { rpt: fonteRpt(contesto), checkout: fonteCheckout(contesto) };
  const wallet = { contesto, viste, fonti };
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(
    onlySoundRequests(),
    shedLoad((req) => req.socket.remoteAddress ?? ''),
  );
  app.use(PERCORSO_NODO, rotteWsdl(contesto, PERCORSO_NODO));
  app.use(PERCORSO_NODO, rotteSoap(contesto, { ...OPERAZIONI_PA, ...OPERAZIONI_PSP, ...OPERAZIONI_PSP_PRIMO_MODELLO }));
  app.use(PERCORSO_NODO, soapErrori(contesto));
  app.use(PERCORSO_CHECKOUT, rotteCheckout(contesto), problemi(contesto));
  app.use('/statici', rotteStatici());
  app.use(intestazioniSicure(contesto.configurazione.stazioni));
  app.use(PERCORSO_ENTI, rotteEnti(contesto, viste));
  app.use('/api', rotteApi(contesto, fonti));
  app.use(express.urlencoded({ extended: false, limit: '16kb' }));
  app.use('/wallet', rotteScelta(wallet), rottePagamento(wallet));
  app.use('/prova', rotteProva(contesto, viste, PERCORSO_NODO));
  app.use('/sportello', stessaOrigine(contesto.baseUrl), rotteSportello(contesto, viste));
  app.use('/admin', stessaOrigine(contesto.baseUrl), rotteAdmin(contesto, viste));
  app.use(rotteInizio(contesto, viste));
  app.use(
    (req, res) =>
      void res
        .status(404)
        .type('html')
        .send(viste('errore', linguaChiesta(req), { chiave: 'non-trovato' })),
  );
  app.use(pagineErrori(contesto, viste));
  return app;
}
