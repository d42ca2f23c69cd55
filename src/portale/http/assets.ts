import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { type Router } from 'express';
import { packagePath } from '../../valori/package-root.ts';

const bootstrapItalia = dirname(createRequire(import.meta.url).resolve('bootstrap-italia/package.json'));
const UN_GIORNO_MS = 24 * 60 * 60 * 1000;

/** Style sheets, fonts and icons: the same for everybody, so the only answers a cache may keep. */
export function assetsRouter(): Router {
  const router = express.Router();
  const opzioni = { maxAge: UN_GIORNO_MS, index: false, redirect: false, dotfiles: 'ignore' } as const;
  router.use('/kit', express.static(join(bootstrapItalia, 'dist'), opzioni));
  router.use('/', express.static(packagePath('templates', 'portale', 'statici'), opzioni));
  return router;
}
