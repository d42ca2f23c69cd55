import express, { type CookieOptions, type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { anomaliaDi } from '../../spid/anomalie.ts';
import { RispostaRifiutata } from '../../spid/rifiuto.ts';
import { AnomaliaSpid } from '../../spid/servizio-spid.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi, requireAccess } from '../http/access.ts';
import { cookieOf } from '../http/csrf.ts';
import { limitPerMinute } from '../http/rate-limits.ts';
import { percorsi } from '../percorsi.ts';
import { confermabileDi } from '../viste/conferma-spid.ts';
import { comeIn } from './ingresso.ts';

/** A signed response with a long certificate chain is 20 KB; in base64, with room. */
const MASSIMO_RISPOSTA = '384kb';
/** A little longer than a request waits for its answer. */
const BISCOTTO_MS = 15 * 60_000;

const risposta = z.object({ SAMLResponse: z.string().min(1), RelayState: z.string().max(200).default('') });
const inizio = z.strictObject({ fornitore: z.string().max(1024) });
const consegna = z.object({ codice: z.string().max(100) });

/**
 * Where providers' answers come in: posts of another site, without cookies, session or token of ours. Nothing of the session is
 * touched here: the browser goes on with a code that is good for a minute, and only together with the cookie that it was given
 * when it began (AB-27). To be put before the forms' tokens are checked.
 */
export function spidRisposteRouter(dip: Dipendenze): Router {
  const router = Router();
  const corpo = express.urlencoded({ extended: false, limit: MASSIMO_RISPOSTA, parameterLimit: 10 });
  router.post(percorsi.spidAcs, limitPerMinute(dip.limiti.accessiAlMinuto), corpo, async (req, res) => {
    await orSayWhy(dip, res, async () => {
      const letta = risposta.safeParse(req.body);
      if (!letta.success) throw new RispostaRifiutata('busta', 'no SAMLResponse');
      const { SAMLResponse: samlResponse, RelayState: relayState } = letta.data;
      const codice = await dip.app.spid.ricevi({ samlResponse, relayState });
      res.redirect(303, `${percorsi.spidEntra}?codice=${encodeURIComponent(codice)}`);
    });
  });
  return router;
}

/** The login with SPID, its metadata, the step-up and the logouts. */
export function spidRouter(dip: Dipendenze): Router {
  const router = Router();
  const { spid, accesso, impostazioni } = dip.app;
  const biscotto = biscottoDi(impostazioni.urlPortale.startsWith('https:'));
  const limite = limitPerMinute(dip.limiti.accessiAlMinuto);

  router.get(percorsi.spidMetadati, limite, async (_req, res) => {
    res.type('application/samlmetadata+xml').send(await spid.metadati());
  });

  router.post(percorsi.spidAccedi, limite, async (req, res) => {
    const { indirizzo, legame } = await spid.inizia(inizio.parse(req.body));
    res.cookie(biscotto.nome, legame, { ...biscotto.opzioni, maxAge: BISCOTTO_MS });
    res.redirect(303, indirizzo);
  });

  router.post(percorsi.spidConferma, requireAccess, limite, async (req, res) => {
    const identita = confermabileDi(contestoDi(req), spid.fornitori);
    if (identita === undefined) {
      res.redirect(303, percorsi.bollettini);
      return;
    }
    const conferma = { torna: percorsi.bollettini, cf: identita.cf };
    const { indirizzo, legame } = await spid.inizia({ fornitore: identita.idpEntityId, livello: 2, conferma });
    res.cookie(biscotto.nome, legame, { ...biscotto.opzioni, maxAge: BISCOTTO_MS });
    res.redirect(303, indirizzo);
  });

  router.get(percorsi.spidEntra, limite, async (req, res) => {
    await orSayWhy(dip, res, async () => {
      const letta = consegna.safeParse(req.query);
      const arrivo = await spid.arrivo(letta.data?.codice ?? '', cookieOf(req, biscotto.nome) ?? '');
      res.clearCookie(biscotto.nome, biscotto.opzioni);
      await comeIn(dip, req, res, {
        prova: () => accesso.accessoConIdentita(arrivo.identita),
        torna: arrivo.torna,
        entrato: () => spid.lega(req.sessionID, arrivo),
      });
    });
  });

  router.get(percorsi.spidUscita, limite, async (req, res) => {
    const altrove = await spid.riceviUscita(queryOf(req));
    res.redirect(303, altrove ?? percorsi.uscita);
  });
  return router;
}

/** The cookie that binds a login to the browser that began it. */
function biscottoDi(https: boolean): { readonly nome: string; readonly opzioni: CookieOptions } {
  return {
    nome: https ? '__Host-trimestre-spid' : 'trimestre-spid',
    opzioni: { httpOnly: true, sameSite: 'lax', secure: https, path: '/' },
  };
}

function queryOf({ originalUrl }: Request): string {
  const inizioQuery = originalUrl.indexOf('?');
  return inizioQuery < 0 ? '' : originalUrl.slice(inizioQuery + 1);
}

/** What the provider refused, and what we refuse of it, ends on a page that says so and leads back; nobody came in. */
async function orSayWhy(dip: Dipendenze, res: Response, lavoro: () => Promise<void>): Promise<void> {
  try {
    await lavoro();
  } catch (errore) {
    const anomalia = errore instanceof AnomaliaSpid ? errore.codice : undefined;
    const caso = errore instanceof RispostaRifiutata ? errore.message : undefined;
    if (anomalia === undefined && caso === undefined) throw errore;
    dip.log.info({ richiesta: res.locals.richiesta, caso: caso ?? `anomalia ${anomalia}` }, 'accesso SPID rifiutato');
    res.status(403).render('pagine/spid-esito', {
      errore: true,
      cornice: null,
      utente: null,
      csrf: '',
      ...(anomalia === undefined ? NON_VALIDA : { ...anomaliaDi(anomalia), codice: anomalia === 0 ? null : anomalia }),
    });
  }
}

const NON_VALIDA = {
  titolo: 'L’accesso con SPID non è riuscito',
  spiegazione:
    'La risposta del gestore dell’identità non è valida, è arrivata troppo tardi, è già stata usata oppure è di un accesso cominciato con un altro browser. Non è stato fatto nulla: ricominciare dall’accesso.',
  riprovare: true,
  codice: null,
};
