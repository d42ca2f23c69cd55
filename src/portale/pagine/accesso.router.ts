import { Router } from 'express';
import { z } from 'zod';
import { NonTrovato } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { limitPerMinute } from '../http/rate-limits.ts';
import { percorsi } from '../percorsi.ts';
import { comeIn, NESSUN_CODICE, showAccesso } from './ingresso.ts';

const moduloCodici = z.strictObject({ codiceFiscale: z.string().max(40), codiceRapporto: z.string().max(40) });
const moduloIdentita = z.strictObject({ soggetto: z.string().max(100) });

/** The two ways in. */
export function accessoRouter(dip: Dipendenze): Router {
  const router = Router();
  const limite = limitPerMinute(dip.limiti.accessiAlMinuto);

  router.get(percorsi.accesso, (req, res) => {
    showAccesso(dip, req, res, NESSUN_CODICE);
  });

  router.post(percorsi.accessoCodiceRapporto, limite, async (req, res) => {
    const modulo = moduloCodici.parse(req.body);
    const { codiceFiscale, codiceRapporto } = modulo;
    const prova = async () => ({
      datore: await dip.app.accesso.accessoConCodiceRapporto(codiceFiscale, codiceRapporto, req.ip ?? ''),
    });
    await comeIn(dip, req, res, { prova, campi: modulo });
  });

  router.post(percorsi.accessoIdentita, limite, async (req, res) => {
    const { soggetto } = moduloIdentita.parse(req.body);
    const scelta = dip.app.accesso.identitaSimulate().find(({ identita }) => identita.subjectId === soggetto);
    if (scelta === undefined) throw new NonTrovato('Identità simulata');
    const authnInstant = dip.app.clock.now().toISOString();
    const prova = () => dip.app.accesso.accessoConIdentita({ ...scelta.identita, authnInstant });
    await comeIn(dip, req, res, { prova });
  });
  return router;
}
