import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import { shedLoad } from '../ascolto/carico.ts';
import { onlySoundRequests } from '../ascolto/richieste-sane.ts';
import { packagePath } from '../valori/package-root.ts';
import { ErroreDati, NonTrovato } from '../valori/errore-dati.ts';
import type { Contesto } from './contesto.ts';
import { GESTORI } from './gestori.ts';
import { metadatiDelGestore } from './metadati-gestore.ts';
import { gestoreDi, rotteAccesso } from './rotte-accesso.ts';
import { rotteUscita } from './rotte-uscita.ts';

/** All that the simulated providers answer. @param servizio base URL of the service, where forms of ours post */
export function createApp(contesto: Contesto, servizio: string): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(
    onlySoundRequests(),
    shedLoad((req) => req.socket.remoteAddress ?? ''),
  );
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'style-src': ["'self'"],
          'script-src': ["'self'"],
          'form-action': ["'self'", new URL(servizio).origin],
          'frame-ancestors': ["'none'"],
          'base-uri': ["'none'"],
        },
      },
      strictTransportSecurity: false,
      referrerPolicy: { policy: 'no-referrer' },
      xFrameOptions: { action: 'deny' },
    }),
  );
  app.use('/statici', express.static(packagePath('templates', 'identita', 'statici'), { index: false }));
  app.use((_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  app.get('/', (_req, res) => {
    const persone = contesto.persone;
    res
      .type('html')
      .send(contesto.vista('inizio', { titolo: 'Gestori di identità simulati', gestori: GESTORI, persone, servizio }));
  });
  app.get('/:sigla/metadata', (req, res) => {
    const gestore = gestoreDi(req);
    const xml = metadatiDelGestore(contesto.baseUrl(), gestore, contesto.credenziali(gestore));
    res.type('application/samlmetadata+xml').send(xml);
  });
  app.use(express.urlencoded({ extended: false, limit: '16kb' }));
  app.use(rotteAccesso(contesto), rotteUscita(contesto));
  app.use((_req, _res, next) => {
    next(new NonTrovato('Pagina'));
  });
  app.use(errori(contesto));
  return app;
}

function errori(contesto: Contesto): ErrorRequestHandler {
  return (errore: unknown, _req, res, _next) => {
    const stato = errore instanceof ErroreDati ? errore.statoHttp : 500;
    const frase = errore instanceof ErroreDati ? errore.message : 'Il gestore simulato non ha potuto rispondere.';
    res
      .status(stato)
      .type('html')
      .send(contesto.vista('errore', { titolo: 'Non si può continuare', frase }));
  };
}
