import { Router, type Request, type Response } from 'express';
import type { Consegna } from '../../pagamenti/pagamento.ts';
import type { RigaPagamento } from '../../pagamenti/servizio-pagamenti.ts';
import { NodoIrraggiungibile } from '../../pagopa/nodo-client.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi, requireAccess, requirePermission } from '../http/access.ts';
import { sayWhenToRetry } from '../http/error-pages.ts';
import { percorsi } from '../percorsi.ts';
import { visibilitaDi } from '../../accesso/visibilita.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { CONSEGNA_IN_PAROLE, toVistaPagamento } from '../viste/pagamento.ts';
import { renderScheda } from './pagina.ts';

/** The tab *Pagamento Online pagoPA*, the page that says the browser is about to leave, and the leaving. */
export function pagamentoOnlineRouter(dip: Dipendenze): Router {
  const router = Router();
  const { pagamenti } = dip.app;
  const oggi = () => giornoInItalia(dip.app.clock.now());

  async function showList(req: Request, res: Response, errore?: ErroreDati): Promise<void> {
    const contesto = contestoDi(req);
    const consegne = perConsegna(await pagamenti.inAttesa(contesto)).map(({ consegna, righe }) => ({
      consegna,
      daInviare: isDaInviare(consegna),
      ripresa: consegna.stato === 'inviata' && consegna.url !== undefined && righe.every(isWaiting),
      annullabile: isAnnullabile(consegna) && righe.every(isWaiting),
      statoInParole: CONSEGNA_IN_PAROLE[consegna.stato],
      righe: righe.map((riga) => toVistaPagamento(riga, oggi(), visibilitaDi(contesto))),
    }));
    const scheda = {
      nome: 'pagamento-online',
      modello: 'pagamento-online',
      titolo: 'Pagamento Online pagoPA',
    } as const;
    if (errore !== undefined) res.status(errore.statoHttp);
    await renderScheda(dip, { req, res }, scheda, { ...comeErrori(errore), consegne });
  }

  router.get(percorsi.pagamentoOnline, requireAccess, (req, res) => showList(req, res));

  router.post(percorsi.annullaPagamento(':id'), requireAccess, requirePermission('paga'), async (req, res) => {
    try {
      await pagamenti.annulla(contestoDi(req), String(req.params['id']));
    } catch (errore) {
      if (!(errore instanceof ErroreDati) || errore.statoHttp === 404) throw errore;
      sayWhenToRetry(res, errore);
      await showList(req, res, errore);
      return;
    }
    req.session.messaggio =
      'Il pagamento è annullato e i suoi bollettini sono di nuovo qui. Se la pagina di pagoPA è ancora aperta in un’altra scheda, chiuderla.';
    res.redirect(303, percorsi.bollettini);
  });

  router.get(percorsi.consegna(':id'), requireAccess, requirePermission('paga'), async (req, res) => {
    const contesto = contestoDi(req);
    const { consegna, pagamenti: righe } = await pagamenti.consegna(contesto, String(req.params['id']));
    if (consegna.stato === 'inviata' || consegna.stato === 'conclusa') {
      res.redirect(303, percorsi.esito(consegna.id));
      return;
    }
    const tutte = await pagamenti.consegneDellaConferma(contesto, consegna.confermaId);
    const scheda = { nome: 'pagamento-online', modello: 'consegna', titolo: 'Stai per passare a pagoPA' } as const;
    await renderScheda(dip, { req, res }, scheda, {
      consegna,
      quante: tutte.length,
      incerto: consegna.stato === 'invio-incerto',
      rifiutata: consegna.stato === 'rifiutata',
      righe: righe.map((riga) => toVistaPagamento(riga, oggi(), visibilitaDi(contesto))),
    });
  });

  router.post(percorsi.prosegui(':id'), requireAccess, requirePermission('paga'), async (req, res) => {
    const consegna = await sendOrStay(dip, contestoDi(req), String(req.params['id']));
    res.redirect(303, consegna?.url ?? percorsi.consegna(String(req.params['id'])));
  });
  return router;
}

/** The hand-off after sending, or undefined when the node did not answer: its page then says so and offers to retry. */
async function sendOrStay(
  dip: Dipendenze,
  contesto: ReturnType<typeof contestoDi>,
  id: string,
): Promise<Consegna | undefined> {
  try {
    const consegna = await dip.app.pagamenti.consegnaAlNodo(contesto, id);
    return consegna.stato === 'inviata' ? consegna : undefined;
  } catch (errore) {
    if (errore instanceof NodoIrraggiungibile) return undefined;
    throw errore;
  }
}

function isAnnullabile({ stato, modo }: Consegna): boolean {
  return stato === 'da-inviare' || (stato === 'inviata' && modo === 'carrello-rpt');
}

/** Nothing of it has come back yet, good or bad. */
function isWaiting({ tentativo }: RigaPagamento): boolean {
  return tentativo.stato === 'da-inviare' || tentativo.stato === 'in-attesa';
}

function isDaInviare(consegna: Consegna): boolean {
  return consegna.stato === 'da-inviare' || consegna.stato === 'invio-incerto';
}

/** Payments of the same hand-off together, in the order they come. */
function perConsegna(righe: readonly RigaPagamento[]): { consegna: Consegna; righe: RigaPagamento[] }[] {
  const gruppi = new Map<string, { consegna: Consegna; righe: RigaPagamento[] }>();
  for (const riga of righe) {
    const gruppo = gruppi.get(riga.consegna.id);
    if (gruppo === undefined) gruppi.set(riga.consegna.id, { consegna: riga.consegna, righe: [riga] });
    else gruppo.righe.push(riga);
  }
  return [...gruppi.values()];
}
