import { Router } from 'express';
import { z } from 'zod';
import { giornoInItalia } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi, requireAccess } from '../http/access.ts';
import { percorsi } from '../percorsi.ts';
import { esitoComplessivo, TITOLI_ESITO } from '../viste/esito-complessivo.ts';
import { visibilitaDi } from '../../accesso/visibilita.ts';
import { toVistaPagamento } from '../viste/pagamento.ts';
import { renderAperta, renderScheda } from './pagina.ts';

/** What the node adds to the station's address (SANP 2.2.6 ch. 9); an unknown addition is not an error. */
const parametri = z.object({
  idSession: z.string().max(100),
  idDominio: z.string().max(35),
  esito: z.string().max(20),
});

/**
 * The way back from pagoPA. What the address says is remembered for display and changes no payment: only the node's own
 * message does (abuse case AB-17).
 */
export function ritornoRouter(dip: Dipendenze): Router {
  const router = Router();
  const { pagamenti } = dip.app;

  router.get(percorsi.ritorno, async (req, res) => {
    const letti = parametri.safeParse(req.query);
    const accesso = req.session.accesso;
    const consegna = letti.success
      ? await pagamenti.registraRitorno(letti.data.idSession, letti.data.idDominio, letti.data.esito)
      : undefined;
    if (accesso !== undefined && consegna?.datoreId === accesso.contesto.subject.datoreId) {
      res.redirect(303, percorsi.esito(consegna.id));
      return;
    }
    renderAperta(req, res, 'ritorno', 'Ritorno da pagoPA', { entrato: accesso !== undefined });
  });

  router.get(percorsi.esito(':id'), requireAccess, async (req, res) => {
    const contesto = contestoDi(req);
    const { consegna, pagamenti: righe } = await pagamenti.consegna(contesto, String(req.params['id']));
    const tutte = await pagamenti.consegneDellaConferma(contesto, consegna.confermaId);
    const oggi = giornoInItalia(dip.app.clock.now());
    const stato = esitoComplessivo(righe.map(({ tentativo }) => tentativo.stato));
    const quale = tutte.length > 1 ? ` ${consegna.ordine} di ${tutte.length}` : '';
    const scheda = { nome: 'pagamento-online', modello: 'esito', titolo: TITOLI_ESITO[stato] } as const;
    await renderScheda(dip, { req, res }, scheda, {
      intestazione: `Pagamento${quale}: ${TITOLI_ESITO[stato].toLowerCase()}`,
      stato,
      ritorno: consegna.esitoRitorno ?? null,
      senzaRicevuta: righe.some(({ rendicontato }) => rendicontato !== undefined),
      consegna,
      quante: tutte.length,
      successiva: tutte.find((altra) => altra.stato === 'da-inviare' || altra.stato === 'invio-incerto') ?? null,
      righe: righe.map((riga) => toVistaPagamento(riga, oggi, visibilitaDi(contesto))),
    });
  });
  return router;
}
