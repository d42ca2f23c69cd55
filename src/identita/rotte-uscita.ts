import { randomBytes } from 'node:crypto';
import { Router } from 'express';
import { leggiSaml } from '../spid/nodo.ts';
import { esigiFirmaRedirect, indirizzoConMessaggio, leggiMessaggio } from '../spid/redirect.ts';
import { logoutResponse } from '../spid/richiesta.ts';
import type { Contesto } from './contesto.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { gestoreDi, queryDi } from './rotte-accesso.ts';
import { indirizziDi } from './gestori.ts';

/** The single logout that a service begins: checked, and answered. Above level 1 a provider keeps no session of its own. */
export function rotteUscita(contesto: Contesto): Router {
  const router = Router();
  router.get('/:sigla/uscita', async (req, res) => {
    const gestore = gestoreDi(req);
    const servizio = await contesto.servizio();
    const messaggio = leggiMessaggio(queryDi(req));
    if (servizio?.uscita === undefined || messaggio === undefined) throw new ErroreDati('spid-uscita');
    esigiFirmaRedirect(queryDi(req), messaggio.tipo, servizio.certificati);
    if (messaggio.tipo === 'SAMLResponse') {
      res.type('html').send(contesto.vista('uscita', { titolo: 'Uscita', gestore }));
      return;
    }
    const { entityId } = indirizziDi(contesto.baseUrl(), gestore);
    const xml = logoutResponse({
      id: `_${randomBytes(20).toString('hex')}`,
      quando: contesto.clock.now(),
      destinazione: servizio.uscita,
      emittente: entityId,
      inRisposta: leggiSaml(messaggio.xml).attributi.get('ID') ?? '',
    });
    const { chiave } = contesto.credenziali(gestore);
    res.redirect(303, indirizzoConMessaggio(servizio.uscita, { tipo: 'SAMLResponse', xml }, chiave));
  });
  return router;
}
