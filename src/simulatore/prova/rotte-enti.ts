import express, { type Router } from 'express';
import { buildNodoInviaRpt } from '../../pagopa/operazioni/nodo-invia-rpt.ts';
import type { PaaAttivaRpt } from '../../pagopa/operazioni/paa-attivazione.ts';
import { buildRpt } from '../../pagopa/rpt/build-rpt.ts';
import { leggiBusta, scriviSoapFault } from '../../pagopa/soap/busta.ts';
import { createClientSoap } from '../../pagopa/soap/client-soap.ts';
import { BYTE_MASSIMI } from '../../pagopa/xml/gate.ts';
import { XmlRifiutato } from '../../pagopa/xml/xml-rifiutato.ts';
import { testoErrore } from '../../valori/descrivi-errore.ts';
import type { Contesto } from '../contesto.ts';
import { linguaChiesta } from '../pagine/lingua-chiesta.ts';
import type { Viste } from '../pagine/viste.ts';
import { ENTI, type EnteDiProva, PASSWORD } from './enti-di-prova.ts';
import { rispondiDaEnte } from './risposte-ente.ts';
import { rptDiProva } from './rpt-di-prova.ts';

/** The creditors of the simulator: they answer the node over HTTP as any other would, and people who have paid return to them. */
export function rotteEnti(contesto: Contesto, viste: Viste): Router {
  const router = express.Router();
  router.post('/:codice/:che', express.raw({ type: () => true, limit: BYTE_MASSIMI }), (req, res, next) => {
    const ente = ENTI.find(({ codice }) => codice === req.params['codice']);
    if (ente === undefined) return next();
    const dopo = (richiesta: PaaAttivaRpt): void => {
      res.once('finish', () => void inviaRpt(contesto, ente, richiesta));
    };
    const { soap, stato } = rispondi(ente, req.body as Buffer, dopo);
    res.status(stato).type('text/xml; charset=utf-8').send(soap);
  });
  router.get('/:codice/ritorno', (req, res) => {
    res.type('html').send(viste('ritorno-di-prova', linguaChiesta(req), {}));
  });
  return router;
}

function rispondi(ente: EnteDiProva, corpo: Buffer, attivato: (richiesta: PaaAttivaRpt) => void) {
  try {
    return { soap: rispondiDaEnte(ente, leggiBusta(corpo), attivato), stato: 200 };
  } catch (errore) {
    if (!(errore instanceof XmlRifiutato)) throw errore;
    return { soap: scriviSoapFault('Client', errore.message), stato: 500 };
  }
}

/** In the first model the creditor sends the RPT of a notice that a PSP took, with the CCP of the activation. */
async function inviaRpt(contesto: Contesto, ente: EnteDiProva, richiesta: PaaAttivaRpt): Promise<void> {
  const { intestazione, psp, intermediarioPsp, canale } = richiesta;
  const { iuv, ccp } = intestazione;
  const xml = buildRpt(rptDiProva(ente, { iuv, ccp }, contesto.orologio.now()));
  const messaggio = buildNodoInviaRpt({ psp, intermediarioPsp, canale, intestazione, password: PASSWORD, xml });
  const soap = createClientSoap({ timeoutMs: contesto.configurazione.timeoutMs });
  try {
    await soap.chiama(contesto.urlLocale(), 'nodoInviaRPT', messaggio);
  } catch (errore) {
    contesto.configurazione.log(`ente di prova: ${testoErrore(errore)}`);
  }
}
