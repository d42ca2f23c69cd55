import { Router } from 'express';
import { percorsi } from '../percorsi.ts';
import { renderAperta } from './pagina.ts';

/** The pages that speak of the portal itself. */
export function servizioRouter(): Router {
  const router = Router();
  router.get(percorsi.accessibilita, (req, res) => {
    renderAperta(req, res, 'accessibilita', 'Accessibilità');
  });
  router.get(percorsi.privacy, (req, res) => {
    renderAperta(req, res, 'privacy', 'Riservatezza dei dati');
  });
  return router;
}
