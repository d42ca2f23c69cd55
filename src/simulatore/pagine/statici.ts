import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { type Router } from 'express';
import { packagePath } from '../../valori/package-root.ts';

const UN_GIORNO_MS = 24 * 60 * 60 * 1000;
const font = join(
  dirname(createRequire(import.meta.url).resolve('bootstrap-italia/package.json')),
  'dist/fonts/Titillium_Web',
);

/** Our own style sheet, and Titillium Web from the kit that the portal uses too. */
export function rotteStatici(): Router {
  const router = express.Router();
  const opzioni = { maxAge: UN_GIORNO_MS, index: false, redirect: false, dotfiles: 'ignore' } as const;
  router.use('/font', express.static(font, opzioni));
  router.use('/', express.static(packagePath('templates', 'simulatore', 'statici'), opzioni));
  return router;
}
