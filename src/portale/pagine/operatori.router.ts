import { raccontaAccessi } from '../../accesso/racconta-accessi.ts';
import { Router, type Request } from 'express';
import { z } from 'zod';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { operatoreDi, requireOperatore } from '../http/operatore.ts';
import { limitPerMinute } from '../http/rate-limits.ts';
import { startSession } from '../http/session.ts';
import { isOperators } from '../http/sospesa.ts';
import { percorsi } from '../percorsi.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { toVistaAnomalia, toVistaRendicontazione } from '../viste/operatori.ts';
import { renderAperta, takeMessaggio } from './pagina.ts';

const EVENTI_PER_PAGINA = 100;
const TENTATIVI_AL_MINUTO = 10;

const testoBreve = z.string().trim().max(60).default('');
const filtro = z.object({
  iuv: testoBreve,
  ccp: testoBreve,
  idCarrello: testoBreve,
  dopo: z.coerce.number().int().nonnegative().default(0),
});
/** Where the way in leads: the pages of the service, or the batches of files. */
const verso = z.enum(['operatori', 'lotti']).catch('operatori');
const moduloToken = z.strictObject({ token: z.string().trim().max(200), verso });
const moduloChiusura = z.strictObject({ nota: z.string().trim().max(1000), restituito: z.literal('si').optional() });

/** For who runs the service: anomalies, the journal of messages, rendicontazione. Nothing here is an employer's page. */
export function operatoriRouter(dip: Dipendenze): Router {
  const router = Router();
  const { operatori } = dip.app;
  const soloOperatori = requireOperatore(dip);

  router.get(percorsi.operatoriAccesso, (req, res) => {
    const dati = { ...comeErrori(undefined), verso: verso.parse(req.query['verso']) };
    renderAperta(req, res, 'operatori-accesso', 'Accesso degli operatori', dati);
  });

  router.post(percorsi.operatoriAccesso, limitPerMinute(TENTATIVI_AL_MINUTO), async (req, res) => {
    const modulo = moduloToken.parse(req.body);
    const token = await dip.app.accesso.verificaToken(modulo.token);
    if (token === undefined || token.datoreId !== undefined) {
      const errore = new ErroreDati('token-non-valido/operatore', { campo: 'token' });
      res.status(errore.statoHttp);
      const dati = { ...comeErrori(errore), verso: modulo.verso };
      renderAperta(req, res, 'operatori-accesso', 'Accesso degli operatori', dati);
      return;
    }
    const inizio = dip.app.clock.now().toISOString();
    const { sospesa } = req.session;
    const torna = sospesa !== undefined && isOperators(sospesa);
    const operatore = { nome: token.nome, tokenId: token.id, inizio };
    await startSession(req, { operatore, ...(torna ? { sospesa } : {}) });
    res.redirect(303, torna ? sospesa.percorso : percorsi[modulo.verso]);
  });

  router.get(percorsi.operatori, soloOperatori, async (req, res) => {
    const tutte = req.query['tutte'] === 'si';
    const [anomalie, accessi] = await Promise.all([
      operatori.anomalie(tutte ? undefined : 'aperta'),
      dip.app.accesso.statoAccessi(),
    ]);
    renderAperta(req, res, 'operatori-anomalie', 'Anomalie', {
      operatore: nameOf(req),
      avviso: takeMessaggio(req),
      tutte,
      accessi: { ...accessi, racconto: raccontaAccessi(accessi) },
      anomalie: anomalie.map(toVistaAnomalia),
    });
  });

  router.post(percorsi.chiudiAnomalia(':id'), soloOperatori, async (req, res) => {
    const modulo = moduloChiusura.parse(req.body);
    const restituito = modulo.restituito === 'si';
    await operatori.chiudiAnomalia(String(req.params['id']), nameOf(req), modulo.nota, { restituito });
    req.session.messaggio = restituito
      ? 'L’anomalia è chiusa. Il pagamento risulta non eseguito: se non è stato pagato altrimenti, il bollettino è di nuovo nel carrello.'
      : 'L’anomalia è chiusa.';
    res.redirect(303, percorsi.operatori);
  });

  router.get(percorsi.giornale, soloOperatori, async (req, res) => {
    const scelto = filtro.parse(req.query);
    const eventi = await operatori.giornale({ ...onlyFilled(scelto), dopo: scelto.dopo, massimo: EVENTI_PER_PAGINA });
    renderAperta(req, res, 'operatori-giornale', 'Giornale degli eventi', {
      operatore: nameOf(req),
      scelto,
      eventi: eventi.map(({ messaggio: _, ...evento }) => ({
        ...evento,
        iuv: evento.iuv ?? '',
        esito: evento.esito ?? '',
      })),
      seguito: eventi.length === EVENTI_PER_PAGINA ? nextPage(scelto, eventi.at(-1)?.numero ?? 0) : null,
    });
  });

  router.get(percorsi.pagamentoOperatori(':id'), soloOperatori, async (req, res) => {
    const { riga, ricevute, eventi } = await operatori.pagamento(String(req.params['id']));
    renderAperta(req, res, 'operatori-pagamento', 'Un pagamento', {
      operatore: nameOf(req),
      tentativo: riga.tentativo,
      consegna: riga.consegna,
      ricevute,
      eventi: eventi.map(({ messaggio: _, ...evento }) => ({
        ...evento,
        iuv: evento.iuv ?? '',
        esito: evento.esito ?? '',
      })),
    });
  });

  router.get(percorsi.rendicontazione, soloOperatori, async (req, res) => {
    const rapporto = toVistaRendicontazione(await operatori.rendicontazione());
    const dati = { operatore: nameOf(req), avviso: takeMessaggio(req), rapporto };
    renderAperta(req, res, 'operatori-rendicontazione', 'Rendicontazione', dati);
  });

  router.post(percorsi.scaricaFlussi, soloOperatori, async (req, res) => {
    const { nuovi, rifiutati } = await operatori.scaricaFlussi();
    req.session.messaggio = `Flussi nuovi: ${nuovi}. Rifiutati: ${rifiutati.length}${rifiutati.length === 0 ? '' : ` (${rifiutati.join('; ')})`}.`;
    res.redirect(303, percorsi.rendicontazione);
  });
  return router;
}

/** Who acts, as the register names it. */
export function nameOf(req: Request): string {
  return `portale:${operatoreDi(req).nome}`;
}

function onlyFilled({ iuv, ccp, idCarrello }: z.output<typeof filtro>) {
  return {
    ...(iuv === '' ? {} : { iuv }),
    ...(ccp === '' ? {} : { ccp }),
    ...(idCarrello === '' ? {} : { idCarrello }),
  };
}

function nextPage(scelto: z.output<typeof filtro>, dopo: number): string {
  return `${percorsi.giornale}?${new URLSearchParams({ ...onlyFilled(scelto), dopo: String(dopo) }).toString()}`;
}
