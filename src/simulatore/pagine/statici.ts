import express, { type Router } from 'express';
import { packagePath } from '../../valori/package-root.ts';
import { risorsa } from '../../valori/risorsa.ts';

const UN_GIORNO_MS = 24 * 60 * 60 * 1000;

/** Our own style sheet, and Titillium Web from the kit that the portal uses too. */
export function rotteStatici(): Router {
  const router = express.Router();
  const opzioni = { maxAge: UN_GIORNO_MS, index: false, redirect: false, dotfiles: 'ignore' } as const;
  router.use('/font', express.static(risorsa('kit', 'fonts', 'Titillium_Web'), opzioni));
  router.use('/', express.static(packagePath('templates', 'simulatore', 'statici'), opzioni));
  return router;
}
