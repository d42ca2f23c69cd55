import { Router, type Request, type Response } from 'express';
import { renderProspettoPdf } from '../../avvisi/prospetto-pdf.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { limitPerMinute } from '../http/rate-limits.ts';
import { answerAsked, answerIsLost, goToAnswer } from '../http/risposte.ts';
import { percorsi } from '../percorsi.ts';
import { whatIsWrong } from '../strumenti/che-cosa-non-va.ts';
import { STRUMENTI } from '../strumenti/elenco.ts';
import {
  moduloInviato,
  moduloVuoto,
  momentoChiesto,
  paginaStrumento,
  rispondi,
  type StatoStrumento,
} from '../strumenti/pagina-strumento.ts';
import type { Momento, Scritto, Strumento } from '../strumenti/strumento.ts';
import { sendDocumento } from './documenti.router.ts';
import { renderAperta } from './pagina.ts';

/** The tools open to everybody: a list, and a page each. */
export function strumentiRouter(dip: Dipendenze): Router {
  const router = Router();
  const limite = limitPerMinute(dip.limiti.calcoliAlMinuto);
  const oggi = () => giornoInItalia(dip.app.clock.now());
  router.get(percorsi.strumenti, (req, res) => {
    renderAperta(req, res, 'strumenti', 'Strumenti', { strumenti: STRUMENTI });
  });
  for (const strumento of STRUMENTI) {
    const percorso = percorsi.strumento(strumento.nome);
    const answer = async (req: Request, res: Response, corpo: unknown) => {
      const { momento, scritto } = moduloInviato(strumento, oggi(), corpo);
      show(req, res, strumento, momento, await rispondi(strumento, momento, scritto));
    };
    router.get(percorso, async (req, res) => {
      const detto = answerAsked(req);
      if (detto !== undefined) {
        await answer(req, res, detto);
        return;
      }
      const momento = momentoChiesto(oggi(), req.query);
      show(req, res, strumento, momento, { scritto: moduloVuoto(strumento, momento) });
    });
    router.post(percorso, limite, async (req, res) => {
      const { numero, anno } = moduloInviato(strumento, oggi(), req.body).momento.trimestre;
      const pagina = strumento.trimestrePrima ? `${percorso}?numero=${numero}&anno=${anno}` : percorso;
      await goToAnswer({ req, res }, pagina, (detto) => answer(req, res, detto));
    });
    if (strumento.stampa === undefined) continue;
    const stampa = strumento.stampa.bind(strumento);
    router.post(percorsi.strumentoPdf(strumento.nome), limite, async (req, res) => {
      const { momento, scritto } = moduloInviato(strumento, oggi(), req.body);
      try {
        const contenuto = renderProspettoPdf(stampa(scritto, momento));
        sendDocumento(res, { tipo: 'application/pdf', nomeFile: `${strumento.nome}.pdf`, contenuto });
      } catch (errore) {
        const esegui = (detto: Scritto) => stampa(detto, momento);
        const errori = await whatIsWrong(errore, strumento.campi(momento), scritto, esegui);
        show(req, res, strumento, momento, { scritto, errori });
      }
    });
  }
  return router;
}

function show(req: Request, res: Response, strumento: Strumento, momento: Momento, stato: StatoStrumento): void {
  const { titolo, dati } = paginaStrumento(strumento, momento, stato);
  res.status(stato.errori?.[0]?.statoHttp ?? 200);
  renderAperta(req, res, 'strumento', titolo, { ...dati, perduta: answerIsLost(req) });
}
