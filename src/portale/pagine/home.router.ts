import { Router } from 'express';
import { percorsi } from '../percorsi.ts';
import { renderAperta } from './pagina.ts';

/** The first page and those that speak of the service itself. */
export function homeRouter(): Router {
  const router = Router();
  router.get(percorsi.home, (req, res) => {
    renderAperta(req, res, 'home', 'Contributi del lavoro domestico');
  });
  router.get(percorsi.accessibilita, (req, res) => {
    renderAperta(req, res, 'accessibilita', 'Accessibilità');
  });
  router.get(percorsi.privacy, (req, res) => {
    renderAperta(req, res, 'privacy', 'Riservatezza dei dati');
  });
  return router;
}
