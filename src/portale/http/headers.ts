import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Security headers of every answer. No inline script or style is allowed anywhere; a form may post to us alone, and the
 * redirect that follows may reach the node and the identity providers (`form-action` is checked by browsers on redirects too).
 * @param altrove pages of others that a form leads to
 * @param https whether the portal's public address is https
 */
export function securityHeaders(altrove: readonly string[], https: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'form-action': ["'self'", ...new Set(altrove.map((pagina) => new URL(pagina).origin))],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
        'object-src': ["'none'"],
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}

/** What a page says is of one person and one moment: no browser, proxy or CDN may keep it (abuse case AB-43). */
export const noStore: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  res.vary('Cookie');
  next();
};
