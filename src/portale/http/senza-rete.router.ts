import { basename } from 'node:path';
import express, { type Router } from 'express';
import { risorsa } from '../../valori/risorsa.ts';

const UN_ANNO_S = 365 * 24 * 60 * 60;
/** `pagina-3f9c….js`: another content has another name. */
const CON_IMPRONTA = /-[0-9a-f]{12}\.(?:js|css)$/;

/** The page that computes in the browser alone (`src/senza-rete/`): it holds nothing of anybody, and asks nothing back. */
export function senzaReteRouter(): Router {
  const router = express.Router();
  router.use(
    express.static(risorsa('senza-rete'), {
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders: (res, file) => {
        const sempre = CON_IMPRONTA.test(basename(file));
        res.set('Cache-Control', sempre ? `public, max-age=${UN_ANNO_S}, immutable` : 'no-cache');
      },
    }),
  );
  return router;
}
