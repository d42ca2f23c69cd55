import { join } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import type { Store } from 'express-session';
import { LIMITI_CARICO, shedLoad } from '../ascolto/carico.ts';
import { onlySoundRequests } from '../ascolto/richieste-sane.ts';
import { createPosta } from '../posta/posta.ts';
import { isSimulazione } from '../impostazioni/uso-reale.ts';
import type { Dipendenze, DipendenzePortale } from './dipendenze.ts';
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
import { leggiAvvisoRouter } from './pagine/leggi-avviso.router.ts';
import { PAGINE_DELLA_FAMIGLIA } from './rotte-della-famiglia.ts';
import { PAGINE_DEL_SERVIZIO } from './rotte-del-servizio.ts';
import { createServizioPromemoria } from './promemoria.ts';
import { percorsiReali } from './percorsi-reali.ts';
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
    promemoria: createServizioPromemoria(base.app, createPosta(base.app.impostazioni.posta)),
  };
  const { impostazioni, clock } = dip.app;
  const https = impostazioni.urlPortale.startsWith('https:');
  const portale = express();
  portale.disable('x-powered-by');
  portale.disable('etag');
  portale.set('trust proxy', impostazioni.proxy);
  portale.set('query parser', 'simple');
  const { usoReale } = impostazioni;
  const pagine = usoReale ? PAGINE_DELLA_FAMIGLIA : PAGINE_DEL_SERVIZIO;
  useViews(portale, { simulato: isSimulazione(impostazioni), reali: usoReale ? percorsiReali : null });

  portale.use(requestLog(dip.log, ownWords()));
  portale.use(securityHeaders(usoReale ? [] : [impostazioni.urlNodo, ...spidPages(dip)], https));
  portale.use(onlySoundRequests(rifiutaNellaForma));
  portale.use(onlyOurHost(impostazioni.urlPortale, rifiutaNellaForma));
  portale.use(shedLoad(clienteDi, LIMITI_CARICO, rifiutaNellaForma));
  const comprime = compressText();
  portale.use(percorsi.statici, comprime, assetsRouter());
  portale.use(percorsi.senzaRete, comprime, senzaReteRouter());
  portale.use(noStore);
  portale.use(saluteRouter(dip));
  if (usoReale) portale.use(comprime);
  else usePrograms(portale, dip, comprime);

  portale.use(sessions({ ...sessioni, https }));
  portale.use(absoluteExpiry(() => clock.now()));
  portale.use(formTokens(sessioni.segreto, https));
  portale.use(answerPlaces(sessioni.segreto));
  portale.use(limitPages(dip.limiti.pagineAlMinuto));
  portale.use(leggiAvvisoRouter(dip));
  for (const router of pagine.conFile) portale.use(router(dip));
  portale.use(express.urlencoded({ extended: false, limit: MASSIMO_MODULO, parameterLimit: MASSIMO_CAMPI }));
  portale.use(keepWhatWasTyped);
  portale.use(csrfProtection);
  for (const router of pagine.altre) portale.use(router(dip));
  portale.use(notFound);
  portale.use(errorPages(dip));
  return portale;
}

/** What programs ask: pagoPA's node, and those that have a token. In real use there is neither. */
function usePrograms(portale: Express, dip: Dipendenze, comprime: RequestHandler): void {
  const turno = fewAtATurn(CHIAMATE_PER_GIRO);
  portale.use(nodoRouter(dip, turno));
  portale.use(comprime);
  portale.use(percorsi.api, apiRouter(dip, turno));
}

/** Where forms of ours lead by a redirect: to the providers' pages, to come in and to go out. */
function spidPages({ app }: Dipendenze): readonly string[] {
  return app.spid.fornitori.flatMap(({ accesso, uscita }) => (uscita === undefined ? [accesso] : [accesso, uscita]));
}

/** The words of our own addresses, which a log may repeat. */
function ownWords(): ReadonlySet<string> {
  const modelli = Object.values({ ...percorsi, ...percorsiReali }).map((uno) =>
    typeof uno === 'string' ? uno : uno('', ''),
  );
  return new Set([...modelli, ...OPERAZIONI.map(({ percorso }) => percorso)].flatMap((uno) => uno.split('/')));
}
