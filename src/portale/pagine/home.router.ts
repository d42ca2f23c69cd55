import { Router } from 'express';
import { percorsi } from '../percorsi.ts';
import { renderAperta } from './pagina.ts';

/** The first page. */
export function homeRouter(): Router {
  const router = Router();
  router.get(percorsi.home, (req, res) => {
    renderAperta(req, res, 'home', 'Contributi del lavoro domestico');
  });
  return router;
}
