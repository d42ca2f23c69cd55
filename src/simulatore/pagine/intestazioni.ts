import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { StazioneSimulata } from '../opzioni.ts';

/**
 * Headers of every answer to a browser: no script at all, nothing cached, no framing. Forms post to us; the link back to a
 * creditor is a plain link, but a form's redirect may reach it too.
 */
export function intestazioniSicure(stazioni: readonly StazioneSimulata[]): RequestHandler[] {
  const origini = [...new Set(stazioni.map(({ urlRitorno }) => new URL(urlRitorno).origin))];
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'style-src': ["'self'"],
          'font-src': ["'self'"],
          'img-src': ["'self'"],
          'form-action': ["'self'", ...origini],
          'frame-ancestors': ["'none'"],
          'base-uri': ["'none'"],
        },
      },
      strictTransportSecurity: false,
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    }),
    (_req, res, next) => {
      res.set('Cache-Control', 'no-store');
      next();
    },
  ];
}
