import { Router } from 'express';
import type { Contesto } from '../contesto.ts';
import { linguaChiesta } from './lingua-chiesta.ts';
import type { Viste } from './viste.ts';

/** The first page, for who opens the address and does not know what answers there. */
export function rotteInizio({ configurazione, baseUrl }: Contesto, viste: Viste): Router {
  const router = Router();
  router.get('/', (req, res) => {
    const stazioni = configurazione.stazioni.map(({ denominazione, idDominio, stazione }) => ({
      denominazione,
      idDominio,
      stazione,
    }));
    res.type('html').send(viste('inizio', linguaChiesta(req), { base: baseUrl(), stazioni }));
  });
  return router;
}
