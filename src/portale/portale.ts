import { join } from 'node:path';
import express, { type Express } from 'express';
import type { Store } from 'express-session';
import { LIMITI_CARICO, shedLoad } from '../ascolto/carico.ts';
import { onlySoundRequests } from '../ascolto/richieste-sane.ts';
import type { Dipendenze, DipendenzePortale } from './dipendenze.ts';
import { createImportatoreClienti } from './elenchi-clienti.ts';
import { apiRouter, OPERAZIONI } from './api/api.router.ts';
import { rifiutaNellaForma } from './api/problem-json.ts';
import { Arrivi } from './http/arrivi.ts';
import { assetsRouter } from './http/assets.ts';
import { clienteDi } from './http/cliente.ts';
import { compressText } from './http/compression.ts';
import { csrfProtection, formTokens } from './http/csrf.ts';
import { errorPages, notFound } from './http/error-pages.ts';
import { fewAtATurn } from './http/few-at-a-turn.ts';
import { noStore, securityHeaders } from './http/headers.ts';
import { onlyOurHost } from './http/host.ts';
import { requestLog } from './http/log.ts';
import { nodoRouter } from './http/nodo.router.ts';
import { limitPages } from './http/rate-limits.ts';
import { answerPlaces } from './http/risposte.ts';
import { senzaReteRouter } from './http/senza-rete.router.ts';
import { saluteRouter } from './http/salute.router.ts';
import { absoluteExpiry, sessions } from './http/session.ts';
import { keepWhatWasTyped } from './http/sospesa.ts';
import { useViews } from './http/views.ts';
import { createLettoreAvvisi } from './lettura-avvisi.ts';
import { accessoRouter } from './pagine/accesso.router.ts';
import { bollettiniRouter } from './pagine/bollettini.router.ts';
import { calcoloRouter } from './pagine/calcolo.router.ts';
import { confermaRouter } from './pagine/conferma.router.ts';
import { dettaglioRouter } from './pagine/dettaglio.router.ts';
import { clienteRouter } from './pagine/cliente.router.ts';
import { clientiRouter } from './pagine/clienti.router.ts';
import { documentiRouter } from './pagine/documenti.router.ts';
import { importaClientiRouter } from './pagine/importa-clienti.router.ts';
import { daFareRouter } from './pagine/da-fare.router.ts';
import { homeRouter } from './pagine/home.router.ts';
import { leggiAvvisoRouter } from './pagine/leggi-avviso.router.ts';
import { lottiRouter } from './pagine/lotti.router.ts';
import { manualeRouter } from './pagine/manuale.router.ts';
import { indirizzoRouter } from './pagine/indirizzo.router.ts';
import { modificaRouter } from './pagine/modifica.router.ts';
import { normeRouter } from './pagine/norme.router.ts';
import { nuovoLottoRouter } from './pagine/nuovo-lotto.router.ts';
import { bollettiniOperatoriRouter } from './pagine/bollettini-operatori.router.ts';
import { operatoriRouter } from './pagine/operatori.router.ts';
import { pagamentiRouter } from './pagine/pagamenti.router.ts';
import { pagamentoOnlineRouter } from './pagine/pagamento-online.router.ts';
import { fineRapportoRouter } from './pagine/fine-rapporto.router.ts';
import { prospettiRouter } from './pagine/prospetti.router.ts';
import { rimborsoRouter } from './pagine/rimborso.router.ts';
import { ritornoRouter } from './pagine/ritorno.router.ts';
import { spidRisposteRouter, spidRouter } from './pagine/spid.router.ts';
import { strumentiRouter } from './pagine/strumenti.router.ts';
import { percorsi } from './percorsi.ts';

const MASSIMO_MODULO = '64kb';
const MASSIMO_CAMPI = 300;
/** Calls of programs and of the node begun before the loop looks again at who else has come. */
const CHIAMATE_PER_GIRO = 1;

/** What the portal needs besides its services. */
export interface Sessioni {
  readonly store: Store;
  readonly segreto: string;
}

