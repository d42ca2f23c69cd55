import express, { type Router } from 'express';
import { packagePath } from '../../valori/package-root.ts';
import { risorsa } from '../../valori/risorsa.ts';
import { foglioDiStile } from '../viste/foglio-di-stile.ts';

const UN_GIORNO_MS = 24 * 60 * 60 * 1000;

/** Style sheets, fonts and icons: the same for everybody, so the only answers a cache may keep. */
export function assetsRouter(): Router {
  const router = express.Router();
  const opzioni = { maxAge: UN_GIORNO_MS, index: false, redirect: false, dotfiles: 'ignore' } as const;
  const portaleCss = foglioDiStile();
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
