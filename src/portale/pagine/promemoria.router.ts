import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi, requireAccess, requirePermission } from '../http/access.ts';
import { sayWhenToRetry } from '../http/error-pages.ts';
import { limitPerMinute } from '../http/rate-limits.ts';
import { percorsi } from '../percorsi.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { renderAperta, renderScheda, takeMessaggio } from './pagina.ts';

const modulo = z.strictObject({ email: z.string().max(254) });
const vuoto = z.strictObject({});
const indirizzo = z.email();

/** Reminders by e-mail: the address, and its confirmation. */
export function promemoriaRouter(dip: Dipendenze): Router {
  const router = Router();
  const { promemoria } = dip;
  const permesso = [requireAccess, requirePermission('prospetti')];

  const show = async (req: Request, res: Response, email: string, errore?: ErroreDati): Promise<void> => {
    const contatto = await promemoria.di(contestoDi(req));
    const scheda = { nome: 'messaggi', modello: 'promemoria', titolo: 'Promemoria per posta elettronica' } as const;
    await renderScheda(dip, { req, res }, scheda, {
      ...comeErrori(errore),
      avviso: takeMessaggio(req),
      email: email === '' ? (contatto?.email ?? '') : email,
      contatto: contatto ?? null,
    });
  };

  router.get(percorsi.promemoria, ...permesso, async (req, res) => {
    await show(req, res, '');
  });

  router.post(percorsi.promemoria, ...permesso, async (req, res) => {
    const { email } = modulo.parse(req.body);
    try {
      await promemoria.chiedi(contestoDi(req), parseEmail(email));
    } catch (errore) {
      if (!(errore instanceof ErroreDati) || errore.statoHttp >= 500) throw errore;
      sayWhenToRetry(res, errore);
      res.status(errore.statoHttp);
      await show(req, res, email, errore);
      return;
    }
    req.session.messaggio = 'Fatto: è partita la lettera di conferma. I promemoria cominciano quando la si conferma.';
    res.redirect(303, `${percorsi.promemoria}#esito`);
  });

  router.post(percorsi.togliPromemoria, ...permesso, async (req, res) => {
    vuoto.parse(req.body);
    await promemoria.togli(contestoDi(req));
    req.session.messaggio = 'Fatto: nessun promemoria sarà più spedito, e l’indirizzo è cancellato.';
    res.redirect(303, `${percorsi.promemoria}#esito`);
  });

  // A page with a button: programs that look at the links of letters before people do say yes to nothing.
  router.get(percorsi.confermaPromemoria(':chiave'), async (req, res) => {
    await promemoria.conChiave(String(req.params.chiave));
    renderAperta(req, res, 'promemoria-link', 'Conferma i promemoria', {
      che: 'conferma',
      fatto: false,
      azione: req.path,
    });
  });

  router.post(percorsi.confermaPromemoria(':chiave'), async (req, res) => {
    await promemoria.conferma(String(req.params.chiave));
    renderAperta(req, res, 'promemoria-link', 'Promemoria confermati', {
      che: 'conferma',
      fatto: true,
      azione: req.path,
    });
  });

  router.get(percorsi.disiscrivi(':chiave'), (req, res) => {
    renderAperta(req, res, 'promemoria-link', 'Fine dei promemoria', { che: 'fine', fatto: false, azione: req.path });
  });
  return router;
}

/**
 * The end of the reminders, from the page of the link or by the one click of a mail program (RFC 8058), which has no session and
 * no token of our forms: the key alone decides. To be put before the forms' tokens are checked.
 */
export function disiscrizioneRouter(dip: Dipendenze): Router {
  const router = Router();
  router.post(percorsi.disiscrivi(':chiave'), limitPerMinute(dip.limiti.accessiAlMinuto), async (req, res) => {
    await dip.promemoria.disiscrivi(String(req.params['chiave']));
    renderAperta(req, res, 'promemoria-link', 'Promemoria finiti', { che: 'fine', fatto: true, azione: req.path });
  });
  return router;
}

/** @throws ErroreDati `email-non-valida` */
function parseEmail(scritta: string): string {
  const letta = indirizzo.safeParse(scritta.trim());
  if (letta.success) return letta.data;
  throw new ErroreDati('email-non-valida', { email: scritta.slice(0, 60), campo: 'email' });
}