/** The portal as an Express application: pages, JSON API, and the node's way in. Listens to nothing by itself. */
export function createPortale(base: DipendenzePortale, sessioni: Sessioni): Express {
  const dip: Dipendenze = {
    ...base,
    arrivi: new Arrivi(join(base.app.impostazioni.cartellaDati, 'arrivi')),
    leggiAvvisi: createLettoreAvvisi(),
    importaClienti: createImportatoreClienti(base.app),
  };
  const { impostazioni, clock } = dip.app;
  const https = impostazioni.urlPortale.startsWith('https:');
  const portale = express();
  portale.disable('x-powered-by');
  portale.disable('etag');
  portale.set('trust proxy', impostazioni.proxy);
  portale.set('query parser', 'simple');
  useViews(portale, { simulato: !impostazioni.ente.reale });

  portale.use(requestLog(dip.log, ownWords()));
  portale.use(securityHeaders([impostazioni.urlNodo, ...spidPages(dip)], https));
  portale.use(onlySoundRequests(rifiutaNellaForma));
  portale.use(onlyOurHost(impostazioni.urlPortale, rifiutaNellaForma));
  portale.use(shedLoad(clienteDi, LIMITI_CARICO, rifiutaNellaForma));
  const comprime = compressText();
  portale.use(percorsi.statici, comprime, assetsRouter());
  portale.use(percorsi.senzaRete, comprime, senzaReteRouter());
  portale.use(noStore);
  portale.use(saluteRouter(dip));
  const turno = fewAtATurn(CHIAMATE_PER_GIRO);
  portale.use(nodoRouter(dip, turno));
  portale.use(comprime);
  portale.use(percorsi.api, apiRouter(dip, turno));

  portale.use(sessions({ ...sessioni, https }));
  portale.use(absoluteExpiry(() => clock.now()));
  portale.use(formTokens(sessioni.segreto, https));
  portale.use(answerPlaces(sessioni.segreto));
  portale.use(limitPages(dip.limiti.pagineAlMinuto));
  portale.use(spidRisposteRouter(dip));
  portale.use(leggiAvvisoRouter(dip));
  portale.use(nuovoLottoRouter(dip));
  portale.use(importaClientiRouter(dip));
  portale.use(express.urlencoded({ extended: false, limit: MASSIMO_MODULO, parameterLimit: MASSIMO_CAMPI }));
  portale.use(keepWhatWasTyped);
  portale.use(csrfProtection);
  usePages(portale, dip);
  portale.use(notFound);
  portale.use(errorPages(dip));
  return portale;
}

/** The words of our own addresses, which a log may repeat. */
function ownWords(): ReadonlySet<string> {
  const modelli = Object.values(percorsi).map((uno) => (typeof uno === 'string' ? uno : uno('', '')));
  return new Set([...modelli, ...OPERAZIONI.map(({ percorso }) => percorso)].flatMap((uno) => uno.split('/')));
}

/** Where forms of ours lead by a redirect: to the providers' pages, to come in and to go out. */
function spidPages({ app }: Dipendenze): readonly string[] {
  return app.spid.fornitori.flatMap(({ accesso, uscita }) => (uscita === undefined ? [accesso] : [accesso, uscita]));
}

function usePages(portale: Express, dip: Dipendenze): void {
  portale.use(homeRouter());
  portale.use(normeRouter());
  portale.use(strumentiRouter(dip));
  portale.use(accessoRouter(dip));
  portale.use(spidRouter(dip));
  portale.use(daFareRouter(dip));
  portale.use(confermaRouter(dip));
  portale.use(clientiRouter(dip));
  portale.use(clienteRouter(dip));
  portale.use(documentiRouter(dip));
  portale.use(indirizzoRouter(dip));
  portale.use(modificaRouter(dip));
  portale.use(bollettiniRouter(dip));
  portale.use(dettaglioRouter(dip));
  portale.use(calcoloRouter(dip));
  portale.use(ritornoRouter(dip));
  portale.use(pagamentoOnlineRouter(dip));
  portale.use(prospettiRouter(dip));
  portale.use(fineRapportoRouter(dip));
  portale.use(rimborsoRouter(dip));
  portale.use(pagamentiRouter(dip));
  portale.use(manualeRouter(dip));
  portale.use(operatoriRouter(dip));
  portale.use(bollettiniOperatoriRouter(dip));
  portale.use(lottiRouter(dip));
}
