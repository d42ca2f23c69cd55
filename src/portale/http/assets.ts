import { readFileSync } from 'node:fs';
import express, { type Router } from 'express';
import { packagePath } from '../../valori/package-root.ts';
import { risorsa } from '../../valori/risorsa.ts';

const UN_GIORNO_MS = 24 * 60 * 60 * 1000;

/** The sheets of `templates/portale/stile`, one a concept, in the order in which they override each other. */
const FOGLI = [
  ...[
    'base',
    'cornice',
    'schede',
    'riquadri',
    'messaggi',
    'tabelle',
    'passi',
    'da-fare',
    'lotti',
    'strumenti',
    'norme',
    'moduli',
  ],
  ...['manuale', 'schermi-stretti', 'stampa'],
];

/** Style sheets, fonts and icons: the same for everybody, so the only answers a cache may keep. */
export function assetsRouter(): Router {
  const router = express.Router();
  const opzioni = { maxAge: UN_GIORNO_MS, index: false, redirect: false, dotfiles: 'ignore' } as const;
  const stile = FOGLI.map((nome) => readFileSync(packagePath('templates', 'portale', 'stile', `${nome}.css`), 'utf8'));
  const portaleCss = stile.join('\n');
  router.get('/portale.css', (_req, res) => {
    res
      .type('css')
      .set('Cache-Control', `public, max-age=${UN_GIORNO_MS / 1000}`)
      .send(portaleCss);
  });
  router.use('/kit', express.static(risorsa('kit'), opzioni));
  router.use('/', express.static(packagePath('templates', 'portale', 'statici'), opzioni));
  return router;
}
